export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export const methods: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete'];

export interface Reference {
  readonly $ref: string;
}

/** The part of JSON Schema that the server itself reads. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface MediaType {
  readonly schema: Schema;
  readonly example?: unknown;
}

export interface ResponseObject {
  readonly content?: Readonly<Record<string, MediaType>>;
}

/** The kinds of programs, written by others, for which an operation may be made. */
export const programs = ['provider', 'mail', 'calendar', 'browser'] as const;

/**
 * The mark `x-called-by`: another program than the SDK calls the operation, in a form that is not ours to choose. So it
 * takes no key, has no envelope, no dry run and no function in the SDK.
 */
export interface CalledBy {
  /** A provider's server, a program for mails or for calendars, or a browser that follows a link of a message. */
  readonly program: (typeof programs)[number];
  /** Names why the operation cannot be one like the others, as a sentence. */
  readonly reason: string;
  /** Further paths that lead to the same. */
  readonly also?: readonly string[];
}

export interface OperationObject {
  readonly operationId: string;
  readonly 'x-called-by'?: CalledBy;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}

/** The part of openapi.yaml that the server itself reads; `loadSpec` parses it. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly security: NonNullable<OperationObject['security']>;
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, OperationObject>>>>>;
  /** The events that partners' servers receive, by their type. */
  readonly webhooks: Readonly<Record<string, { readonly post: Omit<OperationObject, 'operationId'> }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, ResponseObject>>;
    readonly [section: string]: unknown;
  };
}

/**
 * Returns what a local reference (`#/components/…`) leads to, or the thing itself. Throws a RangeError when it leads
 * nowhere.
 */
export function resolve<T extends object>(spec: OpenApiDocument, thing: T | Reference): T {
  if (!('$ref' in thing) || typeof thing.$ref !== 'string') return thing as T;
  const found = thing.$ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], spec);
  if (found === undefined) throw new RangeError(`openapi.yaml has no ${thing.$ref}`);
  return found as T;
}
