import type { Booking, BookingStep, HistoryEntry } from './booking.ts';
import { MOVES, statusAfter, type BookingMove, type Stage } from './status.ts';

/** What can be done to a booking: a move, or taking the last one back. */
export type BookingAction = BookingMove | 'undo';

/** Steps that say where a booking stands and moved nothing in anybody's calendar. */
const UNDOABLE: readonly (BookingStep | 'created')[] = ['confirmed', 'started', 'completed', 'no_show'];

type Undoable = HistoryEntry & Required<Pick<HistoryEntry, 'from'>>;

/** The step that can be taken back: the last one, as long as nothing came after it. */
export function stepToUndo({ history }: Pick<Booking, 'history'>): Undoable | null {
  const last = history.at(-1);
  return last?.from !== undefined && UNDOABLE.includes(last.type) ? (last as Undoable) : null;
}

const moves = Object.keys(MOVES) as BookingMove[];

/** What the coach side may do now (epoch ms), by the one table of moves. */
export function actionsOf(booking: Pick<Booking, 'history'>, stage: Stage, now: number): BookingAction[] {
  const asked = { by: 'coach', now, autoConfirm: true } as const;
  const allowed: BookingAction[] = moves.filter((move) => statusAfter(move, stage, asked) !== null);
  return stepToUndo(booking) ? [...allowed, 'undo'] : allowed;
}
