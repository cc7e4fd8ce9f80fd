import type { SortField } from '../aggregate/sort.ts';
import { afterPrefix, KeyWriter } from '../values/key.ts';
import { rank, rankOf } from '../values/kind.ts';
import type { KeyRange } from '../store/environment.ts';
import type { Constraint } from './constraints.ts';

const writer = new KeyWriter();

/** Keys of an index whose first fields are given. */
export interface IndexRange extends KeyRange {
  /** The number of bytes of these fields in each key. */
  readonly fixed: number;
}

/** Keys whose next value, after a prefix, is one of the points: one longer prefix for each. */
export function pointPrefixes(prefix: Buffer, points: readonly unknown[], direction: SortField['direction']): Buffer[] {
  const keys = points.map((point) =>
    writer
      .clear()
      .raw(prefix)
      .value(point, direction === -1)
      .finish(),
  );
  if (keys.length < 2) return keys;
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

/** Returns all keys with a prefix. */
export function prefixRange(prefix: Buffer): IndexRange {
  return { start: prefix, end: afterPrefix(prefix), fixed: prefix.length };
}

/** Keys whose next value, after a prefix, lies between the bounds and is of their type. NaN lies between none. */
export function boundedRange(
  prefix: Buffer,
  { lower, upper }: Constraint,
  direction: SortField['direction'],
): IndexRange {
  const descending = direction === -1;
  const type = rankOf((lower ?? upper)?.value);
  const keyOf = (value: unknown) => writer.clear().raw(prefix).value(value, descending).finish();
  const typeKey = writer
    .clear()
    .raw(prefix)
    .raw(Uint8Array.of(descending ? ~type & 0xff : type))
    .finish();
  const least = type === rank.number && !lower ? { value: NaN, inclusive: false } : lower;
  const [first, last] = descending ? [upper, least] : [least, upper];
  const start = first === undefined ? typeKey : first.inclusive ? keyOf(first.value) : afterPrefix(keyOf(first.value));
  const end =
    last === undefined ? afterPrefix(typeKey) : last.inclusive ? afterPrefix(keyOf(last.value)) : keyOf(last.value);
  return { start, end, fixed: prefix.length };
}
