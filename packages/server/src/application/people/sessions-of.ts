import { earliest, latest, type Instant } from '@coach-booking/time/instant';
import { isActive } from '../../domain/booking/status.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { AttendeeBooking } from '../ports/booking-reads.ts';

/** Statuses without a session that took place. */
const WITHOUT_SESSION: readonly AttendeeBooking['status'][] = ['pending', 'cancelled', 'no_show'];

/** Returns the starts of the last session that took place and of the next one, as texts; absent where there is none. */
export function sessionsOf(
  bookings: readonly Pick<AttendeeBooking, 'status' | 'time'>[],
  now: Instant,
): { readonly lastSession?: string; readonly nextSession?: string } {
  const starts = (isMeant: (status: AttendeeBooking['status'], start: Instant) => boolean): Instant[] =>
    bookings.flatMap(({ status, time }) => (time && isMeant(status, time.start) ? time.start : []));
  const past = starts((status, start) => start <= now && !WITHOUT_SESSION.includes(status));
  const ahead = starts((status, start) => start > now && isActive(status));
  return present({
    lastSession: past.length > 0 ? instantText(latest(...past)) : undefined,
    nextSession: ahead.length > 0 ? instantText(earliest(...ahead)) : undefined,
  });
}
