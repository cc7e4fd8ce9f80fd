import type { SortField } from '../aggregate/sort.ts';
import type { Index } from '../store/index-spec.ts';
import { endOfValue } from '../values/key-parts.ts';
import { rankOf } from '../values/kind.ts';
import { plainClauses, type Constraint } from './constraints.ts';
import { implies } from './implication.ts';
import { boundedRange, pointPrefixes } from './ranges.ts';
import type { Document } from '../values/document.ts';

/** Returns whether an index's key, read from an offset on, may belong to a requested document. */
export type KeyTest = (key: Buffer, from: number) => boolean;

const nothing = Buffer.alloc(0);

/**
 * Compiles what a filter demands of the fields of an index behind those that are fixed, to be answered from its keys
 * alone.
 * @param answered how many fields, the fixed ones among them, need no further check
 * @returns undefined when it demands nothing of them, or when arrays give a document several keys
 */
export function keyTest(
  index: Index,
  fixed: number,
  answered: number,
  constraints: ReadonlyMap<string, Constraint>,
): KeyTest | undefined {
  if (index.arrayPaths.length > 0) return undefined;
  const rest = index.fields.slice(fixed).map(({ path, direction }, at) => {
    const constraint = fixed + at < answered ? undefined : constraints.get(path);
    return { descending: direction === -1, passes: constraint && valueTest(constraint, direction) };
  });
  const asked = rest.slice(0, rest.findLastIndex(({ passes }) => passes !== undefined) + 1);
  if (asked.length === 0) return undefined;
  return (key, from) => {
    let start = from;
    for (const { descending, passes } of asked) {
      const end = endOfValue(key, start, descending);
      if (passes && !passes(key, start, end)) return false;
      start = end;
    }
    return true;
  };
}

type ValueTest = (key: Buffer, start: number, end: number) => boolean;

function valueTest({ points, ...bounds }: Constraint, direction: SortField['direction']): ValueTest | undefined {
  if (points) {
    const wanted = pointPrefixes(nothing, points, direction);
    return (key, start, end) => wanted.some((point) => point.compare(key, start, end) === 0);
  }
  const { lower, upper } = bounds;
  if (lower && upper && rankOf(lower.value) !== rankOf(upper.value)) return undefined;
  const range = boundedRange(nothing, bounds, direction);
  return (key, start, end) => range.start.compare(key, start, end) <= 0 && range.end.compare(key, start, end) > 0;
}

/** Returns whether the keys of an index answer a whole filter, so that no document needs to be read for a count. */
export function isCovered(index: Index, filter: Document): boolean {
  const partial = index.partialFilterExpression;
  const clauses = plainClauses(filter);
  if (!clauses || index.arrayPaths.length > 0) return false;
  return clauses.every(
    ({ path, operand }) =>
      index.fields.some((field) => field.path === path) ||
      (partial !== undefined && implies(partial, { [path]: operand })),
  );
}
