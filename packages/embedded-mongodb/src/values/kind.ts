import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { notImplemented } from '../errors.ts';

/** The order of BSON types among each other, which sorting, comparing and index keys share. */
export const rank = {
  minKey: 1,
  missing: 2,
  null: 3,
  number: 4,
  string: 5,
  object: 6,
  array: 7,
  binary: 8,
  objectId: 9,
  boolean: 10,
  date: 11,
  timestamp: 12,
  regex: 13,
  maxKey: 127,
} as const;

/**
 * Returns the type of a value; `undefined` is a missing field. Throws for types this server only stores.
 */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return rank.string;
    case 'number':
    case 'bigint':
      return rank.number;
    case 'boolean':
      return rank.boolean;
    case 'undefined':
      return rank.missing;
    default:
      return value === null ? rank.null : rankOfObject(value as object);
  }
}

function rankOfObject(value: object): number {
  if (Array.isArray(value)) return rank.array;
  if (value instanceof Date) return rank.date;
  const type = (value as { _bsontype?: unknown })._bsontype;
  if (type === undefined || typeof type !== 'string') return value instanceof RegExp ? rank.regex : rank.object;
  if (value instanceof ObjectId) return rank.objectId;
  if (value instanceof Timestamp) return rank.timestamp;
  if (value instanceof Long) return rank.number;
  if (value instanceof Binary) return rank.binary;
  if (value instanceof MinKey) return rank.minKey;
  if (value instanceof MaxKey) return rank.maxKey;
  if (value instanceof Decimal128) throw notImplemented('comparing a Decimal128 (it is stored and returned only)');
  if (Object.getPrototypeOf(value) === Object.prototype) return rank.object;
  throw notImplemented(`comparing a ${type}`);
}

/**
 * BSON type alias of a value as `$type` names it. Whole numbers of 32 bits are `int`, since JavaScript sends them so.
 */
export function typeAlias(value: unknown): string {
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Long || typeof value === 'bigint') return 'long';
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647 && !Object.is(value, -0)
      ? 'int'
      : 'double';
  switch (rankOf(value)) {
    case rank.string:
      return 'string';
    case rank.boolean:
      return 'bool';
    case rank.missing:
      return 'missing';
    case rank.null:
      return 'null';
    case rank.array:
      return 'array';
    case rank.date:
      return 'date';
    case rank.objectId:
      return 'objectId';
    case rank.binary:
      return 'binData';
    case rank.regex:
      return 'regex';
    case rank.minKey:
      return 'minKey';
    case rank.maxKey:
      return 'maxKey';
    default:
      return 'object';
  }
}
