/** Where a booking stands. The first four are active: they occupy their time and their place. */
export type BookingStatus =
  'pending' | 'scheduled' | 'confirmed' | 'in_progress' | 'completed' | 'no_show' | 'cancelled';

/** What can be done to a booking's status. */
export type BookingMove = 'confirm' | 'start' | 'complete' | 'no_show' | 'cancel' | 'reschedule';

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
  reschedule: { pending: 'pending', scheduled: 'scheduled', confirmed: 'scheduled', in_progress: 'scheduled' },
};

/** These moves say what happened, so they wait until the start has passed. */
const AFTER_START: readonly BookingMove[] = ['complete', 'no_show'];

/**
 * The status after a move, or null when it is not allowed now. `start` (an instant) is absent while the booking has
 * only a place.
 */
export function statusAfter(
  move: BookingMove,
  from: { status: BookingStatus; start?: number | undefined },
  now: number,
): BookingStatus | null {
  if (AFTER_START.includes(move) && !(from.start !== undefined && from.start <= now)) return null;
  return MOVES[move][from.status] ?? null;
}

/**
 * A visitor's booking is confirmed at once when the schedule says so, else it asks the coach; the coach side's own is
 * in the calendar.
 */
export function firstStatus(by: 'attendee' | 'coach', autoConfirm: boolean): BookingStatus {
  return by === 'coach' ? 'scheduled' : autoConfirm ? 'confirmed' : 'pending';
}
