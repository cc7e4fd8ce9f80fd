import type { Instant } from '@coach-booking/time/instant';
import type { Weekday } from '@coach-booking/time/plain-date';
import { DAY } from '@coach-booking/time/units';

/** Counts of one hour of the week. They decay, so they are no whole numbers. */
export interface HourCounts {
  /** Visits to a widget whose first times had one in this hour. */
  readonly shown: number;
  /** Visits in which a time of this hour was chosen, booked or not. */
  readonly picked: number;
  /** Bookings by attendees. */
  readonly booked: number;
  readonly completed: number;
  readonly noShow: number;
}

/** The counts of one hour of the week, by the coach's wall clock. */
export interface HourOfWeek extends HourCounts {
  readonly weekday: Weekday;
  /** 0–23. */
  readonly hour: number;
}

/** The names of the counts. */
export type HourCount = keyof HourCounts;

/** After so long a count is worth half: coaches and their clients change. */
const HALF_LIFE = 180 * DAY;
/** Any fixed instant. */
const LANDMARK = Date.UTC(2026, 0, 1);

export const NO_COUNTS: HourCounts = { shown: 0, picked: 0, booked: 0, completed: 0, noShow: 0 };

/**
 * Returns the weight with which a count of an instant is stored: it grows, so that what was stored before decays beside
 * it and is never written again (forward decay, Cormode 2009). Divided by the weight of now it is the count as of now.
 */
export function weightAt(at: Instant): number {
  return 2 ** ((at - LANDMARK) / HALF_LIFE);
}

/** Returns counts, each multiplied by a factor. */
export function scaled({ shown, picked, booked, completed, noShow }: HourCounts, by: number): HourCounts {
  return {
    shown: shown * by,
    picked: picked * by,
    booked: booked * by,
    completed: completed * by,
    noShow: noShow * by,
  };
}

/** Returns the sum of counts. */
export function sumOf(all: readonly HourCounts[]): HourCounts {
  return all.reduce(
    (sum, each) => ({
      shown: sum.shown + each.shown,
      picked: sum.picked + each.picked,
      booked: sum.booked + each.booked,
      completed: sum.completed + each.completed,
      noShow: sum.noShow + each.noShow,
    }),
    NO_COUNTS,
  );
}
