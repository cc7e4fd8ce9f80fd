import type { Booking, BookingStep, HistoryEntry } from './booking.ts';
import { MOVES, statusAfter, type BookingMove, type Stage } from './status.ts';

/** An action on a booking: a move, or taking the last one back. */
export type BookingAction = BookingMove | 'undo';

/** Steps that change the status alone and nothing in a calendar. */
const UNDOABLE: readonly (BookingStep | 'created')[] = ['confirmed', 'started', 'completed', 'no_show'];

type Undoable = HistoryEntry & Required<Pick<HistoryEntry, 'from'>>;

/** Returns the step that can be taken back: the last one, as long as nothing follows it. */
export function stepToUndo({ history }: Pick<Booking, 'history'>): Undoable | null {
  const last = history.at(-1);
  return last?.from !== undefined && UNDOABLE.includes(last.type) ? (last as Undoable) : null;
}

const moves = Object.keys(MOVES) as BookingMove[];

/** Returns the actions of the coach side now (epoch ms), by the one table of moves. */
export function actionsOf(booking: Pick<Booking, 'history'>, stage: Stage, now: number): BookingAction[] {
  const asked = { by: 'coach', now, autoConfirm: true } as const;
  const allowed: BookingAction[] = moves.filter((move) => statusAfter(move, stage, asked) !== null);
  return stepToUndo(booking) ? [...allowed, 'undo'] : allowed;
}
