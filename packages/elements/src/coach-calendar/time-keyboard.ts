import { bookingKey } from './booking-keys.ts';
import { isMove, shifted, spanOf, stretched, takeUp, instantText, type Move, type Sweep } from './hand.ts';
import { stepFrom, type Place } from './places.ts';
import type { Scene } from './scene.ts';
import type { TimeModel } from './time-model.ts';

const arrows: Readonly<Record<string, readonly [minutes: number, days: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What a key does on the week or the day; a key that means something here goes no further. */
export function timeKey(event: KeyboardEvent, scene: Scene, model: TimeModel, place: Place): void {
  if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
  if (event.metaKey || !act(event, scene, model, place)) return;
  event.preventDefault();
  event.stopPropagation();
}

function act(event: KeyboardEvent, scene: Scene, model: TimeModel, place: Place): boolean {
  const { ui, view, clock, step, state } = scene;
  const { key, altKey, shiftKey } = event;
  const { hand } = ui;
  const booking = place.id === null ? undefined : state.bookings.find(({ id }) => id === place.id);
  const arrow = arrows[key];

  if (key === 'Escape' && hand) {
    view.announce(view.say('moveStopped'));
    scene.setUi({ hand: null });
    return true;
  }
  if (hand?.keys && isMove(hand)) {
    if (key === 'Enter' || key === ' ') scene.keep(hand);
    else if (arrow) moveOn(hand, arrow, shiftKey, scene);
    else return false;
    return true;
  }
  if (booking && altKey && arrow) {
    const taken = takeUp(shiftKey ? 'resize' : 'move', booking, clock, true);
    if (taken) moveOn(taken, arrow, shiftKey, scene);
    return true;
  }
  if (altKey) return false;
  if (booking && bookingKey(event, booking, scene)) return true;
  if (shiftKey && arrow && !arrow[1] && !booking) return sweep(arrow[0], scene, model, place);

  const open = (kind: 'create' | 'timeOff') => {
    const span = hand && !isMove(hand) ? spanOf(hand, clock, step) : null;
    const start = span?.start ?? clock.instantAt(place.date, place.minute);
    const end = span?.end ?? start + step * 60_000;
    scene.setUi({ hand: null });
    view.open(
      kind === 'timeOff'
        ? { kind, start: instantText(start), end: instantText(end) }
        : { kind, start: instantText(start), ...(span && { end: instantText(end) }) },
    );
    return true;
  };
  if (key === 'Enter' || key === ' ')
    return booking ? (view.open({ kind: 'booking', id: booking.id }), true) : open(ui.painting ? 'timeOff' : 'create');
  if (key === 'b') return open('create');
  if (key === 'o') return open('timeOff');

  const led = stepFrom(place, event, model, { rtl: view.dir === 'rtl', step });
  if (!led) return !!arrow;
  scene.focus(led.to, { hand: null });
  if (led.turn) scene.flow.goTo(led.to.date);
  return true;
}

/** Moves what is held by one step of the grid, or by a day, and says where it would be. */
function moveOn(hand: Move, [minutes, days]: readonly [number, number], shiftKey: boolean, scene: Scene): void {
  const { view, labels, snap, state, flow, clock } = scene;
  const turn = view.dir === 'rtl' ? -days : days;
  const resize = hand.kind === 'resize' || (shiftKey && days === 0);
  const next: Move = resize ? stretched(hand, minutes * snap, snap) : shifted(hand, minutes * snap, turn, snap);
  scene.setUi({ hand: next });
  const { start, end } = spanOf(next, clock, snap);
  const from = clock.wallOf(start);
  const to = clock.wallOf(end);
  const when = view.say('movingHere', {
    from: labels.time(from.minute),
    to: labels.time(to.minute),
    day: labels.day(from.date),
  });
  view.announce(`${view.say('movingTo', { when })}. ${hand === scene.ui.hand ? '' : view.say('moveHint')}`);
  if (next.date < state.range.from || next.date > state.range.to || (scene.shown === 'day' && next.date !== state.date))
    flow.goTo(next.date);
}

/** Draws a stretch from where the keyboard is. */
function sweep(by: number, scene: Scene, { first, last }: TimeModel, place: Place): boolean {
  const { ui, step, view, labels } = scene;
  const point = { date: place.date, minute: place.minute + step };
  const hand: Sweep =
    ui.hand && !isMove(ui.hand) ? ui.hand : { kind: ui.painting ? 'off' : 'book', from: place, to: point, keys: true };
  const minute = Math.min(last, Math.max(first, hand.to.minute + by * step));
  const to = { date: hand.to.date, minute };
  const [low, high] = [Math.min(hand.from.minute, minute), Math.max(hand.from.minute, minute)];
  scene.setUi({ hand: { ...hand, to } });
  view.announce(view.say('selected', { from: labels.time(low), to: labels.time(Math.max(high, low + step)) }));
  return true;
}
