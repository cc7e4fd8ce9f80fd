import type { Instant } from '@coach-booking/time/instant';
import type { Booking } from '../booking/booking.ts';
import type { SourceConflict } from '../calendar-source/source-conflicts.ts';
import type { Delivery } from './delivery.ts';
import { fresh } from './derive.ts';

/**
 * Returns the mail about a calendar that is busy at the time of a booking. It has one id for a booking and the part of
 * its time, whichever calendar, reading or process finds that, and another one once the booking or the event moves.
 */
export function conflictMessage(
  booking: Booking,
  sourceId: string,
  { bookedAt, start, end }: SourceConflict,
  now: Instant,
): Delivery {
  return {
    id: `${booking.id}:conflict:email:coach:${start}-${end}`,
    ...fresh(booking, now),
    kind: 'conflict',
    channel: 'email',
    role: 'coach',
    about: { start: bookedAt, outside: { sourceId, start, end } },
    dueAt: now,
    state: 'due',
  };
}
