import * as dates from 'mingo/operators/expression/date';
import * as trigonometry from 'mingo/operators/expression/trignometry';
import { CommandError, notImplemented } from '../errors.ts';
import { isDocument, type Document } from '../values/document.ts';
import { isNullish, type OperatorCompiler, type Operators } from './operator.ts';
import { shiftedInto, shiftedOutOf } from './zones.ts';

type MingoOperator = (obj: never, expr: never, options: never) => unknown;

/** Runs one of mingo's operators on evaluated values. */
function run(name: string, operator: MingoOperator, value: unknown): unknown {
  try {
    return operator({} as never, value as never, {} as never);
  } catch (error) {
    throw new CommandError('BadValue', `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function dateOperator(name: string, operator: MingoOperator): OperatorCompiler {
  return (operand, compile) => {
    const single = !isDocument(operand) || Object.keys(operand).some((key) => key.startsWith('$'));
    const arg = compile(single && Array.isArray(operand) ? operand[0] : operand);
    return (scope) => {
      const value = arg(scope);
      const args: Document = single ? { date: value } : (value as Document);
      return atZone(name, operator, args);
    };
  };
}

/** Shifts dates to the zone's wall clock and back: mingo's own reading of zones is wrong on some days. */
function atZone(name: string, operator: MingoOperator, { timezone, ...args }: Document): unknown {
  const names = Object.keys(args).filter((key) => ['date', 'startDate', 'endDate'].includes(key));
  if (names.some((key) => isNullish(args[key])) || timezone === null) return args['onNull'] ?? null;
  const zone = timezone === undefined ? 'UTC' : String(timezone);
  for (const key of names) {
    const date = args[key];
    if (!(date instanceof Date)) throw new CommandError(16006, `can't convert to Date in ${name}`);
    args[key] = shiftedInto(zone, date);
  }
  const unsure = /%[GUVuzZ]/.exec(String(args['format']));
  if (unsure) throw notImplemented(`${unsure[0]} in a date format`);
  const result = run(name, operator, args);
  return result instanceof Date ? shiftedOutOf(zone, result) : result;
}

function plainOperator(name: string, operator: MingoOperator): OperatorCompiler {
  return (operand, compile) => {
    const arg = compile(operand);
    return (scope) => run(name, operator, arg(scope));
  };
}

const dateNames = [
  ...['$year', '$month', '$dayOfMonth', '$dayOfWeek', '$dayOfYear', '$hour', '$minute', '$second', '$millisecond'],
  ...['$isoDayOfWeek', '$isoWeek', '$dateToString', '$dateTrunc', '$dateDiff'],
] as const;
const trigonometryNames = [
  '$sin',
  '$cos',
  '$tan',
  '$asin',
  '$acos',
  '$atan',
  '$atan2',
  '$degreesToRadians',
  '$radiansToDegrees',
] as const;

/**
 * The operators that mingo computes correctly: parts of dates, and trigonometry. `$dateAdd`, `$dateFromParts` and
 * `$dateFromString` are not among them.
 */
export const borrowedOperators: Operators = Object.fromEntries([
  ...dateNames.map((name) => [name, dateOperator(name, dates[name] as MingoOperator)] as const),
  ...trigonometryNames.map((name) => [name, plainOperator(name, trigonometry[name] as MingoOperator)] as const),
]);
