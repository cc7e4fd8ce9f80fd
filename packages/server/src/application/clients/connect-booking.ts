import type { Booking } from '../../domain/booking/booking.ts';
import { connectionThrough, isConnected } from '../../domain/client/connection.ts';
import type { Deps } from '../deps.ts';
import type { StoredConnection } from '../ports/connections.ts';
import { connectThrough, type ClientAndCoach } from './connect-through.ts';

/**
 * After every acknowledged write of a booking, before the answer: connects its client with its coach where the booking does that. Idempotent.
 * What a crash leaves undone is made up for by the next write of the booking, the sweeper, and where a connection is asked for.
 */
export const connectBooking = async ({ connections }: Pick<Deps, 'connections'>, booking: Booking): Promise<void> => {
  const { partnerId, mode, coachId, attendee } = booking;
  if (attendee.kind !== 'client' || connectionThrough(booking, null) === null) return;
  await connectThrough(connections, { partnerId, mode, coachId, clientId: attendee.id }, booking);
};

/** The connection of the two, null when there is none that stands. Where it is missing the bookings are asked, so that none is ever lost. */
export const standingConnection = async (
  { connections, bookings }: Pick<Deps, 'connections' | 'bookings'>,
  names: ClientAndCoach,
): Promise<StoredConnection | null> => {
  const { clientId, coachId } = names;
  const stored = await connections.find(names, clientId, coachId);
  if (isConnected(stored)) return stored;
  const { partnerId, mode } = names;
  const theirs = await bookings.ofAttendees({ partnerId, mode, coachId, attendeeIds: [clientId] });
  const connecting = theirs.filter((booking) => booking.attendee.kind === 'client' && connectionThrough(booking, stored) !== null);
  for (const booking of connecting) await connectThrough(connections, names, booking);
  const healed = connecting.length === 0 ? null : await connections.find(names, clientId, coachId);
  return isConnected(healed) ? healed : null;
};
