import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import { isConnected } from '../../domain/client/connection.ts';
import { instantText } from '../kernel/instants.ts';
import type { AttendeeBooking } from '../ports/booking-reads.ts';
import type { StoredConnection } from '../ports/connections.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { sessionsOf } from '../people/sessions-of.ts';

type View = components['schemas']['ConnectedClient'];

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
