import { Decimal128, Long } from 'bson';
import { CommandError, notImplemented } from '../errors.ts';
import { typeAlias } from '../values/kind.ts';
import { fixed, isNullish, type OperatorCompiler, type Operators } from './operator.ts';

/**
 * Returns a number, or throws Location for another value. 64-bit integers stay exact as Long where both sides are
 * whole.
 */
export function numeric(name: string, value: unknown): number | Long {
  if (typeof value === 'number' || value instanceof Long) return value;
  if (value instanceof Decimal128) throw notImplemented('arithmetic on a Decimal128');
  throw new CommandError(16554, `${name} only supports numeric types, not ${typeAlias(value)}`);
}

export function toDouble(value: number | Long): number {
  return typeof value === 'number' ? value : value.toNumber();
}

/** Adds or multiplies with 64-bit integers kept exact; past 64 bits the answer is a double, as in MongoDB. */
export function combine(
  a: number | Long,
  b: number | Long,
  plain: (a: number, b: number) => number,
  exact: (a: bigint, b: bigint) => bigint,
): number | Long {
  if (typeof a === 'number' && typeof b === 'number') return plain(a, b);
  if ((typeof a === 'number' && !Number.isInteger(a)) || (typeof b === 'number' && !Number.isInteger(b)))
    return plain(toDouble(a), toDouble(b));
  const near = plain(toDouble(a), toDouble(b));
  // Values that a double holds exactly, as nearly all, need no bigint.
  if ([toDouble(a), toDouble(b), near].every(Number.isSafeInteger)) return Long.fromNumber(near);
  const result = exact(big(a), big(b));
  return BigInt.asIntN(64, result) === result ? Long.fromBigInt(result) : Number(result);
}

function big(value: number | Long): bigint {
  return typeof value === 'number' ? BigInt(value) : value.toBigInt();
}

export function plus(a: number | Long, b: number | Long) {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );
}
export function times(a: number | Long, b: number | Long) {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );
}
const minus = (a: number | Long, b: number | Long) =>
  combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  );

function unary(name: string, apply: (value: number) => number): OperatorCompiler {
  return fixed(name, 1, 1, ([value]) => (isNullish(value) ? null : apply(toDouble(numeric(name, value)))));
}

function binary(name: string, apply: (a: number, b: number) => number): OperatorCompiler {
  return fixed(name, 2, 2, ([a, b]) =>
    isNullish(a) || isNullish(b) ? null : apply(toDouble(numeric(name, a)), toDouble(numeric(name, b))),
  );
}

function divisible(name: string, code: number, apply: (a: number, b: number) => number): OperatorCompiler {
  return binary(name, (a, b) => {
    if (b === 0) throw new CommandError(code, `can't ${name} by zero`);
    return apply(a, b);
  });
}

/** Rounds: `$round` returns the even neighbour in the middle; `$trunc` cuts. The place may be negative. */
function placed(name: string, apply: (value: number) => number): OperatorCompiler {
  return fixed(name, 1, 2, ([value, place]) => {
    if (isNullish(value)) return null;
    const number = toDouble(numeric(name, value));
    const digits = place === undefined ? 0 : toDouble(numeric(name, place));
    if (digits === 0) return apply(number);
    const [mantissa, exponent] = number.toExponential().split('e') as [string, string];
    const shifted = apply(Number(`${mantissa}e${Number(exponent) + digits}`));
    return Number(`${shifted}e${-digits}`);
  });
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest < 0.5 ? floor : rest > 0.5 ? floor + 1 : floor % 2 === 0 ? floor : floor + 1;
}

/** Sums numbers, and at most one date with milliseconds. */
function add(args: readonly unknown[]): unknown {
  if (args.some(isNullish)) return null;
  const dates = args.filter((arg) => arg instanceof Date);
  if (dates.length > 1) throw new CommandError(16612, 'only one date allowed in an $add expression');
  const sum = args
    .filter((arg) => !(arg instanceof Date))
    .reduce<number | Long>((total, arg) => plus(total, numeric('$add', arg)), 0);
  return dates[0] instanceof Date ? new Date(dates[0].getTime() + Math.round(toDouble(sum))) : sum;
}

function subtract([a, b]: readonly unknown[]): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date) return new Date(a.getTime() - Math.round(toDouble(numeric('$subtract', b))));
  return minus(numeric('$subtract', a), numeric('$subtract', b));
}

function logarithm(value: number): number {
  if (value <= 0) throw new CommandError(28766, `$ln's argument must be a positive number, but is ${value}`);
  return Math.log(value);
}

/** Arithmetic operators. Null or missing in, null out. */
export const arithmeticOperators: Operators = {
  $add: fixed('$add', 0, Infinity, add),
  $subtract: fixed('$subtract', 2, 2, subtract),
  $multiply: fixed('$multiply', 0, Infinity, (args) =>
    args.some(isNullish)
      ? null
      : args.reduce<number | Long>((product, arg) => times(product, numeric('$multiply', arg)), 1),
  ),
  $divide: divisible('$divide', 2, (a, b) => a / b),
  $mod: divisible('$mod', 16610, (a, b) => a % b),
  $abs: unary('$abs', Math.abs),
  $ceil: unary('$ceil', Math.ceil),
  $floor: unary('$floor', Math.floor),
  $sqrt: unary('$sqrt', (value) => {
    if (value < 0) throw new CommandError(28714, "$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(value);
  }),
  $exp: unary('$exp', Math.exp),
  $ln: unary('$ln', logarithm),
  $log10: unary('$log10', (value) => {
    logarithm(value);
    return Math.log10(value);
  }),
  $log: binary('$log', (value, base) => logarithm(value) / logarithm(base)),
  $pow: binary('$pow', (base, exponent) => base ** exponent),
  $round: placed('$round', roundHalfEven),
  $trunc: placed('$trunc', Math.trunc),
};
