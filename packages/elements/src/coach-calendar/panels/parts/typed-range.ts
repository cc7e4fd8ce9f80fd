import type { WallRange } from '@coach-booking/sdk';

/** Returns an end as it is stored: `00:00` of an `<input type=time>` is the end of the day. */
export function endOf(typed: string): string {
  return typed === '00:00' ? '24:00' : typed;
}

/** Returns the text for `<input type=time>`. */
export function shownEnd(end: string): string {
  return end === '24:00' ? '00:00' : end;
}

/** Returns whether a range ends before it starts: after midnight, on the next day. */
export function isOvernight({ start, end }: WallRange): boolean {
  return end < start;
}

/** Returns the problem with a range, or null. A range that ends before it starts runs past midnight. */
export function rangeProblem({ start, end }: WallRange): 'invalidTime' | 'endSameAsStart' | null {
  if (!/^\d\d:\d\d$/.test(start) || !/^\d\d:\d\d$/.test(end)) return 'invalidTime';
  return end === start ? 'endSameAsStart' : null;
}
