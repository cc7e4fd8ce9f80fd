import { HOUR } from '@coach-booking/time/units';

/** Where a booking stands. The first four are active: they occupy their time and their place. */
export type BookingStatus =
  'pending' | 'scheduled' | 'confirmed' | 'in_progress' | 'completed' | 'no_show' | 'cancelled';

/** What can be done to a booking's status. */
export type BookingMove = 'confirm' | 'start' | 'complete' | 'no_show' | 'cancel' | 'reschedule';

/** Who asks for a move: the attendee, by link or signed in, or whoever acts for the coach. */
export type Side = 'attendee' | 'coach';

export const ACTIVE_STATUSES: readonly BookingStatus[] = ['pending', 'scheduled', 'confirmed', 'in_progress'];

/** All of them, in the order of a booking's life. */
export const STATUSES: readonly BookingStatus[] = [...ACTIVE_STATUSES, 'completed', 'no_show', 'cancelled'];

export function isStatus(text: string): text is BookingStatus {
  return (STATUSES as readonly string[]).includes(text);
}

export function isActive(status: BookingStatus): boolean {
  return ACTIVE_STATUSES.includes(status);
}

/** Every allowed move, from → to; what is not here is refused. Source: the glossary's paragraph on booking status. */
export const MOVES: Readonly<Record<BookingMove, Partial<Record<BookingStatus, BookingStatus>>>> = {
  confirm: { pending: 'confirmed', scheduled: 'confirmed' },
  start: { scheduled: 'in_progress', confirmed: 'in_progress' },
  complete: { scheduled: 'completed', confirmed: 'completed', in_progress: 'completed', no_show: 'completed' },
  no_show: { scheduled: 'no_show', confirmed: 'no_show', in_progress: 'no_show', completed: 'no_show' },
  cancel: { pending: 'cancelled', scheduled: 'cancelled', confirmed: 'cancelled' },
  // What has begun goes back to where it was before it began, see `statusAfter`.
  reschedule: { pending: 'pending', scheduled: 'scheduled', confirmed: 'confirmed', in_progress: 'scheduled' },
};

/** These moves say what happened, so they wait until the start has passed. */
const AFTER_START: readonly BookingMove[] = ['complete', 'no_show'];
/** Of these two alone an attendee may ask, and only before the start. */
const OF_ATTENDEES: readonly BookingMove[] = ['cancel', 'reschedule'];
/** A session may begin so long before its start, or on its day, whichever is earlier. R44. */
const START_EARLY = HOUR;

/** What the table of moves asks of a booking. Instants. */
export interface Stage {
  readonly status: BookingStatus;
  /** Absent while the booking has only a place. */
  readonly start?: number | undefined;
  /** When the day of the session begins on the coach's wall; absent without a start. */
  readonly dayStart?: number | undefined;
  /** Of a session that has begun: where the booking stood before. */
  readonly before?: BookingStatus | undefined;
}

/** Who asks, and when. */
export interface Asked {
  readonly by: Side;
  readonly now: number;
  /** Whether the coach's schedule takes visitors' bookings without asking the coach, as it is now. */
  readonly autoConfirm: boolean;
}

const isOpen = (move: BookingMove, { status, start, dayStart }: Stage, { by, now }: Asked): boolean => {
  const hasStarted = start !== undefined && start <= now;
  if (AFTER_START.includes(move)) return hasStarted;
  if (by === 'attendee') return OF_ATTENDEES.includes(move) && !hasStarted && status !== 'in_progress';
  if (move !== 'start' || start === undefined) return true;
  return now >= Math.min(start - START_EARLY, dayStart ?? start);
};

/** The status after a move, or null when it is not allowed now. V03, R19, R44. */
export function statusAfter(move: BookingMove, from: Stage, asked: Asked): BookingStatus | null {
  const next = MOVES[move][from.status];
  if (next === undefined || !isOpen(move, from, asked)) return null;
  if (move !== 'reschedule') return next;
  if (asked.by === 'attendee') return asked.autoConfirm ? next : 'pending';
  return from.status === 'in_progress' ? (from.before ?? next) : next;
}

/**
 * A visitor's booking is confirmed at once when the schedule says so, else it asks the coach; the coach side's own is
 * in the calendar.
 */
export function firstStatus(by: Side, autoConfirm: boolean): BookingStatus {
  return by === 'coach' ? 'scheduled' : autoConfirm ? 'confirmed' : 'pending';
}
