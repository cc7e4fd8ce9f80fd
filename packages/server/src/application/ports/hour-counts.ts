import type { Instant } from '@coach-booking/time/instant';
import type { HourCount, HourCounts, HourOfWeek } from '../../domain/recommend/hour-counts.ts';
import type { LedgerScope } from './ledgers.ts';

/** An hour of the week, by the coach's wall clock. */
export type CountedHour = Pick<HourOfWeek, 'weekday' | 'hour'>;

/** The counts of a coach, and of all coaches of the partner together, as of an instant. */
export interface KnownHours {
  /** In any order; hours without a count are not among them. */
  readonly hours: readonly HourOfWeek[];
  readonly partner: HourCounts;
}

/** Counts by hour of the week, from which times are recommended. They name no person. They lose half in 180 days. */
export interface HourCountsStore {
  /** Adds to a count of hours of a coach, and as much of the partner; a negative number takes back. */
  add(
    scope: LedgerScope,
    coachId: string,
    hours: readonly CountedHour[],
    change: { readonly count: HourCount; readonly by: number; readonly at: Instant },
  ): Promise<void>;
  /** Returns what is known, in one read. */
  of(scope: LedgerScope, coachId: string, now: Instant): Promise<KnownHours>;
}
