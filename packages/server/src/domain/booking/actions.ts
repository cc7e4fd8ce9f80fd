import type { Instant } from '@coach-booking/time/instant';
import type { Booking, BookingStep, HistoryEntry } from './booking.ts';
import { isExpired } from './expiry.ts';
import { MOVES, statusAfter, type BookingMove, type Stage } from './status.ts';

/** An action on a booking: a move, or taking the last one back. */
export type BookingAction = BookingMove | 'undo';

/** Steps that change the status alone and nothing in a calendar. */
const UNDOABLE: readonly (BookingStep | 'created')[] = ['confirmed', 'started', 'completed', 'no_show'];

type Undoable = HistoryEntry & Required<Pick<HistoryEntry, 'from'>>;

type Undone = Pick<Booking, 'history' | 'time' | 'createdAt'>;

const isUndoable = (last: HistoryEntry | undefined): last is Undoable =>
  last?.from !== undefined && UNDOABLE.includes(last.type);

/**
 * Returns the step that can be taken back at `now`: the last one, as long as nothing follows it. One that leads back to
 * a request which would have expired by then cannot. R20, R25.
 */
export function stepToUndo({ history, time, createdAt }: Undone, now: Instant): Undoable | null {
  const last = history.at(-1);
  if (!isUndoable(last)) return null;
  return isExpired({ status: last.from, createdAt, ...(time && { time }) }, now) ? null : last;
}

const moves = Object.keys(MOVES) as BookingMove[];

/** Returns the actions of the coach side now (epoch ms), by the one table of moves. */
export function actionsOf(booking: Undone, stage: Stage, now: Instant): BookingAction[] {
  const asked = { by: 'coach', now, autoConfirm: true } as const;
  const allowed: BookingAction[] = moves.filter((move) => statusAfter(move, stage, asked) !== null);
  return stepToUndo(booking, now) ? [...allowed, 'undo'] : allowed;
}
