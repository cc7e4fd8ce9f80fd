import { latest, type Instant } from '@coach-booking/time/instant';
import type { Actor } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';

/** The facts in a person's bookings about their intent. */
export interface LeadBehaviour {
  /** When the last booking was made; absent before the first one. Instant. */
  readonly lastBookingAt?: Instant;
  readonly bookings: number;
  /** Sessions that took place. */
  readonly kept: number;
  /** Sessions that the person cancelled or did not come to. */
  readonly missed: number;
  /** Sessions that the person moved, however often each. */
  readonly moved: number;
  readonly phone: boolean;
  /** Agreed to be contacted with any booking. */
  readonly consent: boolean;
}

/** The fields of a booking that show the intent of its maker. */
export interface BookingSignals {
  readonly createdAt: Instant;
  readonly status: BookingStatus;
  readonly cancelledBy?: Actor;
  readonly consent?: boolean;
  readonly history: readonly { readonly type: string; readonly by: Actor }[];
}

const isMissed = ({ status, cancelledBy }: BookingSignals): boolean =>
  status === 'no_show' || (status === 'cancelled' && cancelledBy === 'attendee');

const isMoved = ({ history }: BookingSignals): boolean =>
  history.some(({ type, by }) => type === 'rescheduled' && by === 'attendee');

const countOf = <T>(all: readonly T[], counts: (each: T) => boolean): number => all.filter(counts).length;

/** Sums up the bookings of one person. Cancellations and moves by the coach do not count. */
export function behaviourOf(bookings: readonly BookingSignals[], phone: boolean): LeadBehaviour {
  return {
    ...(bookings.length > 0 && { lastBookingAt: latest(...bookings.map(({ createdAt }) => createdAt)) }),
    bookings: bookings.length,
    kept: countOf(bookings, ({ status }) => status === 'completed'),
    missed: countOf(bookings, isMissed),
    moved: countOf(bookings, isMoved),
    phone,
    consent: bookings.some(({ consent }) => consent === true),
  };
}
