import type { LocationKind } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';
import type { Weekday } from '@coach-booking/time/plain-date';

/** The bookings of a period that are equal in all that statistics read, counted and summed. */
export interface BookingGroup {
  readonly status: BookingStatus;
  /** Cancelled by the system, since the coach did not agree in time. */
  readonly isExpired: boolean;
  readonly locationKind: LocationKind;
  /** Minutes. */
  readonly duration: number;
  /** The wall-clock time in the coach's zone when the time was agreed. */
  readonly weekday: Weekday;
  readonly hour: number;
  /** Null of bookings without a price. */
  readonly currency: string | null;
  /** Not begun yet. */
  readonly isAhead: boolean;
  readonly count: number;
  /** Together, in the smallest unit of the currency. */
  readonly amount: number;
  /** By how much codes made their prices lower, together. */
  readonly discount: number;
  /** Milliseconds from being booked to the start, together. */
  readonly ahead: number;
}

/** A period by groups, and how many bookings the period of the same length before it had. */
export interface Tally {
  readonly groups: readonly BookingGroup[];
  readonly before: number;
}
