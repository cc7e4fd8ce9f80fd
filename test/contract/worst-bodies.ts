import { resolve, type Schema } from '../../packages/server/src/adapters/http/spec/document.ts';
import { spec, type Operation } from './contract.ts';

/** A body as text, with what is bad about it. */
export interface WorstBody {
  readonly name: string;
  readonly text: string;
}

interface Known extends Schema {
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** One place of a body: how to put a text of JSON there, and what the contract requires there. */
export interface Place {
  readonly name: string;
  readonly schema: Known;
  readonly around: (json: string) => string;
}

/** Returns every place in a body that the contract has, the body itself first. */
export function placesIn(given: Schema, name = 'body', around: Place['around'] = (json) => json): Place[] {
  const schema: Known = resolve<Schema>(spec, given);
  const inside = Object.entries(schema.properties ?? {}).flatMap(([key, one]) =>
    placesIn(one, `${name}.${key}`, (json) => around(`{${JSON.stringify(key)}:${json}}`)),
  );
  const items = schema.items ? placesIn(schema.items, `${name}[]`, (json) => around(`[${json}]`)) : [];
  const map = schema.additionalProperties;
  const values = typeof map === 'object' ? placesIn(map, `${name}.*`, (json) => around(`{"any":${json}}`)) : [];
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    { name, schema, around },
    ...inside,
    ...items,
    ...values,
    ...branches.flatMap((one) => placesIn(one, `${name}|`, around).slice(1)),
  ];
}

const times = (bytes: number, part: string): string[] =>
  Array<string>(Math.max(1, Math.floor(bytes / (part.length + 1)))).fill(part);
const listOf = (bytes: number, item: string): string => `[${times(bytes, item).join()}]`;
const keys = (bytes: number, value: string): string =>
  `{${Array.from({ length: Math.floor(bytes / (value.length + 9)) }, (_, at) => `"k${String(at).padStart(4, '0')}":${value}`).join()}}`;
const deep = (bytes: number, open: string, close: string): string => {
  const levels = Math.floor(bytes / (open.length + close.length));
  return `${open.repeat(levels)}0${close.repeat(levels)}`;
};
const text = (bytes: number, part: string): string => JSON.stringify(part.repeat(Math.floor(bytes / part.length)));

/** Values that are wrong in any place. */
const anywhere: Readonly<Record<string, (bytes: number) => string>> = {
  'a list of numbers': (bytes) => listOf(bytes, '0'),
  'a list of objects': (bytes) => listOf(bytes, '{}'),
  'unknown names': (bytes) => keys(bytes, '0'),
  'lists in lists': (bytes) => deep(bytes, '[', ']'),
  'objects in objects': (bytes) => deep(bytes, '{"a":', '}'),
  'a number of many digits': (bytes) => '9'.repeat(bytes),
};

/** Texts that make a careless pattern backtrack. */
const strings: Readonly<Record<string, (bytes: number) => string>> = {
  'one letter': (bytes) => text(bytes, 'a'),
  'names of hosts': (bytes) => text(bytes, 'a.'),
  'at signs': (bytes) => text(bytes, 'a@'),
  dashes: (bytes) => `"${'a-'.repeat(bytes / 2)}!"`,
  blanks: (bytes) => `"a${' '.repeat(bytes)}a"`,
  digits: (bytes) => text(bytes, '1'),
};

/** Returns a list that is as long as it may be, of items that it may not have. */
const full = ({ schema }: Place, bytes: number): Readonly<Record<string, (bytes: number) => string>> => {
  const count = Math.min(schema.maxItems ?? Infinity, Math.floor(bytes / 2));
  const each = Math.max(1, Math.floor(bytes / count) - 2);
  return {
    'as many as it takes': () => `[${Array<string>(count).fill('0').join()}]`,
    'as many as it takes, each large': () => `[${Array<string>(count).fill(keys(each, '0')).join()}]`,
    'as many as it takes, each a list': () => `[${Array<string>(count).fill(listOf(each, '0')).join()}]`,
  };
};

/**
 * Returns the worst bodies of about so many bytes for an operation, one for every place that the contract has in its
 * body.
 */
export function worstBodies({ path, method }: Operation, bytes: number): WorstBody[] {
  const schema = spec.paths[path]![method]!.requestBody?.content['application/json']?.schema;
  if (!schema) return [];
  return placesIn(schema).flatMap((place) => {
    const types = [place.schema.type].flat();
    const isPlain = ['string', 'integer', 'number', 'boolean'].some((type) => types.includes(type));
    const ways = {
      ...(isPlain ? { 'a list of numbers': anywhere['a list of numbers']! } : anywhere),
      ...(types.includes('string') && strings),
      ...(place.schema.items && full(place, bytes)),
    };
    const room = bytes - place.around('').length;
    return Object.entries(ways).map(([name, write]) => ({
      name: `${place.name}: ${name}`,
      text: place.around(write(room)),
    }));
  });
}
