import { earliest, latest, plus, type Instant } from '@coach-booking/time/instant';
import type { Actor, BookingAttendee } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';

/**
 * The client's decision about a coach, and the one that the client's bookings made. Instants; the last one that counts
 * is the state.
 */
export interface Connection {
  /** Since when the coach may see profile and logs. */
  readonly since?: Instant;
  /**
   * The connection rests on a booking that the client made with a session, not on a decision. It ends with the last
   * such booking.
   */
  readonly byBooking?: boolean;
  /** Since when the coach's request is open. */
  readonly askedAt?: Instant;
  /** The last refusal. Only a decision of the client undoes it. */
  readonly refusedAt?: Instant;
  readonly refusal?: 'declined' | 'withdrawn';
}

/** `asked`: the coach may see nothing until the client answers · `none`: every booking of the two was cancelled. */
export type ConnectionState = 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'none';

/** The fields of a booking that decide about a connection. */
export interface ConnectingBooking {
  readonly createdAt: Instant;
  readonly status: BookingStatus;
  readonly cancelledBy?: Actor;
  readonly attendee: BookingAttendee;
  readonly history: readonly { readonly at: Instant; readonly by: Actor; readonly to: BookingStatus }[];
}

const AGREED: readonly BookingStatus[] = ['scheduled', 'confirmed'];

/** Returns when the booking first reached scheduled or confirmed, at any later status; null when it never did. */
export function reachedAt({ history }: Pick<ConnectingBooking, 'history'>): Instant | null {
  const reached = history.flatMap(({ at, to }) => (AGREED.includes(to) ? at : []));
  return reached.length === 0 ? null : earliest(...reached);
}

const isAfterNo = (at: Instant | undefined, { refusedAt }: Connection): boolean =>
  at !== undefined && (refusedAt === undefined || at > refusedAt);

export function stateOf(connection: Connection): ConnectionState {
  if (isAfterNo(connection.since, connection)) return 'accepted';
  if (isAfterNo(connection.askedAt, connection)) return 'asked';
  return connection.refusal ?? 'none';
}

export function isConnected(connection: Connection | null): boolean {
  return connection !== null && stateOf(connection) === 'accepted';
}

/**
 * Returns whether a client made the booking with a session. A typed address is a lead's, also where the client took it
 * over later, and a booking that the coach side enters is not the client's decision.
 */
const isMade = ({ attendee, history }: ConnectingBooking): boolean =>
  attendee.kind === 'client' && attendee.adopted !== true && history[0]?.by === 'attendee';

/** Returns from when a booking connects by itself; null for one that does not, or that the client cancelled. */
const connectsAt = (booking: ConnectingBooking): Instant | null => {
  const isCalledOff = booking.status === 'cancelled' && booking.cancelledBy === 'attendee';
  return isMade(booking) && !isCalledOff ? reachedAt(booking) : null;
};

/** Returns whether the booking is a relation from which a coach may ask; a cancelled one is none. */
export function isRelation({ attendee, status }: Pick<ConnectingBooking, 'attendee' | 'status'>): boolean {
  return attendee.kind === 'client' && status !== 'cancelled';
}

/** Returns the connection with this start, unless it began earlier. */
const connectedAt = (at: Instant, { since, askedAt: _, ...rest }: Connection): Connection => ({
  ...rest,
  since: since === undefined ? at : earliest(at, since),
  byBooking: true,
});

/**
 * Returns what a booking of the two makes of their connection; null when it changes nothing. A booking that the client
 * made with a session connects once it is agreed; after a refusal it asks. A booking that the coach side made for the
 * client asks, unless there was a refusal. The function is idempotent for each booking, and independent of their order.
 */
export function connectionThrough(booking: ConnectingBooking, stored: Connection | null): Connection | null {
  const connection = stored ?? {};
  const state = stateOf(connection);
  const at = connectsAt(booking);
  if (state === 'accepted')
    return connection.byBooking && at !== null && at < connection.since! ? connectedAt(at, connection) : null;
  if (connection.refusedAt !== undefined) {
    const isLater = at !== null && booking.createdAt > connection.refusedAt;
    const askedAt = latest(at ?? booking.createdAt, booking.createdAt);
    return isLater && (state !== 'asked' || askedAt < connection.askedAt!) ? { ...connection, askedAt } : null;
  }
  if (at !== null) return connectedAt(at, connection);
  if (isMade(booking) || !isRelation(booking)) return null;
  return connection.askedAt === undefined || booking.createdAt < connection.askedAt
    ? { ...connection, askedAt: booking.createdAt }
    : null;
}

const isStillAsking = (booking: ConnectingBooking, { refusedAt }: Connection): boolean =>
  refusedAt === undefined
    ? isRelation(booking) && !isMade(booking)
    : connectsAt(booking) !== null && booking.createdAt > refusedAt;

/**
 * Returns the connection after a booking was cancelled, from all bookings of the two; null when it stays. A decision of
 * the client stays; what rests on a booking ends with the last one.
 */
export function withoutCalledOff(all: readonly ConnectingBooking[], connection: Connection): Connection | null {
  const state = stateOf(connection);
  const { since: _since, byBooking, askedAt: _asked, ...rest } = connection;
  const isOver =
    state === 'accepted'
      ? byBooking === true && all.every((booking) => connectsAt(booking) === null)
      : state === 'asked' && !all.some((booking) => isStillAsking(booking, connection));
  if (!isOver) return null;
  return all.reduce<Connection>((left, booking) => connectionThrough(booking, left) ?? left, rest);
}

/**
 * Returns the connection accepted by the client: from now on, and later than any refusal. Null when it is accepted by a
 * decision already.
 */
export function accepted({ askedAt: _asked, byBooking, ...connection }: Connection, now: Instant): Connection | null {
  if (isConnected(connection)) return byBooking ? connection : null;
  return {
    ...connection,
    since: connection.refusedAt === undefined ? now : latest(now, plus(connection.refusedAt, 1)),
  };
}

/**
 * Returns the open request declined by the client. Never earlier than the request, so that a moved clock cannot leave
 * it open. Null when none is open.
 */
export function declined(connection: Connection, now: Instant): Connection | null {
  return stateOf(connection) === 'asked'
    ? { ...connection, refusedAt: latest(now, connection.askedAt!), refusal: 'declined' }
    : null;
}

/**
 * Returns the connection, withdrawn; null when there is none. Never earlier than its start, so that a moved clock
 * cannot leave it connected.
 */
export function withdrawn(connection: Connection | null, now: Instant): Connection | null {
  if (!connection || !isConnected(connection)) return null;
  const { byBooking: _, ...rest } = connection;
  return { ...rest, refusedAt: latest(now, connection.since!), refusal: 'withdrawn' };
}
