import { CommandError, notImplemented } from '../errors.ts';
import { compileFilter, hasOperators } from '../query/filter.ts';
import { asNumber } from '../query/operators.ts';
import type { IndexDescription } from '../store/index-spec.ts';
import { isDocument, type Document } from '../values/document.ts';
import { refuseCollation } from './context.ts';

export type IndexSpec = Omit<IndexDescription, 'id' | 'arrayPaths'>;

const known = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
  'collation',
  'hidden',
];

/** Reads one index of `createIndexes`. Throws CannotCreateIndex, InvalidIndexSpecificationOption or NotImplemented. */
export function readIndexSpec(spec: unknown): IndexSpec {
  if (!isDocument(spec)) throw new CommandError('TypeMismatch', 'The elements of the indexes array must be objects');
  const odd = Object.keys(spec).find((name) => !known.includes(name));
  if (odd !== undefined)
    throw new CommandError(
      'InvalidIndexSpecificationOption',
      `The field '${odd}' is not valid for an index specification`,
    );
  refuseCollation(spec);
  if (spec['hidden'] === true) throw notImplemented('a hidden index');
  const { key, name } = spec;
  if (!isDocument(key) || Object.keys(key).length === 0)
    throw new CommandError('CannotCreateIndex', 'Index keys cannot be empty.');
  for (const [path, direction] of Object.entries(key)) checkField(path, direction);
  if (typeof name !== 'string' || name === '')
    throw new CommandError('CannotCreateIndex', 'index names must be a non-empty string');
  return {
    ...{ name, key },
    ...(spec['unique'] === true ? { unique: true } : {}),
    ...(spec['sparse'] === true ? { sparse: true } : {}),
    ...partialOf(spec),
    ...expiryOf(spec, key),
  };
}

function checkField(path: string, direction: unknown): void {
  if (typeof direction === 'string') throw notImplemented(`an index of the kind '${direction}'`);
  const number = asNumber(direction);
  if (!number)
    throw new CommandError(
      'CannotCreateIndex',
      `Values in the index key pattern must be numbers other than 0, for ${path}`,
    );
  if (path.includes('$')) throw notImplemented(`an index on '${path}'`);
  if (path.split('.').includes(''))
    throw new CommandError('CannotCreateIndex', 'Index keys cannot contain an empty field.');
}

function partialOf({ partialFilterExpression: filter, sparse }: Document): Pick<IndexSpec, 'partialFilterExpression'> {
  if (filter === undefined) return {};
  if (!isDocument(filter)) throw new CommandError('CannotCreateIndex', 'partialFilterExpression must be an object');
  if (sparse === true)
    throw new CommandError('CannotCreateIndex', "cannot mix 'partialFilterExpression' and 'sparse' options");
  compileFilter(filter);
  checkPartial(filter);
  return { partialFilterExpression: filter };
}

const allowed = ['$eq', '$gt', '$gte', '$lt', '$lte', '$type', '$in', '$exists'];

function checkPartial(filter: Document): void {
  for (const [path, operand] of Object.entries(filter)) {
    if ((path === '$and' || path === '$or') && Array.isArray(operand))
      for (const clause of operand) checkPartial(clause as Document);
    else if (path.startsWith('$')) throw unusable(path);
    else if (hasOperators(operand)) {
      for (const [name, value] of Object.entries(operand))
        if (!allowed.includes(name) || (name === '$exists' && value !== true)) throw unusable(name);
    }
  }
}

function unusable(name: string): CommandError {
  return new CommandError('CannotCreateIndex', `Expression not supported in partial index: ${name}`);
}

function expiryOf({ expireAfterSeconds }: Document, key: Document): Pick<IndexSpec, 'expireAfterSeconds'> {
  if (expireAfterSeconds === undefined) return {};
  const seconds = asNumber(expireAfterSeconds);
  if (seconds === undefined || seconds < 0 || seconds > 2147483647)
    throw new CommandError(
      'CannotCreateIndex',
      'TTL index expireAfterSeconds option must be within an acceptable range',
    );
  if (Object.keys(key).length !== 1)
    throw new CommandError(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL',
    );
  if ('_id' in key)
    throw new CommandError(
      'InvalidIndexSpecificationOption',
      "The field 'expireAfterSeconds' is not valid for an _id index specification",
    );
  return { expireAfterSeconds: seconds };
}
