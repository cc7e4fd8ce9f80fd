import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarView } from '@coach-booking/sdk';
import { icon, icons } from '../coach-booking/icons.ts';
import type { CalendarPhrase } from '../translations/calendar/index.ts';
import { filterCount } from './filters.ts';
import { startOfNew } from './opening-minute.ts';
import type { GridContext, Tool } from './grid-context.ts';
import { titleOf } from './title.ts';

const drawings = {
  add: icon('M10 4v12M4 10h12'),
  down: icon('M6 8l4 4 4-4'),
  search: icon('M14 14l3 3M15 9A6 6 0 1 1 3 9a6 6 0 0 1 12 0'),
  filters: icon('M3 6h14M6 10h8M8.5 14h3'),
  menu: icon('M4 10h1m4.5 0h1m4.5 0h1'),
};

const turns: Readonly<Record<CalendarView, readonly [previous: CalendarPhrase, next: CalendarPhrase]>> = {
  month: ['previousMonth', 'nextMonth'],
  week: ['previousWeek', 'nextWeek'],
  day: ['previousDay', 'nextDay'],
  three_days: ['previousDays', 'nextDays'],
  list: ['previousWeek', 'nextWeek'],
};

/** Opens the form of a new booking. */
export function openNew({ view, state, clock, step }: GridContext): void {
  view.open({ kind: 'create', start: startOfNew(state, clock, view.now, step) });
}

/** Renders the shown range, the navigation, and the buttons that open the rest, in one row. */
export function toolbarView(context: GridContext): TemplateResult {
  const { view, state, shown, ui, openTool, narrow } = context;
  const { say } = view;
  const [previous, next] = turns[shown];
  const set = filterCount(ui.filters);
  const turn = (by: -1 | 1, phrase: CalendarPhrase, drawing: TemplateResult) =>
    html`<button type="button" class="tool turn plain" part="button turn" aria-label=${say(phrase)} @click=${() => context.turn(by)}>${drawing}</button>`;
  const tool = (name: Tool, content: unknown, label: string | typeof nothing = nothing, kind = '') =>
    html`<button type="button" class="tool ${kind}" part="button tool" data-tool=${name} aria-expanded=${openTool === name} aria-label=${label} title=${label} @click=${(event: Event) => context.tool(name, event.currentTarget as Element)}>${content}</button>`;
  const add = html`<button type="button" class="go add" part="button primary" @click=${() => openNew(context)}>${drawings.add}<span class=${narrow ? 'vh' : nothing}>${say('newBooking')}</span></button>`;
  return html`<header class="toolbar" part="toolbar">
    ${narrow ? nothing : html`<div class="turns">${turn(-1, previous, icons.back)}${turn(1, next, icons.forward)}</div>`}
    ${narrow ? nothing : todayButton(context)}
    <h2 id="title" part="title" aria-live="polite">
      ${tool('date', html`<span>${titleOf(view.language, shown, state, narrow)}</span>${drawings.down}<span class="vh">, ${say('goToDate')}</span>`, nothing, 'plain heading')}
    </h2>
    <div class="tools" role="group" aria-label=${say('actions')}>
      ${narrow ? todayButton(context) : html`${tool('search', drawings.search, say('search'), 'plain')}${tool('filters', html`${drawings.filters}<span class="word">${say('filters')}</span>${set > 0 ? html`<span class="count">${view.format.number(set)}</span>` : nothing}`, set > 0 ? `${say('filters')}: ${view.format.number(set)}` : say('filters'))}`}
      ${tool('views', html`<span>${say(shown)}</span>${drawings.down}`)}
      ${tool('menu', html`${drawings.menu}${narrow && set > 0 ? html`<span class="count">${view.format.number(set)}</span>` : nothing}`, say('menu'), 'plain')}
      ${narrow ? nothing : add}
      <slot name="account"></slot>
    </div>
  </header>${narrow ? html`<div class="float" part="float">${add}</div>` : nothing}`;
}

function todayButton({ view, goToToday }: GridContext): TemplateResult {
  return html`<button type="button" part="button today" @click=${() => goToToday()}>${view.say('today')}</button>`;
}

/**
 * Renders the number of bookings of each kind on the screen, the shown zone, and whether the calendar is up to date.
 */
export function statusView({ view, state, ui, paintTimeOff }: GridContext): TemplateResult {
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
    ${ui.painting ? html`<span class="hint">${say('paintHint')}</span><button type="button" class="plain" @click=${() => paintTimeOff(false)}>${say('stop')}</button>` : nothing}
    <span class="zone">${state.timeZone.replaceAll('_', ' ')}</span>
    <span class="live ${state.connection}" part="connection"><i aria-hidden="true"></i>${say(state.connection)}</span>
  </footer>`;
}
