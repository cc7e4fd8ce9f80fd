import { connectionThrough, isConnected, withdrawn, type ConnectingBooking, type Connection } from '../../domain/client/connection.ts';
import type { Connections, StoredConnection } from '../ports/connections.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

/** Between whom. */
export interface ClientAndCoach extends LedgerScope {
  readonly clientId: string;
  readonly coachId: string;
}

const TRIES = 5;

/** Reads, decides, and writes where nobody wrote in between. Answers what stands then. */
const decide = async (
  connections: Connections,
  { partnerId, mode, clientId, coachId }: ClientAndCoach,
  next: (now: Connection | null) => Connection | null,
): Promise<StoredConnection | null> => {
  const names = { partnerId, mode, clientId, coachId };
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await connections.find(names, clientId, coachId);
    const wanted = next(stored);
    if (!wanted) return stored;
    const { since, withdrawnAt } = wanted;
    const version = (stored?.version ?? 0) + 1;
    const made = { ...names, since, ...(withdrawnAt !== undefined && { withdrawnAt }), version };
    if (stored ? await connections.replace(made, stored.version) : await connections.insert(made)) return made;
  }
  throw new Error('A connection was written by others again and again.');
};

/**
 * Connects the two when the booking does, and otherwise changes nothing; idempotent by the booking. Answers whether the coach may see the
 * client now.
 */
export const connectThrough = async (connections: Connections, names: ClientAndCoach, booking: ConnectingBooking): Promise<boolean> =>
  isConnected(await decide(connections, names, (stored) => connectionThrough(booking, stored)));

/** Ends the connection. False when there was none that stood. */
export const withdrawFrom = async (connections: Connections, names: ClientAndCoach, now: number): Promise<boolean> => {
  let isEnded = false;
  await decide(connections, names, (stored) => {
    const ended = withdrawn(stored, now);
    isEnded = ended !== null;
    return ended;
  });
  return isEnded;
};
