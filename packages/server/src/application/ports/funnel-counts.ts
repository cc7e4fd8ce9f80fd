import type { PlainDate } from '@coach-booking/time/plain-date';
import type { FunnelCount, FunnelGroup, FunnelPlace, FunnelSum } from '../../domain/funnel/funnel-counts.ts';
import type { LedgerScope } from './ledgers.ts';

/** Days after which a count is gone. */
export const FUNNEL_DAYS = 400;

export interface FunnelQuery extends LedgerScope {
  /** Absent: all coaches of the partner. */
  readonly coachId?: string;
  /** Both inclusive. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly by: FunnelGroup;
}

/** Counts by coach, day, service and source. They name no person, so that erasing one leaves them as they are. */
export interface FunnelCountsStore {
  /**
   * Adds to counts of a place. A source beyond the `MOST_SOURCES` of the coach's day is counted as `OTHER`.
   */
  add(scope: LedgerScope, place: FunnelPlace, counts: Readonly<Partial<Record<FunnelCount, number>>>): Promise<void>;
  /**
   * Moves a booking from its source to `OTHER`, and all other counts of a source without another booking on that day.
   * Can be repeated after it was interrupted.
   */
  forgetBooking(scope: LedgerScope, place: FunnelPlace): Promise<void>;
  /** Returns the sums of a period by group, each key once, in any order. Groups without counts are not among them. */
  sums(query: FunnelQuery): Promise<readonly FunnelSum[]>;
}
