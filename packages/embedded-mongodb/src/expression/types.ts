import { Long, ObjectId } from 'bson';
import { CommandError, failedToParse } from '../errors.ts';
import { typeAlias } from '../values/kind.ts';
import { checkNames, fixed, isNullish, truthy, type Operators } from './operator.ts';

function cannot(value: unknown, to: string): CommandError {
  return new CommandError(
    241,
    `Unsupported conversion from ${typeAlias(value)} to ${to} in $convert with no onError value`,
  );
}

function unreadable(text: string, to: string): CommandError {
  return new CommandError(241, `Failed to parse ${to} '${text}' in $convert with no onError value`);
}

/** `$toString`. */
export function toText(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Long) return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  throw cannot(value, 'string');
}

function toNumber(value: unknown, to: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Date && to !== 'int') return value.getTime();
  if (typeof value === 'string') {
    const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value) ? Number(value) : NaN;
    if (Number.isNaN(number) || (to !== 'double' && !/^[+-]?\d+$/.test(value))) throw unreadable(value, to);
    return number;
  }
  throw cannot(value, to);
}

function toInt(value: unknown): number {
  const number = Math.trunc(toNumber(value, 'int'));
  if (!(number >= -2147483648 && number <= 2147483647))
    throw new CommandError(241, 'Conversion would overflow target type in $convert with no onError value');
  return number;
}

function toLong(value: unknown): Long {
  if (value instanceof Long) return value;
  if (typeof value === 'string' && /^[+-]?\d+$/.test(value)) return Long.fromString(value);
  return Long.fromNumber(Math.trunc(toNumber(value, 'long')));
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Long) return new Date(value.toNumber());
  if (typeof value === 'number' && typeAlias(value) === 'double') return new Date(value);
  if (typeof value !== 'string') throw cannot(value, 'date');
  const zoned = /^\d{4}-\d\d-\d\d$/.test(value) || /(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`;
  const date = new Date(zoned);
  if (Number.isNaN(date.getTime())) throw unreadable(value, 'date');
  return date;
}

function toObjectId(value: unknown): ObjectId {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') throw cannot(value, 'objectId');
  if (!/^[0-9a-f]{24}$/i.test(value)) throw unreadable(value, 'objectId');
  return ObjectId.createFromHexString(value);
}

const conversions: Record<string, (value: unknown) => unknown> = {
  string: toText,
  int: toInt,
  long: toLong,
  double: (value) => toNumber(value, 'double'),
  bool: truthy,
  date: toDate,
  objectId: toObjectId,
};
const numbers: Record<number, string> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
};

function convert(to: unknown): (value: unknown) => unknown {
  const name = typeof to === 'string' ? to : numbers[Number(to)];
  if (name === undefined || !Object.hasOwn(conversions, name)) throw failedToParse(`Unknown type name: ${String(to)}`);
  return conversions[name] as (value: unknown) => unknown;
}

function converting(name: string, to: string) {
  return fixed(name, 1, 1, ([value]) => (isNullish(value) ? null : convert(to)(value)));
}

/** Types and conversions. Decimals are not converted. */
export const typeOperators: Operators = {
  $type: fixed('$type', 1, 1, ([value]) => typeAlias(value)),
  $isNumber: fixed('$isNumber', 1, 1, ([value]) => ['int', 'long', 'double', 'decimal'].includes(typeAlias(value))),
  $toString: converting('$toString', 'string'),
  $toInt: converting('$toInt', 'int'),
  $toLong: converting('$toLong', 'long'),
  $toDouble: converting('$toDouble', 'double'),
  $toBool: converting('$toBool', 'bool'),
  $toDate: converting('$toDate', 'date'),
  $toObjectId: converting('$toObjectId', 'objectId'),
  $convert: (operand, compile) => {
    const { input, to, onError, onNull } = checkNames('$convert', operand, ['input', 'to'], ['onError', 'onNull']);
    const [source, target, empty] = [compile(input), compile(to), compile(onNull ?? null)];
    const failed = onError === undefined ? undefined : compile(onError);
    return (scope) => {
      const value = source(scope);
      if (isNullish(value)) return empty(scope);
      try {
        return convert(target(scope))(value);
      } catch (error) {
        if (failed && error instanceof CommandError && error.code === 241) return failed(scope);
        throw error;
      }
    };
  },
};
