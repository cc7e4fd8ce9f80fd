import type { Actor, BookingAttendee } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';

/**
 * What the client has said about a coach, and what bookings have said for them. Instants; the last one that counts
 * tells the state.
 */
export interface Connection {
  /** Since when the coach may see profile and logs. */
  readonly since?: number;
  /**
   * The client said nothing: a booking that they made, signed in, connects. It is over when no such booking is left.
   */
  readonly byBooking?: boolean;
  /** Since when the question is open whether the coach may. */
  readonly askedAt?: number;
  /** The last no. Only the client's own word undoes it. */
  readonly refusedAt?: number;
  readonly refusal?: 'declined' | 'withdrawn';
}

/**
 * `asked`: the coach may see nothing until the client answers · `none`: all that there was between the two was called
 * off.
 */
export type ConnectionState = 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'none';

/** What of a booking decides about a connection. */
export interface ConnectingBooking {
  readonly createdAt: number;
  readonly status: BookingStatus;
  readonly cancelledBy?: Actor;
  readonly attendee: BookingAttendee;
  readonly history: readonly { readonly at: number; readonly by: Actor; readonly to: BookingStatus }[];
}

const AGREED: readonly BookingStatus[] = ['scheduled', 'confirmed'];

/** When the booking first reached scheduled or confirmed, whatever became of it later; null while it did not. */
export function reachedAt({ history }: Pick<ConnectingBooking, 'history'>): number | null {
  const reached = history.flatMap(({ at, to }) => (AGREED.includes(to) ? at : []));
  return reached.length === 0 ? null : Math.min(...reached);
}

const isAfterNo = (at: number | undefined, { refusedAt }: Connection): boolean =>
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
 * Whether a client made the booking while signed in. A typed address is a lead's, also where the client took it over
 * later, and what the coach side enters is not the client's doing.
 */
const isMade = ({ attendee, history }: ConnectingBooking): boolean =>
  attendee.kind === 'client' && attendee.adopted !== true && history[0]?.by === 'attendee';

/** From when a booking connects by itself; null for one that does not, or that the client called off. */
const connectsAt = (booking: ConnectingBooking): number | null => {
  const isCalledOff = booking.status === 'cancelled' && booking.cancelledBy === 'attendee';
  return isMade(booking) && !isCalledOff ? reachedAt(booking) : null;
};

/** A relation that stands, from which a coach may ask; what was cancelled is none. */
export function isRelation({ attendee, status }: Pick<ConnectingBooking, 'attendee' | 'status'>): boolean {
  return attendee.kind === 'client' && status !== 'cancelled';
}

/** The same, connected through a booking from then on, unless it was earlier. */
const connectedAt = (at: number, { since, askedAt: _, ...rest }: Connection): Connection => ({
  ...rest,
  since: since === undefined ? at : Math.min(at, since),
  byBooking: true,
});

/**
 * What a booking of the two makes of their connection; null when it changes nothing. One that the client made, signed
 * in, connects once it is agreed; after a no it asks. One that the coach side made for the client asks, unless there
 * was a no. Asked again with the same booking it changes nothing, and the order in which bookings are looked at does
 * not matter.
 */
export function connectionThrough(booking: ConnectingBooking, stored: Connection | null): Connection | null {
  const connection = stored ?? {};
  const state = stateOf(connection);
  const at = connectsAt(booking);
  if (state === 'accepted')
    return connection.byBooking && at !== null && at < connection.since! ? connectedAt(at, connection) : null;
  if (connection.refusedAt !== undefined) {
    const isLater = at !== null && booking.createdAt > connection.refusedAt;
    const askedAt = Math.max(at ?? 0, booking.createdAt);
    return isLater && (state !== 'asked' || askedAt < connection.askedAt!) ? { ...connection, askedAt } : null;
  }
  if (at !== null) return connectedAt(at, connection);
  if (isMade(booking) || !isRelation(booking)) return null;
  return connection.askedAt === undefined || booking.createdAt < connection.askedAt
    ? { ...connection, askedAt: booking.createdAt }
    : null;
}

const asksStill = (booking: ConnectingBooking, { refusedAt }: Connection): boolean =>
  refusedAt === undefined
    ? isRelation(booking) && !isMade(booking)
    : connectsAt(booking) !== null && booking.createdAt > refusedAt;

/**
 * The connection once a booking was called off, given all that there are of the two; null when it stays. What the
 * client said themselves stays; what rests on a booking ends with the last one.
 */
export function withoutCalledOff(all: readonly ConnectingBooking[], connection: Connection): Connection | null {
  const state = stateOf(connection);
  const { since: _since, byBooking, askedAt: _asked, ...rest } = connection;
  const isOver =
    state === 'accepted'
      ? byBooking === true && all.every((booking) => connectsAt(booking) === null)
      : state === 'asked' && !all.some((booking) => asksStill(booking, connection));
  if (!isOver) return null;
  return all.reduce<Connection>((left, booking) => connectionThrough(booking, left) ?? left, rest);
}

/** The client's yes: from now on, and later than any no. Null when it stands by their word already. */
export function accepted({ askedAt: _asked, byBooking, ...connection }: Connection, now: number): Connection | null {
  if (isConnected(connection)) return byBooking ? connection : null;
  return { ...connection, since: Math.max(now, (connection.refusedAt ?? now - 1) + 1) };
}

/**
 * The client's no to an open question. Never before it was asked, so that a moved clock cannot leave it open. Null when
 * none is open.
 */
export function declined(connection: Connection, now: number): Connection | null {
  return stateOf(connection) === 'asked'
    ? { ...connection, refusedAt: Math.max(now, connection.askedAt!), refusal: 'declined' }
    : null;
}

/**
 * The connection, ended; null when there is none that stands. Never before it began, so that a moved clock cannot leave
 * it standing.
 */
export function withdrawn(connection: Connection | null, now: number): Connection | null {
  if (!connection || !isConnected(connection)) return null;
  const { byBooking: _, ...rest } = connection;
  return { ...rest, refusedAt: Math.max(now, connection.since!), refusal: 'withdrawn' };
}
