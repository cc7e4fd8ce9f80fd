import { sortComparison } from '../aggregate/sort.ts';
import { CommandError, badValue } from '../errors.ts';
import { asNumber } from '../query/operators.ts';
import { compileFilter, hasOperators } from '../query/filter.ts';
import { compare, equal } from '../values/compare.ts';
import { isDocument } from '../values/document.ts';
import { typeAlias } from '../values/kind.ts';
import { keep, type Change } from './change.ts';

/** Returns the array at a path. Throws BadValue for another value. */
function arrayAt(name: string, current: unknown): unknown[] {
  if (Array.isArray(current)) return current;
  throw badValue(`Cannot apply ${name} to a non-array value: the field is of type ${typeAlias(current)}`);
}

/** Returns the array at a path, none for a missing field. */
function arrayOrNone(name: string, current: unknown): unknown[] {
  return current === undefined ? [] : arrayAt(name, current);
}

function hasEach(operand: unknown): operand is { $each: unknown } & Record<string, unknown> {
  return isDocument(operand) && '$each' in operand;
}

function eachOf(name: string, each: unknown): unknown[] {
  if (!Array.isArray(each))
    throw badValue(`The argument to $each in ${name} must be an array but it was of type ${typeAlias(each)}`);
  return each;
}

function whole(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = asNumber(value);
  if (number === undefined || !Number.isInteger(number))
    throw badValue(`The value for ${name} must be an integer value but was given type: ${typeAlias(value)}`);
  return number;
}

/** `$push` with `$each`, `$position`, `$sort` and `$slice`, in this order. */
export function push(operand: unknown): Change {
  if (!hasEach(operand)) return (current) => ({ value: [...arrayOrNone('$push', current), operand] });
  for (const name of Object.keys(operand)) {
    if (!['$each', '$position', '$sort', '$slice'].includes(name))
      throw badValue(`Unrecognized clause in $push: ${name}`);
  }
  const added = eachOf('$push', operand.$each);
  const position = whole('$position', operand['$position']);
  const slice = whole('$slice', operand['$slice']);
  const sort = operand['$sort'];
  const order = isDocument(sort) ? sortComparison(sort) : (a: unknown, b: unknown) => compare(a, b) * Number(sort);
  return (current) => {
    const items = [...arrayOrNone('$push', current)];
    items.splice(position ?? items.length, 0, ...added);
    if (sort !== undefined) items.sort(order);
    return { value: slice === undefined ? items : slice < 0 ? items.slice(slice) : items.slice(0, slice) };
  };
}

/** `$addToSet`, with `$each`. */
export function addToSet(operand: unknown): Change {
  const candidates = hasEach(operand) ? eachOf('$addToSet', operand.$each) : [operand];
  return (current) => {
    const items = [...arrayOrNone('$addToSet', current)];
    const before = items.length;
    for (const candidate of candidates) if (!items.some((item) => equal(item, candidate))) items.push(candidate);
    return items.length === before && current !== undefined ? keep : { value: items };
  };
}

/** `$pull` of a value, of what operators find, or of documents that a filter finds. */
export function pull(operand: unknown): Change {
  const filter = hasOperators(operand) || operand instanceof RegExp ? compileFilter({ item: operand }) : undefined;
  const byFields = !filter && isDocument(operand) ? compileFilter(operand) : undefined;
  const drops = (item: unknown): boolean => {
    if (filter) return filter({ item });
    return byFields ? isDocument(item) && byFields(item) : equal(item, operand);
  };
  return filtering('$pull', drops);
}

export function pullAll(operand: unknown): Change {
  if (!Array.isArray(operand))
    throw badValue(`$pullAll requires an array argument but was given a ${typeAlias(operand)}`);
  return filtering('$pullAll', (item) => operand.some((dropped) => equal(dropped, item)));
}

function filtering(name: string, drops: (item: unknown) => boolean): Change {
  return (current) => {
    if (current === undefined) return keep;
    const items = arrayAt(name, current);
    const kept = items.filter((item) => !drops(item));
    return kept.length === items.length ? keep : { value: kept };
  };
}

export function pop(operand: unknown): Change {
  const end = asNumber(operand);
  if (end !== 1 && end !== -1)
    throw new CommandError('FailedToParse', `$pop expects 1 or -1, found: ${String(operand)}`);
  return (current) => {
    if (current === undefined) return keep;
    if (!Array.isArray(current))
      throw new CommandError('TypeMismatch', `Path contains an element of non-array type '${typeAlias(current)}'`);
    const items: unknown[] = current;
    return items.length === 0 ? keep : { value: end === 1 ? items.slice(0, -1) : items.slice(1) };
  };
}
