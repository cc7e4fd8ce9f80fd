import type { CalendarBooking } from '@coach-booking/sdk';
import { addDays, utcOf, type PlainDate } from '../internal/dates/plain-date.ts';
import type { WallClock } from '../internal/dates/wall-clock.ts';

/** A wall-clock minute of a date. */
export interface Point {
  readonly date: PlainDate;
  readonly minute: number;
}

/** A booking that is being moved or made longer; it stays where it is until this is kept. */
export interface Move extends Point {
  readonly kind: 'move' | 'resize';
  readonly booking: CalendarBooking;
  /** Minutes. */
  readonly length: number;
  /** By the keyboard: Enter keeps it, Escape puts it back. */
  readonly keys: boolean;
}

/** A stretch that is being drawn, for a booking or for time off. The two ends may be in any order. */
export interface Sweep {
  readonly kind: 'book' | 'off';
  readonly from: Point;
  readonly to: Point;
  readonly keys: boolean;
}

/** What is held in the hand: nothing is asked of anybody before it is let go. */
export type Hand = Move | Sweep;

export function isMove(hand: Hand): hand is Move {
  return hand.kind === 'move' || hand.kind === 'resize';
}

const MINUTE_MS = 60_000;

/** Takes a booking up. Only those with a start can be. */
export function takeUp(kind: Move['kind'], booking: CalendarBooking, clock: WallClock, keys: boolean): Move | null {
  if (!booking.start || !booking.end || !booking.actions.includes('reschedule')) return null;
  const start = Date.parse(booking.start);
  const length = (Date.parse(booking.end) - start) / MINUTE_MS;
  return { kind, booking, ...clock.wallOf(start), length, keys };
}

const daysBetween = (from: PlainDate, to: PlainDate) => Math.round((+utcOf(to) - +utcOf(from)) / 86_400_000);
const snapped = (minute: number, snap: number) => Math.round(minute / snap) * snap;

/** The move after so many minutes and days; the start snaps to the grid of `snap` minutes, and stays on its day. */
export function shifted(move: Move, minutes: number, days: number, snap: number): Move {
  const minute = minutes ? Math.min(1440 - snap, Math.max(0, snapped(move.minute + minutes, snap))) : move.minute;
  return { ...move, date: addDays(move.date, days), minute };
}

/** The move with another end, which snaps to the grid; never shorter than one `snap`. */
export function stretched(move: Move, minutes: number, snap: number): Move {
  const end = snapped(move.minute + move.length + minutes, snap);
  return { ...move, length: Math.max(snap, end - move.minute) };
}

/** The move that follows from dragging `origin` from one point to another. */
export function dragged(origin: Move, from: Point, to: Point, snap: number): Move {
  const days = daysBetween(from.date, to.date);
  const minutes = to.minute - from.minute;
  return origin.kind === 'resize'
    ? stretched(origin, days * 1440 + minutes, snap)
    : shifted(origin, minutes, days, snap);
}

/** Start and end of what is held, in ms since the epoch. A stretch that was drawn is at least one `snap` long. */
export function spanOf(hand: Hand, clock: WallClock, snap: number): { start: number; end: number } {
  if (isMove(hand)) {
    const start = hand.kind === 'resize' ? Date.parse(hand.booking.start!) : clock.instantAt(hand.date, hand.minute);
    return { start, end: start + hand.length * MINUTE_MS };
  }
  const [a, b] = [hand.from, hand.to];
  const [first, last] = a.date < b.date || (a.date === b.date && a.minute <= b.minute) ? [a, b] : [b, a];
  const start = clock.instantAt(first.date, Math.floor(first.minute / snap) * snap);
  return {
    start,
    end: Math.max(clock.instantAt(last.date, Math.ceil(last.minute / snap) * snap), start + snap * MINUTE_MS),
  };
}

/** Whether letting go changes anything. */
export function isChange(move: Move, { start, end }: { start: number; end: number }): boolean {
  return start !== Date.parse(move.booking.start!) || end !== Date.parse(move.booking.end!);
}

/** An instant as the API writes it. */
export function instantText(ms: number): string {
  return new Date(ms).toISOString().replace('.000', '');
}
