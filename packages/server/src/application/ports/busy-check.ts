import type { Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';

/** Whether a calendar has something at a time; `unknown` where its provider could not tell in time. */
export type BusyAnswer = boolean | 'unknown';

/** The time that a booking is about to take. */
export interface BusyQuestion extends Range<Instant> {
  /** The coach's: of days without a time, and of times without a zone. */
  readonly timeZone: string;
  /**
   * Returns which of these ids, found in the UIDs of events (`bookingIdsIn`), are of bookings with this coach. Their
   * events do not count: the ledger knows the bookings, and one that moved may still stand where it was.
   */
  ownBookings(ids: readonly string[]): Promise<readonly string[]>;
}

/**
 * Asks calendars of one kind whether they are busy by now. What makes a coach busy is the same as in the reading of
 * that kind: no event that is transparent, cancelled or declined.
 */
export interface BusyCheck {
  /**
   * Gives up after `budgetMs` and then returns `unknown`, as for all that its provider does wrong; what it throws
   * counts as `unknown` too.
   */
  busyNow(source: CalendarSource, question: BusyQuestion, budgetMs: number): Promise<BusyAnswer>;
}

/** Absent of a kind that cannot be asked for one range: what was last read of it counts. */
export type BusyChecks = Readonly<Partial<Record<CalendarSource['kind'], BusyCheck>>>;
