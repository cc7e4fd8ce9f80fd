import type { Instant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';

/** The status of a booking. The first four are active: they occupy their time and their place. */
export type BookingStatus =
  'pending' | 'scheduled' | 'confirmed' | 'in_progress' | 'completed' | 'no_show' | 'cancelled';

/** A move of a booking's status. */
export type BookingMove = 'confirm' | 'start' | 'complete' | 'no_show' | 'cancel' | 'reschedule';

/** The side of the caller: the attendee, by link or with a session, or the coach side. */
export type Side = 'attendee' | 'coach';

export const ACTIVE_STATUSES: readonly BookingStatus[] = ['pending', 'scheduled', 'confirmed', 'in_progress'];

/** Those of a session that both sides agreed to and that the coach has still to close. */
export const UNCLOSED_STATUSES: readonly BookingStatus[] = ['scheduled', 'confirmed', 'in_progress'];

/** All of them, in the order of a booking's life. */
export const STATUSES: readonly BookingStatus[] = [...ACTIVE_STATUSES, 'completed', 'no_show', 'cancelled'];

export function isStatus(text: string): text is BookingStatus {
  return (STATUSES as readonly string[]).includes(text);
}

export function isActive(status: BookingStatus): boolean {
  return ACTIVE_STATUSES.includes(status);
}

/** Every allowed move, from → to; all others are refused. Source: the glossary's paragraph on booking status. */
export const MOVES: Readonly<Record<BookingMove, Partial<Record<BookingStatus, BookingStatus>>>> = {
  confirm: { pending: 'confirmed', scheduled: 'confirmed' },
  start: { scheduled: 'in_progress', confirmed: 'in_progress' },
  complete: { scheduled: 'completed', confirmed: 'completed', in_progress: 'completed', no_show: 'completed' },
  no_show: { scheduled: 'no_show', confirmed: 'no_show', in_progress: 'no_show', completed: 'no_show' },
  cancel: { pending: 'cancelled', scheduled: 'cancelled', confirmed: 'cancelled' },
  // A session in progress returns to its status before it began, see `statusAfter`.
  reschedule: { pending: 'pending', scheduled: 'scheduled', confirmed: 'confirmed', in_progress: 'scheduled' },
};

/** These moves record what happened, so they wait until the start has passed. */
const AFTER_START: readonly BookingMove[] = ['complete', 'no_show'];
/** The only moves of an attendee, and only before the start. */
const OF_ATTENDEES: readonly BookingMove[] = ['cancel', 'reschedule'];
/** The time before its start at which a session may begin, unless its day has begun earlier. R44. */
const START_EARLY = HOUR;

/** The fields of a booking that the table of moves reads. Instants. */
export interface Stage {
  readonly status: BookingStatus;
  /** Absent while the booking has only a place. */
  readonly start?: Instant | undefined;
  /** When the day of the session begins in the coach's zone; absent without a start. */
  readonly dayStart?: number | undefined;
  /** Of a session in progress: the status before it. */
  readonly before?: BookingStatus | undefined;
}

/** The caller's side and the time. */
export interface Asked {
  readonly by: Side;
  readonly now: Instant;
  /** Whether visitors' bookings need no confirmation, by the coach's schedule as it is now. */
  readonly autoConfirm: boolean;
}

const isOpen = (move: BookingMove, { status, start, dayStart }: Stage, { by, now }: Asked): boolean => {
  const hasStarted = start !== undefined && start <= now;
  if (hasStarted && status === 'pending') return false;
  if (AFTER_START.includes(move)) return hasStarted;
  if (by === 'attendee') return OF_ATTENDEES.includes(move) && !hasStarted && status !== 'in_progress';
  if (move !== 'start' || start === undefined) return true;
  return now >= Math.min(start - START_EARLY, dayStart ?? start);
};

/** Returns the status after a move, or null when it is not allowed now. V03, R19, R25, R44. */
export function statusAfter(move: BookingMove, from: Stage, asked: Asked): BookingStatus | null {
  const next = MOVES[move][from.status];
  if (next === undefined || !isOpen(move, from, asked)) return null;
  if (move !== 'reschedule') return next;
  if (asked.by === 'attendee') return asked.autoConfirm ? next : 'pending';
  return from.status === 'in_progress' ? (from.before ?? next) : next;
}

/**
 * Returns the first status. A visitor's booking is confirmed at once when the schedule allows it, else it is pending;
 * the coach side's own is scheduled.
 */
export function firstStatus(by: Side, autoConfirm: boolean): BookingStatus {
  return by === 'coach' ? 'scheduled' : autoConfirm ? 'confirmed' : 'pending';
}
