import type { CalendarBooking } from '@coach-booking/sdk';
import { addDays, daysBetween } from '@coach-booking/time/dates';
import type { PlainDate } from '../internal/dates/plain-date.ts';
import type { WallClock } from '../internal/dates/wall-clock.ts';

/** A wall-clock minute of a date. */
export interface Point {
  readonly date: PlainDate;
  readonly minute: number;
}

/** A booking that is being moved or resized; it is drawn in its place until the drag ends. */
export interface BookingDrag extends Point {
  readonly kind: 'move' | 'resize';
  readonly booking: CalendarBooking;
  /** Minutes. */
  readonly length: number;
  /** Whether the keyboard drags: Enter confirms, Escape cancels. */
  readonly byKeyboard: boolean;
}

/** A range that is being drawn, for a booking or for time off. The two ends may be in any order. */
export interface RangeDrag {
  readonly kind: 'book' | 'off';
  readonly from: Point;
  readonly to: Point;
  readonly byKeyboard: boolean;
}

/** The content of a drag: no request is sent before it ends. */
export type Drag = BookingDrag | RangeDrag;

export function isBookingDrag(drag: Drag): drag is BookingDrag {
  return drag.kind === 'move' || drag.kind === 'resize';
}

const MINUTE_MS = 60_000;

/** Returns the drag of a booking; null for a booking without a start. */
export function dragOf(
  kind: BookingDrag['kind'],
  booking: CalendarBooking,
  clock: WallClock,
  byKeyboard: boolean,
): BookingDrag | null {
  if (!booking.start || !booking.end || !booking.actions.includes('reschedule')) return null;
  const start = Date.parse(booking.start);
  const length = (Date.parse(booking.end) - start) / MINUTE_MS;
  return { kind, booking, ...clock.wallOf(start), length, byKeyboard };
}

const snapped = (minute: number, snap: number) => Math.round(minute / snap) * snap;

/**
 * Returns the move by so many minutes and days; the start snaps to the grid of `snap` minutes, and stays on its day.
 */
export function movedBy(move: BookingDrag, minutes: number, days: number, snap: number): BookingDrag {
  const minute = minutes ? Math.min(1440 - snap, Math.max(0, snapped(move.minute + minutes, snap))) : move.minute;
  return { ...move, date: addDays(move.date, days), minute };
}

/** Returns the move with another end, which snaps to the grid; never shorter than one `snap`. */
export function resizedBy(move: BookingDrag, minutes: number, snap: number): BookingDrag {
  const end = snapped(move.minute + move.length + minutes, snap);
  return { ...move, length: Math.max(snap, end - move.minute) };
}

/** Returns the move that results from dragging `origin` from one point to another. */
export function draggedTo(origin: BookingDrag, from: Point, to: Point, snap: number): BookingDrag {
  const days = daysBetween(from.date, to.date);
  const minutes = to.minute - from.minute;
  return origin.kind === 'resize'
    ? resizedBy(origin, days * 1440 + minutes, snap)
    : movedBy(origin, minutes, days, snap);
}

/** Returns start and end of a drag, in ms since the epoch. A drawn range is at least one `snap` long. */
export function dragSpan(drag: Drag, clock: WallClock, snap: number): { start: number; end: number } {
  if (isBookingDrag(drag)) {
    const start = drag.kind === 'resize' ? Date.parse(drag.booking.start!) : clock.instantAt(drag.date, drag.minute);
    return { start, end: start + drag.length * MINUTE_MS };
  }
  const [a, b] = [drag.from, drag.to];
  const [first, last] = a.date < b.date || (a.date === b.date && a.minute <= b.minute) ? [a, b] : [b, a];
  const start = clock.instantAt(first.date, Math.floor(first.minute / snap) * snap);
  return {
    start,
    end: Math.max(clock.instantAt(last.date, Math.ceil(last.minute / snap) * snap), start + snap * MINUTE_MS),
  };
}

/** Returns whether dropping the booking would change it. */
export function isChanged(move: BookingDrag, { start, end }: { start: number; end: number }): boolean {
  return start !== Date.parse(move.booking.start!) || end !== Date.parse(move.booking.end!);
}

/** Returns the length (minutes) where the resize changes it. A booking without a time keeps its length. */
export function longerIn(
  { booking: { start, end }, length }: BookingDrag,
  span: { start: number; end: number },
): { duration?: number } {
  const isLonger = start && end && span.end - span.start !== Date.parse(end) - Date.parse(start);
  return isLonger ? { duration: length } : {};
}

/** Returns an instant as the API writes it. */
export function instantText(ms: number): string {
  return new Date(ms).toISOString().replace('.000', '');
}
