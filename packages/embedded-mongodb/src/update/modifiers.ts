import { Long, Timestamp } from 'bson';
import { plus, times } from '../expression/arithmetic.ts';
import { CommandError, badValue, failedToParse } from '../errors.ts';
import { compare } from '../values/compare.ts';
import { isDocument } from '../values/document.ts';
import { typeAlias } from '../values/kind.ts';
import { addToSet, pop, pull, pullAll, push } from './arrays.ts';
import { keep, remove, type Change } from './change.ts';

function number(name: string, operand: unknown): number | Long {
  if (typeof operand === 'number' || operand instanceof Long) return operand;
  throw new CommandError(
    'TypeMismatch',
    `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: ${typeAlias(operand)}`,
  );
}

function counting(
  name: '$inc' | '$mul',
  apply: (a: number | Long, b: number | Long) => number | Long,
  start: (by: number | Long) => number | Long,
) {
  return (operand: unknown): Change => {
    const by = number(name, operand);
    return (current) => {
      if (current === undefined) return { value: start(by) };
      if (typeof current !== 'number' && !(current instanceof Long)) {
        throw new CommandError(
          'TypeMismatch',
          `Cannot apply ${name} to a value of non-numeric type, but of type ${typeAlias(current)}`,
        );
      }
      return { value: apply(current, by) };
    };
  };
}

function extreme(direction: 1 | -1) {
  return (operand: unknown): Change =>
    (current) =>
      current === undefined || compare(operand, current) * direction > 0 ? { value: operand } : keep;
}

function currentDate(operand: unknown): Change {
  if (typeof operand === 'boolean') return (_, now) => ({ value: now });
  const type = isDocument(operand) ? operand['$type'] : undefined;
  if (type !== 'date' && type !== 'timestamp')
    throw badValue("The '$type' string field is required to be 'date' or 'timestamp'");
  return (_, now) => ({ value: type === 'date' ? now : new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }) });
}

function bit(operand: unknown): Change {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw badValue('The $bit modifier needs an object of and, or, xor');
  const steps = Object.entries(operand).map(([name, mask]) => {
    if (name !== 'and' && name !== 'or' && name !== 'xor')
      throw badValue(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (typeof mask !== 'number' || !Number.isInteger(mask))
      throw badValue('The $bit modifier field must be an integer');
    return { name, mask };
  });
  return (current) => {
    if (current !== undefined && (typeof current !== 'number' || typeAlias(current) !== 'int'))
      throw badValue(`Cannot apply $bit to a value of non-integral type, but of type ${typeAlias(current)}`);
    const start = (current as number | undefined) ?? 0;
    const value = steps.reduce(
      (bits, { name, mask }) => (name === 'and' ? bits & mask : name === 'or' ? bits | mask : bits ^ mask),
      start,
    );
    return { value };
  };
}

function set(operand: unknown): Change {
  return () => ({ value: operand });
}

/** Modifiers that change the value at one path. `$rename` and `$setOnInsert` are handled where they are read. */
export const modifiers: Readonly<Record<string, (operand: unknown) => Change>> = {
  $set: set,
  $setOnInsert: set,
  $unset: () => () => remove,
  $inc: counting('$inc', plus, (by) => by),
  $mul: counting('$mul', times, (by) => (by instanceof Long ? Long.ZERO : 0)),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: currentDate,
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
};

export function unknownModifier(name: string): CommandError {
  return failedToParse(
    `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}
