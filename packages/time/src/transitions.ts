import { DAY, SECOND } from './units.ts';

/** Returns a zone's offset from UTC at an instant, in milliseconds. */
export type OffsetProbe = (instant: number) => number;

/** A change of offset: from `at` on, it is `offset` (both in milliseconds). */
export interface Transition {
  readonly at: number;
  readonly offset: number;
}

/**
 * Shorter than any time for which a zone has changed its offset and returned; Morocco's and Palestine's Ramadan pauses
 * are the short ones.
 */
const STEP = 7 * DAY;

/**
 * Returns every change of offset in (from, to], by probing week by week and bisecting. Both are whole seconds, as every
 * change is: it throws a RangeError otherwise.
 */
export function findTransitions(probe: OffsetProbe, from: number, to: number): Transition[] {
  if (from % SECOND || to % SECOND) throw new RangeError(`Not whole seconds: ${from} to ${to}`);
  const found: Transition[] = [];
  let offset = probe(from);
  for (let at = from; at < to;) {
    const next = Math.min(at + STEP, to);
    const offsetThen = probe(next);
    if (offsetThen !== offset) {
      let before = at;
      let after = next;
      while (after - before > SECOND) {
        const middle = before + Math.floor((after - before) / 2 / SECOND) * SECOND;
        if (probe(middle) === offset) before = middle;
        else after = middle;
      }
      offset = probe(after);
      found.push({ at: after, offset });
      // A second change in the same week shows as a remaining difference.
      at = offset === offsetThen ? next : after;
    } else at = next;
  }
  return found;
}

const NUMBERS = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;

/**
 * Returns a probe of Intl, the only zone database that needs no data of our own. Throws a RangeError for an unknown id.
 */
export function intlProbe(timeZone: string): OffsetProbe {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = NUMBERS.exec(format.format(instant))!.slice(1).map(Number);
    const [month, day, year, hour, minute, second] = parts as [number, number, number, number, number, number];
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / SECOND) * SECOND;
  };
}
