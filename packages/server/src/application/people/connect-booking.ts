import type { Booking } from '../../domain/booking/booking.ts';
import { connectionThrough, isConnected } from '../../domain/client/connection.ts';
import type { Deps } from '../ports/deps.ts';
import type { AttendeeBooking } from '../ports/booking-reads.ts';
import type { StoredConnection } from '../ports/connections.ts';
import { connectThrough, endCalledOff, type ClientAndCoach } from './connect-through.ts';

type Reads = Pick<Deps, 'connections' | 'bookings'>;

/** Returns all bookings of the client with the coach, except those that were made by typing an address. */
export function bookingsBetween(
  { bookings }: Pick<Deps, 'bookings'>,
  { partnerId, mode, clientId, coachId }: ClientAndCoach,
): Promise<readonly AttendeeBooking[]> {
  return bookings.ofAttendees({ partnerId, mode, coachId, attendeeIds: [clientId] });
}

/**
 * Runs after every acknowledged write of a booking, before the answer: connects its client with its coach where the
 * booking does that, asks the client where it does not, and ends what rested on a cancelled booking. Idempotent. What a
 * crash leaves undone is completed by the next write of the booking, by the sweeper, and where a connection is read.
 */
export async function connectBooking(core: Reads, booking: Booking): Promise<void> {
  const { partnerId, mode, coachId, attendee } = booking;
  if (attendee.kind !== 'client') return;
  const names = { partnerId, mode, coachId, clientId: attendee.id };
  if (booking.status === 'cancelled') await endCalledOff(core.connections, names, () => bookingsBetween(core, names));
  else if (connectionThrough(booking, null)) await connectThrough(core.connections, names, booking);
}

/**
 * Returns the connection of the two, null when there is none. Where it is missing the bookings are read, so that none
 * is ever lost.
 */
export async function currentConnection(core: Reads, names: ClientAndCoach): Promise<StoredConnection | null> {
  const { clientId, coachId } = names;
  const stored = await core.connections.find(names, clientId, coachId);
  if (isConnected(stored)) return stored;
  const connecting = (await bookingsBetween(core, names)).filter(
    (booking) => connectionThrough(booking, stored) !== null,
  );
  for (const booking of connecting) await connectThrough(core.connections, names, booking);
  const repaired = connecting.length === 0 ? null : await core.connections.find(names, clientId, coachId);
  return isConnected(repaired) ? repaired : null;
}
