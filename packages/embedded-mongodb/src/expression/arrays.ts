import { CommandError } from '../errors.ts';
import { compare, equal } from '../values/compare.ts';
import { isDocument, setField, type Document } from '../values/document.ts';
import { typeAlias } from '../values/kind.ts';
import { sortComparison } from '../aggregate/sort.ts';
import { checkNames, fixed, isNullish, named, truthy, type Operators } from './operator.ts';
import { withVariable } from './scope.ts';

function array(name: string, value: unknown, code = 28651): unknown[] {
  if (!Array.isArray(value))
    throw new CommandError(code, `The argument to ${name} must be an array, but was of type: ${typeAlias(value)}`);
  return value;
}

function whole(name: string, value: unknown): number {
  const number = typeof value === 'number' ? value : Number(value);
  if (!Number.isInteger(number))
    throw new CommandError(28691, `${name} needs a whole number, but was: ${String(value)}`);
  return number;
}

function elementAt([list, position]: readonly unknown[]): unknown {
  if (isNullish(list) || isNullish(position)) return null;
  return array('$arrayElemAt', list, 28689).at(whole('$arrayElemAt', position));
}

function slice([list, first, count]: readonly unknown[]): unknown {
  if (isNullish(list) || isNullish(first)) return null;
  const items = array('$slice', list, 28724);
  const start = whole('$slice', first);
  if (count === undefined) return start >= 0 ? items.slice(0, start) : items.slice(start);
  const length = whole('$slice', count);
  if (length <= 0) throw new CommandError(28729, `Third argument to $slice must be positive: ${length}`);
  const begin = start < 0 ? Math.max(0, items.length + start) : start;
  return items.slice(begin, begin + length);
}

function range(args: readonly unknown[]): unknown {
  const [start, end, step = 1] = args.map((arg) => whole('$range', arg)) as [number, number, number?];
  if (step === 0) throw new CommandError(34449, '$range requires a non-zero step value');
  const items: number[] = [];
  for (let value = start; step > 0 ? value < end : value > end; value += step) items.push(value);
  return items;
}

function zip({ inputs, useLongestLength, defaults }: Document): unknown {
  if (isNullish(inputs)) return null;
  const lists = array('$zip', inputs, 34461);
  if (lists.some(isNullish)) return null;
  const lengths = lists.map((list) => array('$zip', list, 34468).length);
  const length = truthy(useLongestLength) ? Math.max(0, ...lengths) : Math.min(...lengths);
  const fallback = Array.isArray(defaults) ? defaults : [];
  return Array.from({ length }, (_, at) =>
    lists.map((list, which) => (list as unknown[])[at] ?? fallback[which] ?? null),
  );
}

function pairsToDocument([pairs]: readonly unknown[]): unknown {
  if (isNullish(pairs)) return null;
  const document: Document = {};
  for (const pair of array('$arrayToObject', pairs, 40386)) {
    const [key, value] = Array.isArray(pair) ? pair : isDocument(pair) ? [pair['k'], pair['v']] : [];
    if (typeof key !== 'string') throw new CommandError(40395, '$arrayToObject requires string keys in pairs');
    setField(document, key, value);
  }
  return document;
}

/** Arrays: `$filter`, `$map` and `$reduce` bind their variables; null or missing in, null out. */
export const arrayOperators: Operators = {
  $isArray: fixed('$isArray', 1, 1, ([value]) => Array.isArray(value)),
  $size: fixed('$size', 1, 1, ([value]) => array('$size', value, 17124).length),
  $arrayElemAt: fixed('$arrayElemAt', 2, 2, elementAt),
  $slice: fixed('$slice', 2, 3, slice),
  $range: fixed('$range', 2, 3, range),
  $zip: named('$zip', ['inputs'], ['useLongestLength', 'defaults'], zip),
  $arrayToObject: fixed('$arrayToObject', 1, 1, pairsToDocument),
  $in: fixed('$in', 2, 2, ([value, list]) => {
    if (!Array.isArray(list))
      throw new CommandError(40081, `$in requires an array as a second argument, found: ${typeAlias(list)}`);
    return list.some((item) => equal(item, value));
  }),
  $indexOfArray: fixed('$indexOfArray', 2, 4, ([list, value, start, end]) => {
    if (isNullish(list)) return null;
    const items = array('$indexOfArray', list, 40090).slice(
      0,
      end === undefined ? undefined : whole('$indexOfArray', end),
    );
    const from = start === undefined ? 0 : whole('$indexOfArray', start);
    return items.findIndex((item, at) => at >= from && equal(item, value));
  }),
  $concatArrays: fixed('$concatArrays', 0, Infinity, (lists) =>
    lists.some(isNullish) ? null : lists.flatMap((list) => array('$concatArrays', list, 28664)),
  ),
  $reverseArray: fixed('$reverseArray', 1, 1, ([list]) =>
    isNullish(list) ? null : array('$reverseArray', list, 34435).toReversed(),
  ),
  $sortArray: named('$sortArray', ['input', 'sortBy'], [], ({ input, sortBy }) => {
    if (isNullish(input)) return null;
    const items = array('$sortArray', input, 2942504);
    return items.toSorted(
      isDocument(sortBy) ? sortComparison(sortBy) : (a, b) => compare(a, b) * (Number(sortBy) < 0 ? -1 : 1),
    );
  }),
  $filter: (operand, compile) => {
    const { input, cond, as, limit } = checkNames('$filter', operand, ['input', 'cond'], ['as', 'limit']);
    const name = typeof as === 'string' ? as : 'this';
    const [items, condition, most] = [compile(input), compile(cond), compile(limit ?? null)];
    return (scope) => {
      const list = items(scope);
      if (isNullish(list)) return null;
      const kept = array('$filter', list).filter((item) => truthy(condition(withVariable(scope, name, item))));
      const count = most(scope);
      return isNullish(count) ? kept : kept.slice(0, whole('$filter', count));
    };
  },
  $map: (operand, compile) => {
    const { input, as, in: body } = checkNames('$map', operand, ['input', 'in'], ['as']);
    const name = typeof as === 'string' ? as : 'this';
    const [items, inner] = [compile(input), compile(body)];
    return (scope) => {
      const list = items(scope);
      return isNullish(list)
        ? null
        : array('$map', list, 16883).map((item) => inner(withVariable(scope, name, item)) ?? null);
    };
  },
  $reduce: (operand, compile) => {
    const { input, initialValue, in: body } = checkNames('$reduce', operand, ['input', 'initialValue', 'in'], []);
    const [items, initial, inner] = [compile(input), compile(initialValue), compile(body)];
    return (scope) => {
      const list = items(scope);
      if (isNullish(list)) return null;
      return array('$reduce', list, 40080).reduce(
        (value, item) => inner(withVariable(withVariable(scope, 'value', value), 'this', item)),
        initial(scope),
      );
    };
  },
};
