import { latest, type Instant } from '@coach-booking/time/instant';
import type { Booking } from './booking.ts';

type Revised = Pick<Booking, 'status' | 'cancelledAt' | 'createdAt'> & {
  readonly history: readonly Pick<Booking['history'][number], 'type' | 'at' | 'from' | 'to'>[];
};

/**
 * Returns the SEQUENCE of a booking in calendars: it rises with each move, with the end, and when the end is taken
 * back, so that programs take the newer file. The same in mails and feeds.
 */
export function calendarSequence({ status, history }: Revised): number {
  const changes = history.filter(
    ({ type, from, to }) => type === 'rescheduled' || (from !== to && [from, to].includes('cancelled')),
  ).length;
  // A request that expired is cancelled before that is recorded. R25.
  return changes + (status === 'cancelled' && history.at(-1)?.to !== 'cancelled' ? 1 : 0);
}

/** Returns when a booking was last changed as far as calendars show it. */
export function calendarChangedAt({ cancelledAt, createdAt, history }: Revised): Instant {
  return latest(cancelledAt ?? createdAt, history.at(-1)?.at ?? createdAt);
}
