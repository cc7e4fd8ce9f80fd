import { daysBetween } from '@coach-booking/time/dates';
import { dateByKey } from '../../internal/dates/date-by-key.ts';
import { bookingKey } from '../booking-keys.ts';
import { instantText, isBookingDrag, movedBy, dragOf } from '../drag.ts';
import type { MonthDay } from './month-model.ts';
import type { CursorPosition } from '../cursor.ts';
import type { GridContext } from '../grid-context.ts';
import { openingOf } from '../opening-minute.ts';

/** Handles a key in the month; the event of a key with a meaning here is not propagated. */
export function monthKey(
  event: KeyboardEvent,
  context: GridContext,
  days: readonly MonthDay[],
  place: CursorPosition,
): void {
  if (event.ctrlKey || event.metaKey || !act(event, context, days, place)) return;
  event.preventDefault();
  event.stopPropagation();
}

function act(event: KeyboardEvent, context: GridContext, days: readonly MonthDay[], place: CursorPosition): boolean {
  const { view, ui, clock, snap, state, labels, flow } = context;
  const { key, altKey } = event;
  const { date } = place;
  const { drag } = ui;
  const { chips, more } = days.find((day) => day.date === date) ?? { chips: [], more: 0 };
  const booking = place.id === null ? undefined : chips.find((chip) => chip.booking.id === place.id)?.booking;
  const rules = { rtl: view.dir === 'rtl', firstWeekday: state.preferences.weekStart };

  if (key === 'Escape' && drag) {
    view.announce(view.say('moveStopped'));
    context.setUi({ drag: null });
    return true;
  }
  const taken =
    drag && isBookingDrag(drag) && drag.byKeyboard
      ? drag
      : booking && altKey
        ? dragOf('move', booking, clock, true)
        : null;
  if (taken) {
    if (drag && (key === 'Enter' || key === ' ')) {
      context.drop(taken);
      return true;
    }
    const to = /^Arrow/.test(key) ? dateByKey(taken.date, key, rules) : null;
    if (!to) return false;
    context.setUi({ drag: movedBy(taken, 0, daysBetween(taken.date, to), snap) });
    view.announce(`${view.say('movingTo', { when: labels.day(to) })}. ${drag ? '' : view.say('moveHint')}`);
    if (to < state.range.from || to > state.range.to) flow.goTo(to);
    return true;
  }
  if (altKey) return false;
  if (booking) {
    if (bookingKey(event, booking, context)) return true;
    if (key === 'Escape') context.focus({ ...place, id: null });
    else if (key === 'Enter' || key === ' ') view.open({ kind: 'booking', id: booking.id });
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = chips.findIndex((chip) => chip.booking === booking) + (key === 'ArrowDown' ? 1 : -1);
      if (next === chips.length && more > 0) view.open({ kind: 'dayList', date });
      else context.focus({ ...place, id: chips[next]?.booking.id ?? null });
    } else return false;
    return true;
  }
  const create = () =>
    view.open({ kind: 'create', start: instantText(clock.instantAt(date, openingOf(state, clock, date))) });
  const day = clock.day(date);
  if (key === 'b') create();
  else if (key === 'o') view.open({ kind: 'timeOff', start: instantText(day.start), end: instantText(day.end) });
  else if (key === 'Enter' || key === ' ') {
    if ((event.target as Element).closest('.more')) return false;
    if (chips[0]) context.focus({ ...place, id: chips[0].booking.id });
    else if (more > 0) view.open({ kind: 'dayList', date });
    else create();
  } else {
    const to = dateByKey(date, key, rules);
    if (!to) return false;
    context.focus({ date: to, minute: 0, id: null });
    if (to < state.range.from || to > state.range.to || /^Page/.test(key)) flow.goTo(to);
  }
  return true;
}
