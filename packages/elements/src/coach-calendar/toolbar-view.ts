import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarView } from '@coach-booking/sdk';
import { icon, icons } from '../coach-booking/icons.ts';
import { addDays } from '@coach-booking/time/dates';
import type { CalendarPhrase } from '../translations/calendar/index.ts';
import { instantText } from './drag.ts';
import { openingOf } from './opening-minute.ts';
import type { GridContext } from './grid-context.ts';
import { titleOf } from './title.ts';

const drawings = {
  off: icon('M4 16 16 4M4 10l6-6M10 16l6-6'),
  add: icon('M10 4v12M4 10h12'),
  hours: icon('M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0'),
  settings: icon('M4 6h7m4 0h1M4 14h1m4 0h7M13 4v4M7 12v4'),
  help: icon('M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8m0 2.6v.3'),
};

const turns: Readonly<Record<CalendarView, readonly [previous: CalendarPhrase, next: CalendarPhrase]>> = {
  month: ['previousMonth', 'nextMonth'],
  week: ['previousWeek', 'nextWeek'],
  day: ['previousDay', 'nextDay'],
  three_days: ['previousDay', 'nextDay'],
  list: ['previousWeek', 'nextWeek'],
};

const views = ['month', 'week', 'day'] as const;

/** Turns the view. A day that is shown in place of a week turns by a day. */
export function turn({ flow, state, shown }: Pick<GridContext, 'flow' | 'state' | 'shown'>, by: -1 | 1): void {
  if (shown !== state.view) flow.goTo(addDays(state.date, by));
  else if (by > 0) flow.next();
  else flow.previous();
}

/** Renders the shown range, the navigation, and the buttons that create something. */
export function toolbarView(context: GridContext): TemplateResult {
  const { view, flow, state, shown, ui, clock } = context;
  const { say } = view;
  const [previous, next] = turns[shown];
  const button = (name: keyof typeof drawings, phrase: CalendarPhrase, click: () => void, extra: unknown = nothing) =>
    html`<button type="button" class="tool" part="button tool" title=${say(phrase)} aria-label=${say(phrase)} aria-pressed=${extra} @click=${click}>${drawings[name]}</button>`;
  const jump = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    if (!value) return;
    context.setUi({ cursor: { date: value, minute: openingOf(state, clock, value), id: null } });
    flow.goTo(value);
  };
  const add = () => {
    const date = state.date < state.today ? state.today : state.date;
    const opening = clock.instantAt(date, openingOf(state, clock, date));
    const step = context.step * 60_000;
    // On a day that has begun, the next start after now is proposed.
    const ahead = date === state.today ? Math.ceil(view.now / step) * step : opening;
    view.open({ kind: 'create', start: instantText(Math.max(opening, ahead)) });
  };
  return html`<header class="toolbar" part="toolbar">
    <div class="turns">
      <button type="button" class="tool turn" part="button turn" aria-label=${say(previous)} @click=${() => turn(context, -1)}>${icons.back}</button>
      <button type="button" class="tool turn" part="button turn" aria-label=${say(next)} @click=${() => turn(context, 1)}>${icons.forward}</button>
      <button type="button" part="button today" @click=${() => context.goToToday()}>${say('today')}</button>
    </div>
    <h2 id="title" part="title" aria-live="polite">${titleOf(view.language, shown, state)}</h2>
    <div class="views" role="group" aria-label=${say('view')} part="views">
      ${views.map((one) => html`<button type="button" part="button view ${shown === one ? 'view-shown' : ''}" aria-pressed=${shown === one} @click=${() => flow.showView(one)}>${say(one)}</button>`)}
    </div>
    <input type="date" part="input date" aria-label=${say('goToDate')} title=${say('goToDate')} .value=${state.date} @change=${jump} />
    <div class="tools" role="group" aria-label=${say('actions')}>
      ${button('add', 'newBooking', add)}
      ${button('off', 'paintTimeOff', () => context.paintTimeOff(!ui.painting), ui.painting)}
      ${button('hours', 'schedule', () => view.open({ kind: 'schedule' }))}
      ${button('settings', 'preferences', () => view.open({ kind: 'preferences' }))}
      ${button('help', 'shortcuts', () => view.open({ kind: 'shortcuts' }))}
      <slot name="account"></slot>
    </div>
  </header>`;
}

/**
 * Renders the number of bookings of each kind on the screen, the shown zone, and whether the calendar is up to date.
 */
export function statusView({ view, state, ui }: GridContext): TemplateResult {
  const { say } = view;
  const { total, upcoming, completed, cancelled, noShow } = state.summary;
  const counts: [CalendarPhrase, number][] = [
    ['upcoming', upcoming],
    ['completedCount', completed],
    ['noShowCount', noShow],
    ['cancelledCount', cancelled],
    // Bookings that have begun or are over, and that were not closed.
    ['notClosedCount', total - upcoming - completed - noShow - cancelled],
  ];
  const texts = [
    say('total', { count: total }),
    ...counts.filter(([, count]) => count > 0).map(([phrase, count]) => say(phrase, { count })),
  ];
  return html`<footer class="status" part="status">
    <span>${state.complete ? (total > 0 ? texts.join(' · ') : say('noBookings')) : say(state.loading ? 'loading' : 'notLoaded')}</span>
    ${ui.painting ? html`<span class="hint">${say('paintHint')}</span>` : nothing}
    <span class="zone">${state.timeZone.replaceAll('_', ' ')}</span>
    <span class="live ${state.connection}" part="connection"><i aria-hidden="true"></i>${say(state.connection)}</span>
  </footer>`;
}
