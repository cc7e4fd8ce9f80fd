import { connectionThrough, isConnected } from '../../domain/client/connection.ts';
import type { Deps } from '../deps.ts';
import type { StoredConnection } from '../ports/connections.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { connectThrough } from './connect-through.ts';

/** All connections of a client that stand, the oldest first; the bookings are asked too, so that none is missing which a crash left unwritten. */
export const standingConnections = async (
  { connections, bookings }: Pick<Deps, 'connections' | 'bookings'>,
  { partnerId, mode }: LedgerScope,
  clientId: string,
): Promise<readonly StoredConnection[]> => {
  const scope = { partnerId, mode };
  const [stored, all] = await Promise.all([connections.allOf(scope, clientId), bookings.ofAttendee(scope, clientId)]);
  const ofCoach = new Map(stored.map((connection) => [connection.coachId, connection]));
  const missing = all.filter(
    (booking) => booking.attendee.kind === 'client' && connectionThrough(booking, ofCoach.get(booking.coachId) ?? null),
  );
  if (missing.length === 0) return stored.filter(isConnected);
  for (const booking of missing) await connectThrough(connections, { ...scope, clientId, coachId: booking.coachId }, booking);
  return connections.ofClient(scope, clientId);
};
