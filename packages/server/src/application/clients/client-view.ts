import type { components } from '@coach-booking/contract/types';
import { earliest, latest, type Instant } from '@coach-booking/time/instant';
import { isActive } from '../../domain/booking/status.ts';
import { isConnected } from '../../domain/client/connection.ts';
import { instantText } from '../kernel/instants.ts';
import type { AttendeeBooking } from '../ports/booking-reads.ts';
import type { StoredConnection } from '../ports/connections.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';

type View = components['schemas']['ConnectedClient'];

/** Statuses without a session that took place. */
const WITHOUT_SESSION: readonly AttendeeBooking['status'][] = ['pending', 'cancelled', 'no_show'];

const sessionsOf = (bookings: readonly AttendeeBooking[], now: Instant): Pick<View, 'lastSession' | 'nextSession'> => {
  const starts = (isMeant: (booking: AttendeeBooking, start: Instant) => boolean): Instant[] =>
    bookings.flatMap((booking) => (booking.time && isMeant(booking, booking.time.start) ? booking.time.start : []));
  const past = starts(({ status }, start) => start <= now && !WITHOUT_SESSION.includes(status));
  const ahead = starts(({ status }, start) => start > now && isActive(status));
  return present({
    lastSession: past.length > 0 ? instantText(latest(...past)) : undefined,
    nextSession: ahead.length > 0 ? instantText(earliest(...ahead)) : undefined,
  });
};

/** Returns a client as the coach side sees them; the bookings are those with this coach. */
export function clientView(
  { id, name, email, phone, timeZone }: User,
  connection: StoredConnection,
  bookings: readonly AttendeeBooking[],
  now: Instant,
): View {
  return {
    id,
    name,
    email,
    ...present({ phone, timeZone }),
    sharesProfile: isConnected(connection),
    ...(isConnected(connection) && { since: instantText(connection.since!) }),
    bookings: bookings.length,
    ...sessionsOf(bookings, now),
  };
}
