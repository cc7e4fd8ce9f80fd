import { Binary, Long } from 'bson';
import { badValue } from '../errors.ts';
import { compare, equal } from '../values/compare.ts';
import { rank, rankOf, typeAlias } from '../values/kind.ts';
import { orElement, type ValueTest } from './path.ts';

/** Returns the number of a value that may be a 64-bit integer; undefined for anything else. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return value instanceof Long ? value.toNumber() : undefined;
}

/** `{ path: value }` and `$eq`: null also finds missing fields; an array finds itself whole or as an element. */
export function equals(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return orElement((value) => value === null || value === undefined);
  return orElement((value) => equal(value, operand));
}

/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the operand's type are compared. */
export function ordered(operand: unknown, passes: (order: number) => boolean): ValueTest {
  const wanted = operand === undefined ? null : operand;
  const type = rankOf(wanted);
  if (type === rank.minKey || type === rank.maxKey)
    return orElement((value) => value !== undefined && passes(compare(value, wanted)));
  if (Number.isNaN(wanted)) return orElement((value) => Number.isNaN(value) && passes(0));
  if (type === rank.null) return orElement((value) => (value === null || value === undefined) && passes(0));
  return orElement((value) => rankOf(value) === type && !Number.isNaN(value) && passes(compare(value, wanted)));
}

/** `$in`: any of the values, regular expressions matched. */
export function anyOf(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw badValue('$in needs an array');
  const tests = operand.map((item) => (item instanceof RegExp ? matches(item) : equals(item)));
  return (value, position, whole) => tests.some((test) => test(value, position, whole));
}

/** Returns the test of a regular expression on strings (and on itself as a stored value). */
export function matches(pattern: RegExp): ValueTest {
  return orElement((value) =>
    typeof value === 'string' ? pattern.test(value) : value instanceof RegExp && String(value) === String(pattern),
  );
}

/** `$regex` with its `$options` of i, m, s and x-less flags. */
export function regularExpression(source: unknown, options: unknown): RegExp {
  const flags = typeof options === 'string' ? options : source instanceof RegExp ? source.flags : '';
  if (!/^[imsu]*$/.test(flags)) throw badValue(`invalid flag in regex options: ${flags}`);
  const text = source instanceof RegExp ? source.source : source;
  if (typeof text !== 'string') throw badValue('$regex has to be a string');
  try {
    return new RegExp(text, flags);
  } catch {
    throw badValue(`Regular expression is invalid: ${text}`);
  }
}

const aliases: Record<string, readonly string[]> = { number: ['int', 'long', 'double', 'decimal'] };
const typeNumbers: Record<number, string> = {
  ...{
    1: 'double',
    2: 'string',
    3: 'object',
    4: 'array',
    5: 'binData',
    7: 'objectId',
    8: 'bool',
    9: 'date',
    10: 'null',
    11: 'regex',
  },
  ...{ 16: 'int', 17: 'timestamp', 18: 'long', 19: 'decimal', [-1]: 'minKey', 127: 'maxKey' },
};
const known = new Set([...Object.values(typeNumbers), 'number', 'undefined', 'javascript', 'symbol', 'dbPointer']);

/** `$type` by alias or number, or a list of them. */
export function ofType(operand: unknown): ValueTest {
  const wanted = new Set<string>();
  for (const item of Array.isArray(operand) ? operand : [operand]) {
    const name = typeof item === 'string' ? item : typeNumbers[asNumber(item) ?? NaN];
    if (name === undefined || !known.has(name)) throw badValue(`Unknown type name alias: ${String(item)}`);
    for (const alias of aliases[name] ?? [name]) wanted.add(alias);
  }
  return orElement((value) => value !== undefined && wanted.has(typeAlias(value)));
}

/** `$mod: [divisor, remainder]`, both cut to whole numbers. */
export function modulo(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  if (operand.length !== 2) throw badValue(`malformed mod, ${operand.length < 2 ? 'not enough' : 'too many'} elements`);
  const [divisor, remainder] = operand.map((item) => Math.trunc(asNumber(item) ?? NaN)) as [number, number];
  if (Number.isNaN(divisor)) throw badValue('malformed mod, divisor not a number');
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return orElement((value) => {
    const number = asNumber(value);
    return number !== undefined && Math.trunc(number) % divisor === (remainder || 0);
  });
}

export function ofSize(operand: unknown): ValueTest {
  const size = asNumber(operand);
  if (size === undefined || !Number.isInteger(size))
    throw badValue(`Failed to parse $size. Expected an integer, but found: ${String(operand)}`);
  if (size < 0) throw badValue(`Failed to parse $size. Expected a non-negative number, but found: ${size}`);
  return (value) => Array.isArray(value) && value.length === size;
}

/** `$bitsAllSet` and its three kin; the mask is a number or a list of bit positions. */
export function bits(operand: unknown, passes: (set: bigint, mask: bigint) => boolean): ValueTest {
  const mask = bitMask(operand);
  return orElement((value) => {
    const number =
      value instanceof Long
        ? value.toBigInt()
        : typeof value === 'number' && Number.isInteger(value)
          ? BigInt(value)
          : undefined;
    return number !== undefined && passes(BigInt.asUintN(64, number) & mask, mask);
  });
}

function bitMask(operand: unknown): bigint {
  if (Array.isArray(operand)) return operand.reduce<bigint>((mask, bit) => mask | (1n << BigInt(Number(bit))), 0n);
  if (operand instanceof Binary) throw badValue('a binary bit mask is not supported by the embedded server');
  const number = asNumber(operand);
  if (number === undefined || !Number.isInteger(number) || number < 0)
    throw badValue('bit mask must be a non-negative integer or a list of positions');
  return BigInt(number);
}
