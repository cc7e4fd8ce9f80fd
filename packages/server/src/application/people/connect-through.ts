import type { Instant } from '@coach-booking/time/instant';
import {
  accepted,
  connectionThrough,
  declined,
  isConnected,
  stateOf,
  withdrawn,
  withoutCalledOff,
  type ConnectingBooking,
  type Connection,
} from '../../domain/client/connection.ts';
import { present } from '../kernel/present.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { Connections, StoredConnection } from '../ports/connections.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

/** The client and the coach of a connection. */
export interface ClientAndCoach extends LedgerScope {
  readonly clientId: string;
  readonly coachId: string;
}

type Decision = (now: Connection | null) => Connection | null | Promise<Connection | null>;

/**
 * Reads, decides, and writes unless another process wrote in between; null changes nothing. Returns the connection as
 * it is then.
 */
const decide = async (
  connections: Connections,
  { partnerId, mode, clientId, coachId }: ClientAndCoach,
  next: Decision,
): Promise<StoredConnection | null> => {
  const names = { partnerId, mode, clientId, coachId };
  const { standing } = await compareAndSet<StoredConnection | null, { readonly standing: StoredConnection | null }>({
    read: () => connections.find(names, clientId, coachId),
    write: async (stored) => {
      const wanted = await next(stored);
      if (!wanted) return { standing: stored };
      const { since, byBooking, askedAt, refusedAt, refusal } = wanted;
      const version = (stored?.version ?? 0) + 1;
      const made = { ...names, ...present({ since, byBooking, askedAt, refusedAt, refusal }), version };
      return (stored ? await connections.replace(made, stored.version) : await connections.insert(made))
        ? { standing: made }
        : null;
    },
    otherwise: () => {
      throw new Error('A connection was written by others again and again.');
    },
  });
  return standing;
};

/**
 * Connects the two, or asks the client, when the booking does; otherwise changes nothing. Idempotent by the booking.
 * Returns whether the coach may see the client now.
 */
export async function connectThrough(
  connections: Connections,
  names: ClientAndCoach,
  booking: ConnectingBooking,
): Promise<boolean> {
  return isConnected(await decide(connections, names, (stored) => connectionThrough(booking, stored)));
}

/** Ends what rested on a cancelled booking. All bookings of the two are read only where something can end. */
export async function endCalledOff(
  connections: Connections,
  names: ClientAndCoach,
  all: () => Promise<readonly ConnectingBooking[]>,
): Promise<void> {
  await decide(connections, names, async (stored) => {
    const canEnd = stored !== null && (stored.byBooking === true || stateOf(stored) === 'asked');
    return canEnd ? withoutCalledOff(await all(), stored) : null;
  });
}

/** Records that the client accepts. The caller has checked that the two are related. */
export async function acceptBetween(
  connections: Connections,
  names: ClientAndCoach,
  now: Instant,
): Promise<StoredConnection> {
  return (await decide(connections, names, (stored) => accepted(stored ?? {}, now)))!;
}

/** Records that the client declines a request that is open since `askedAt`. Other states stay. */
export async function declineBetween(
  connections: Connections,
  names: ClientAndCoach,
  { askedAt, now }: { readonly askedAt: Instant; readonly now: Instant },
): Promise<StoredConnection> {
  // The request by a guest's booking is not stored yet.
  const asked = (stored: Connection | null) => (stored && stateOf(stored) !== 'none' ? stored : { ...stored, askedAt });
  return (await decide(connections, names, (stored) => declined(asked(stored), now)))!;
}

/** Ends the connection. Returns false when there was none. */
export async function withdrawFrom(connections: Connections, names: ClientAndCoach, now: Instant): Promise<boolean> {
  let isEnded = false;
  await decide(connections, names, (stored) => {
    const ended = withdrawn(stored, now);
    isEnded = ended !== null;
    return ended;
  });
  return isEnded;
}
