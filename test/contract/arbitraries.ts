import fc, { type Arbitrary } from 'fast-check';
import { resolve, type Schema } from '../../packages/server/src/adapters/http/spec/document.ts';
import { spec, type Operation } from './contract.ts';

/** A request as the fuzzer sends it: the value in each place, before it is written out. */
export interface FuzzedRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

interface Known extends Schema {
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  /** One reference, beside which a description stands. */
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
}

const years = { min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true };
const instants = fc.date(years).map((date) => date.toISOString());
/** Values that a schema does not describe, or describes so that random ones are never found. */
const named: Readonly<Record<string, Arbitrary<unknown>>> = {
  TimeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/New_York'),
  Instant: instants,
  ImportedText: fc.constantFrom('externalId,name\nold-1,Ana Diaz', 'externalId;name\r\nold-2;"Bo, Lee"\r\n'),
};
const formats: Readonly<Record<string, Arbitrary<unknown>>> = {
  'date-time': instants,
  date: instants.map((instant) => instant.slice(0, 10)),
  ip: fc.constantFrom('203.0.113.7', '2001:db8::7'),
  name: fc.constantFrom('Ana Diaz', '李雷', 'Zoë O’Neil'),
  phone: fc.constantFrom('+1 212 555 0100', '(212) 555-0100', '030 901820 ext. 4'),
  email: fc.constantFrom('ana@example.com', 'a.b+c@sub.example.org'),
  password: fc.constantFrom('abcd-efgh-ijkl-mnop', 'pass word', '密码'),
  uri: fc.constantFrom('https://fit.example/logo.svg', 'https://cdn.fit.example/a?b=c'),
};

const strings = ({ format, pattern, minLength = 0, maxLength = Infinity }: Known): Arbitrary<unknown> => {
  if (format) return formats[format]!;
  if (pattern)
    return fc
      .stringMatching(new RegExp(pattern))
      .filter((text) => text.length >= minLength && text.length <= maxLength);
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40) });
};

const objects = ({
  properties = {},
  required = [],
  additionalProperties,
  propertyNames,
  minProperties = 0,
  maxProperties = Infinity,
}: Known): Arbitrary<unknown> => {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valid(one)]));
  const known = fc.record(fields, { requiredKeys: [...required] }).filter((object) => {
    const { length } = Object.keys(object);
    return length >= minProperties && length <= maxProperties;
  });
  if (typeof additionalProperties !== 'object') return known;
  const names = propertyNames ? valid({ type: 'string', ...propertyNames }).map(String) : fc.string();
  return fc
    .tuple(known, fc.dictionary(names, valid(additionalProperties), { maxKeys: 3 }))
    .map(([all, more]) => ({ ...all, ...more }));
};

const ofType = (type: string, schema: Known): Arbitrary<unknown> => {
  switch (type) {
    case 'string':
      return strings(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return (schema.uniqueItems ? fc.uniqueArray : fc.array)(valid(schema.items!), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      });
    default:
      return objects(schema);
  }
};

/** Values that fit a schema of the contract; of the keywords, those that it uses. */
export function valid(given: Schema): Arbitrary<unknown> {
  const name = given.$ref?.split('/').at(-1);
  if (name && named[name]) return named[name];
  const schema: Known = resolve<Schema>(spec, given);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map(valid));
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema)));
}

/** Returns requests that the contract allows, except that the bounds of ranges are in any order. */
export function validRequest(operation: Operation): Arbitrary<FuzzedRequest> {
  const place = (where: string): Arbitrary<Record<string, unknown>> => {
    // The clock stays where it is, except for what is asked about a moment of it.
    const here = operation.parameters.filter(
      ({ in: place, name, required }) => place === where && (required || name !== 'X-Test-Now'),
    );
    const requiredKeys = here.filter(({ required }) => required).map(({ name }) => name);
    // A parameter cannot be empty, and spaces around a header are not sent.
    const sendable = (value: unknown): boolean =>
      value !== '' && (where !== 'header' || String(value).trim() === value);
    return fc.record(Object.fromEntries(here.map(({ name, schema }) => [name, valid(schema).filter(sendable)])), {
      requiredKeys,
    });
  };
  const content = spec.paths[operation.path]![operation.method]!.requestBody?.content;
  const body = content ? valid(content['application/json']!.schema) : fc.constant(undefined);
  return fc.record({ path: place('path'), query: place('query'), header: place('header'), body });
}

const junk: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    '0',
    '-1',
    'null',
    '[]',
    '{}',
    '__proto__',
    '$gt',
    '\u0000',
    '\ud800',
    '2026-02-30',
    '9999-12-31T23:59:59Z',
    1e308,
    [[[]]],
    { $gt: '' },
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.anything({ maxDepth: 2, withNullPrototype: false }),
);

/** Returns a value with something in it taken out, put in or replaced. */
const mutated = (value: unknown): Arbitrary<unknown> => {
  if (typeof value !== 'object' || value === null) return junk;
  const entries = Object.entries(value);
  const put = fc.tuple(
    fc.oneof(fc.constantFrom('__proto__', 'constructor', 'id', ...Object.keys(value)), fc.string()),
    junk,
  );
  const inserted = put.map(([name, one]) =>
    Array.isArray(value) ? [...value, one] : Object.fromEntries([...entries, [name, one]]),
  );
  if (entries.length === 0) return fc.oneof(inserted, junk);
  const inside = fc
    .constantFrom(...entries)
    .chain(([name, one]) =>
      mutated(one).map((changed) => (Array.isArray(value) ? [changed] : { ...value, [name]: changed })),
    );
  const without = fc
    .constantFrom(...entries)
    .map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name)));
  return fc.oneof({ weight: 3, arbitrary: inside }, inserted, without, { weight: 1, arbitrary: junk });
};

/** Requests one step away from what the contract allows. */
export function mutatedRequest(operation: Operation): Arbitrary<FuzzedRequest> {
  return validRequest(operation).chain((request) =>
    fc.constantFrom('path' as const, 'query' as const, 'header' as const, 'body' as const).chain((place) =>
      mutated(request[place]).map((changed) => {
        const isRecord = typeof changed === 'object' && changed !== null && !Array.isArray(changed);
        return place === 'body' || isRecord ? { ...request, [place]: changed } : request;
      }),
    ),
  );
}
