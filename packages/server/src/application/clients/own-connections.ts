import { earliest } from '@coach-booking/time/instant';
import { connectionThrough, stateOf, type Connection } from '../../domain/client/connection.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import type { StoredConnection } from '../ports/connections.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { connectThrough } from '../people/connect-through.ts';
import { guestIdsOf } from '../people/own-bookings.ts';

export type OwnConnectionsNeeds = Pick<Core, 'realNow' | 'bookings' | 'leads' | 'users' | 'connections'>;

/** The connection between a client and one coach. */
export type OwnConnection = Connection & Pick<StoredConnection, 'coachId'>;

const whenOf = ({ since, askedAt, refusedAt }: Connection): number => since ?? askedAt ?? refusedAt ?? 0;
const byAge = (a: OwnConnection, b: OwnConnection): number => whenOf(a) - whenOf(b) || (a.coachId < b.coachId ? -1 : 1);

/** Returns the stored connections; those that a crash left unwritten are restored from the bookings. */
const repaired = async (
  { connections, bookings }: Pick<Core, 'connections' | 'bookings'>,
  scope: LedgerScope,
  clientId: string,
): Promise<readonly StoredConnection[]> => {
  const [stored, all] = await Promise.all([connections.allOf(scope, clientId), bookings.ofAttendee(scope, clientId)]);
  const ofCoach = new Map(stored.map((connection) => [connection.coachId, connection]));
  const missing = all.filter((booking) => connectionThrough(booking, ofCoach.get(booking.coachId) ?? null));
  if (missing.length === 0) return stored;
  for (const booking of missing)
    await connectThrough(connections, { ...scope, clientId, coachId: booking.coachId }, booking);
  return connections.allOf(scope, clientId);
};

const isStanding = ({ status }: Booking): boolean => status !== 'cancelled';

/**
 * Returns the requests by bookings that were made with the client's address, by any person. None of them is stored
 * before the client answers, so a coach cannot find out that the address has an account.
 */
const guestQuestions = async (
  core: OwnConnectionsNeeds,
  scope: LedgerScope,
  clientId: string,
  known: ReadonlySet<string>,
): Promise<readonly OwnConnection[]> => {
  const guests = await guestIdsOf(core, scope, clientId);
  const all = (await Promise.all(guests.map((id) => core.bookings.ofAttendee(scope, id)))).flat();
  const asking = all.filter((booking) => isStanding(booking) && !known.has(booking.coachId));
  return [...new Set(asking.map(({ coachId }) => coachId))].map((coachId) => ({
    coachId,
    askedAt: earliest(...asking.filter((booking) => booking.coachId === coachId).map(({ createdAt }) => createdAt)),
  }));
};

/** Returns the connections of a client with every coach: requests, accepted and refused ones, the oldest first. */
export async function ownConnections(
  core: OwnConnectionsNeeds,
  { partnerId, mode }: LedgerScope,
  clientId: string,
): Promise<readonly OwnConnection[]> {
  const scope = { partnerId, mode };
  const stored = (await repaired(core, scope, clientId)).filter((connection) => stateOf(connection) !== 'none');
  const asked = await guestQuestions(core, scope, clientId, new Set(stored.map(({ coachId }) => coachId)));
  return [...stored, ...asked].sort(byAge);
}
