import type { Actor } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';

/** That a coach may see a client's profile and logs. Instants. */
export interface Connection {
  /** When the first booking that counts reached scheduled or confirmed. */
  readonly since: number;
  /** When the client last ended it. It stands again when `since` is later. */
  readonly withdrawnAt?: number;
}

/** What of a booking decides about a connection. */
export interface ConnectingBooking {
  readonly createdAt: number;
  readonly history: readonly { readonly at: number; readonly by: Actor; readonly to: BookingStatus }[];
}

const CONNECTING: readonly BookingStatus[] = ['scheduled', 'confirmed'];

/** When the booking first reached scheduled or confirmed, whatever became of it later; null while it did not. */
export const reachedAt = ({ history }: ConnectingBooking): number | null => {
  const reached = history.flatMap(({ at, to }) => (CONNECTING.includes(to) ? at : []));
  return reached.length === 0 ? null : Math.min(...reached);
};

export const isConnected = (connection: Connection | null): boolean =>
  connection !== null && (connection.withdrawnAt === undefined || connection.since > connection.withdrawnAt);

/**
 * Only the client undoes a withdrawal: by a booking that they made themselves after it, and that was agreed. A coach who moves an old
 * booking, or makes one, does not get back in.
 */
const undoes = (booking: ConnectingBooking, withdrawnAt: number): boolean =>
  booking.createdAt > withdrawnAt && booking.history[0]?.by === 'attendee';

/**
 * What a booking of the two makes of their connection; null when it changes nothing. Asked again with the same booking it changes nothing,
 * and the order in which bookings are looked at does not matter.
 */
export const connectionThrough = (booking: ConnectingBooking, connection: Connection | null): Connection | null => {
  const reached = reachedAt(booking);
  if (reached === null) return null;
  if (!connection) return { since: reached };
  if (connection.withdrawnAt !== undefined && !undoes(booking, connection.withdrawnAt)) return null;
  return isConnected(connection) && connection.since <= reached ? null : { ...connection, since: reached };
};

/** The connection, ended; null when there is none that stands. Never before it began, so that a moved clock cannot leave it standing. */
export const withdrawn = (connection: Connection | null, now: number): Connection | null =>
  connection && isConnected(connection) ? { since: connection.since, withdrawnAt: Math.max(now, connection.since) } : null;
