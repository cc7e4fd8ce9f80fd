import { timeOffAt } from './block-reason.ts';
import { bookingKey } from './booking-keys.ts';
import {
  isBookingDrag,
  movedBy,
  dragSpan,
  resizedBy,
  dragOf,
  instantText,
  type BookingDrag,
  type RangeDrag,
} from './drag.ts';
import { cursorAfterKey } from './cursor-keys.ts';
import type { CursorPosition } from './cursor.ts';
import type { GridContext } from './grid-context.ts';
import type { TimeModel } from './time-model.ts';

const arrows: Readonly<Record<string, readonly [minutes: number, days: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Handles a key on the week or the day; the event of a key with a meaning here is not propagated. */
export function timeKey(event: KeyboardEvent, context: GridContext, model: TimeModel, place: CursorPosition): void {
  if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
  if (event.metaKey || !act(event, context, model, place)) return;
  event.preventDefault();
  event.stopPropagation();
}

function act(event: KeyboardEvent, context: GridContext, model: TimeModel, place: CursorPosition): boolean {
  const { ui, view, clock, step, state } = context;
  const { key, altKey, shiftKey } = event;
  const { drag } = ui;
  const booking = place.id === null ? undefined : state.bookings.find(({ id }) => id === place.id);
  const arrow = arrows[key];

  if (key === 'Escape' && drag) {
    view.announce(view.say('moveStopped'));
    context.setUi({ drag: null });
    return true;
  }
  if (drag?.byKeyboard && isBookingDrag(drag)) {
    if (key === 'Enter' || key === ' ') context.drop(drag);
    else if (arrow) moveByArrow(drag, arrow, shiftKey, context);
    else return false;
    return true;
  }
  if (booking && altKey && arrow) {
    const taken = dragOf(shiftKey ? 'resize' : 'move', booking, clock, true);
    if (taken) moveByArrow(taken, arrow, shiftKey, context);
    return true;
  }
  if (altKey) return false;
  if (booking && bookingKey(event, booking, context)) return true;
  if (shiftKey && arrow && !arrow[1] && !booking) return extendRange(arrow[0], context, model, place);

  const open = (kind: 'create' | 'timeOff') => {
    const span = drag && !isBookingDrag(drag) ? dragSpan(drag, clock, step) : null;
    const start = span?.start ?? clock.instantAt(place.date, place.minute);
    const end = span?.end ?? start + step * 60_000;
    context.setUi({ drag: null });
    view.open(
      kind === 'timeOff'
        ? { kind, start: instantText(start), end: instantText(end) }
        : { kind, start: instantText(start), ...(span && { end: instantText(end) }) },
    );
    return true;
  };
  const off = !booking && !drag && !ui.painting && timeOffAt(state, clock.instantAt(place.date, place.minute));
  if (off && (key === 'Enter' || key === ' ')) return (view.open({ ...off, kind: 'timeOff' }), true);
  if (key === 'Enter' || key === ' ')
    return booking ? (view.open({ kind: 'booking', id: booking.id }), true) : open(ui.painting ? 'timeOff' : 'create');
  if (key === 'b') return open('create');
  if (key === 'o') return open('timeOff');

  const led = cursorAfterKey(place, event, model, { rtl: view.dir === 'rtl', step });
  if (!led) return !!arrow;
  context.focus(led.to, { drag: null });
  if (led.turn) context.flow.goTo(led.to.date);
  return true;
}

/** Moves a dragged booking by one step of the grid, or by a day, and announces its new place. */
function moveByArrow(
  drag: BookingDrag,
  [minutes, days]: readonly [number, number],
  shiftKey: boolean,
  context: GridContext,
): void {
  const { view, labels, snap, state, flow, clock } = context;
  const turn = view.dir === 'rtl' ? -days : days;
  const resize = drag.kind === 'resize' || (shiftKey && days === 0);
  const next: BookingDrag = resize ? resizedBy(drag, minutes * snap, snap) : movedBy(drag, minutes * snap, turn, snap);
  context.setUi({ drag: next });
  const { start, end } = dragSpan(next, clock, snap);
  const from = clock.wallOf(start);
  const to = clock.wallOf(end);
  const when = view.say('movingHere', {
    from: labels.time(from.minute),
    to: labels.time(to.minute),
    day: labels.day(from.date),
  });
  view.announce(`${view.say('movingTo', { when })}. ${drag === context.ui.drag ? '' : view.say('moveHint')}`);
  if (
    next.date < state.range.from ||
    next.date > state.range.to ||
    (context.shown === 'day' && next.date !== state.date)
  )
    flow.goTo(next.date);
}

/** Draws a range from the focused time. */
function extendRange(by: number, context: GridContext, { first, last }: TimeModel, place: CursorPosition): boolean {
  const { ui, step, view, labels } = context;
  const point = { date: place.date, minute: place.minute + step };
  const drag: RangeDrag =
    ui.drag && !isBookingDrag(ui.drag)
      ? ui.drag
      : { kind: ui.painting ? 'off' : 'book', from: place, to: point, byKeyboard: true };
  const minute = Math.min(last, Math.max(first, drag.to.minute + by * step));
  const to = { date: drag.to.date, minute };
  const [low, high] = [Math.min(drag.from.minute, minute), Math.max(drag.from.minute, minute)];
  context.setUi({ drag: { ...drag, to } });
  view.announce(view.say('selected', { from: labels.time(low), to: labels.time(Math.max(high, low + step)) }));
  return true;
}
