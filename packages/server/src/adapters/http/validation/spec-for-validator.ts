import {
  resolve,
  type OpenApiDocument,
  type OperationObject,
  type Parameter,
  type Reference,
  type Schema,
} from '../spec/document.ts';

/** Schemas that the contract cannot write as strictly as they are meant. */
export const strictSchemas: Readonly<Record<string, Schema>> = {
  /** Zones are names that Intl has; a schema cannot list them. */
  TimeZone: { type: 'string', minLength: 1, maxLength: 64, format: 'time-zone' },
  /**
   * One of two strings is one string with a format of ours; as `anyOf` the validator would parse the text as JSON
   * first.
   */
  Edge: { type: 'string', format: 'edge' },
  /** The format implies the pattern. */
  Instant: { type: 'string', format: 'date-time' },
};

/** Rows of an import are held against their shape one by one, so that one that is wrong keeps no other out. */
const ANY_ROW: Schema = { type: 'object' };
const inRequests: Readonly<Record<string, Schema>> = {
  ...strictSchemas,
  ImportedCoach: ANY_ROW,
  ImportedClient: ANY_ROW,
  ImportedBooking: ANY_ROW,
};

/**
 * Returns the parameter with `allowReserved`; without it the validator rejects `from=2026-04-14T13:00:00Z` and
 * `timeZone=Europe/Berlin`, where a URL may well have `:` and `/`.
 */
const readable = <T extends object>(parameter: T): T =>
  'in' in parameter && parameter.in === 'query' ? { ...parameter, allowReserved: true } : parameter;

/**
 * Returns the operation with its parameters resolved, so that each can be made readable, and without responses unless
 * they are validated.
 */
const operationFor = (spec: OpenApiDocument, operation: OperationObject, withResponses: boolean): OperationObject => ({
  ...operation,
  ...(operation.parameters && {
    parameters: operation.parameters.map((one: Parameter | Reference) => readable(resolve<Parameter>(spec, one))),
  }),
  responses: withResponses ? operation.responses : {},
});

/** Adds to `found` what a part of the contract refers to, directly or indirectly. */
const collect = (spec: OpenApiDocument, thing: unknown, found: Map<string, unknown>): void => {
  if (typeof thing !== 'object' || thing === null) return;
  if ('$ref' in thing && typeof thing.$ref === 'string' && !found.has(thing.$ref)) {
    const name = thing.$ref.split('/').at(-1)!;
    const target =
      (thing.$ref.startsWith('#/components/schemas/') && inRequests[name]) ||
      resolve<object>(spec, { $ref: thing.$ref });
    found.set(thing.$ref, target);
    collect(spec, target, found);
  }
  for (const value of Object.values(thing)) collect(spec, value, found);
};

/**
 * Returns the part of the contract that the validator of one path needs, adapted to it, HEAD being GET. Only a part,
 * since the validator walks through its whole input several times at the start. The result is a copy that the validator
 * may change.
 */
export function specForValidator(spec: OpenApiDocument, path: string, withResponses: boolean): OpenApiDocument {
  const operations = Object.fromEntries(
    Object.entries(spec.paths[path]!).map(([method, operation]) => [
      method,
      operationFor(spec, operation, withResponses),
    ]),
  );
  const item = operations.get ? { ...operations, head: operations.get } : operations;
  const found = new Map<string, unknown>();
  collect(spec, item, found);
  const components: Record<string, Record<string, unknown>> = {
    schemas: {},
    securitySchemes: { ...(spec.components.securitySchemes as object) },
  };
  for (const [reference, target] of found) {
    const [section, name] = reference.split('/').slice(2) as [string, string];
    (components[section] ??= {})[name] = target;
  }
  const part = { openapi: spec.openapi, info: spec.info, security: spec.security, paths: { [path]: item }, components };
  return structuredClone(part) as unknown as OpenApiDocument;
}
