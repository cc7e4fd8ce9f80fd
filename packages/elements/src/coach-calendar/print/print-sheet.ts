import { html, nothing, render, type TemplateResult } from 'lit';
import { addDays } from '@coach-booking/time/dates';
import type { CalendarBooking } from '@coach-booking/sdk';
import type { GridContext } from '../grid-context.ts';
import { leanTime, titleOf } from '../labels.ts';
import { bookingsOn } from '../list/day-rows.ts';
import { titleOf as titleOfRange } from '../title.ts';
import { toolSayer } from '../tools/texts.ts';
import { paperStyles } from '../../internal/theme/paper-styles.ts';
import { addCalendarEnglish } from '../../translations/calendar/index.ts';
import { enDays } from '../../translations/calendar/en-days.ts';

addCalendarEnglish(enDays);

/** Opens the browser's dialog for a window; tests replace it. */
export const printer = { print: (page: Window): void => page.print() };

/** Renders the sheet for paper: every booking of the days on the screen, with phone and notes. */
export function paperView(context: GridContext): TemplateResult {
  const { view, state, labels, clock, shown } = context;
  const say = toolSayer(view.language);
  const minute = (date: string, instant: string) =>
    leanTime(labels.timeAt(clock.day(date), clock.wallOf(Date.parse(instant)).minute, instant));
  const dates: string[] = [];
  for (let date = state.range.from; date <= state.range.to; date = addDays(date, 1)) dates.push(date);
  const row = (
    date: string,
    { start, end, attendee, serviceTitle, staffId = '', notes, status, ...booking }: CalendarBooking,
  ) =>
    html`<tr>
      <td class="time">${minute(date, start!)}${end ? ` – ${minute(date, end)}` : nothing}</td>
      <td><b><bdi>${attendee.name}</bdi></b>${/confirmed|scheduled/.test(status) ? nothing : html`<br />${view.say(status)}`}</td>
      <td><bdi>${serviceTitle}</bdi></td>
      <td>${booking.locationKind === 'online' ? view.say('online') : html`<bdi>${booking.place?.address ?? ''}</bdi>`}</td>
      <td><bdi>${state.staffNames[staffId] ?? ''}</bdi></td>
      <td class="time"><bdi dir="ltr">${attendee.phone ?? ''}</bdi></td>
      <td class="notes"><bdi>${notes}</bdi></td>
    </tr>`;
  const away = (date: string) => {
    const { start, end } = clock.day(date);
    return state.timeOff
      .filter((one) => Date.parse(one.start) < end && Date.parse(one.end) > start)
      .map(({ reason, start: from, end: until }) => {
        const whole = Date.parse(from) <= start && Date.parse(until) >= end;
        const when = whole ? view.say('allDay') : `${minute(date, from)} – ${minute(date, until)}`;
        return html`<tr><td class="time">${when}</td><td colspan="6">${view.say('timeOff')}${reason ? html`: <bdi>${reason}</bdi>` : nothing}</td></tr>`;
      });
  };
  const day = (date: string) => {
    const bookings = bookingsOn(context, date);
    const off = away(date);
    return html`<tbody>
      <tr><th colspan="7" scope="rowgroup">${labels.day(date)}</th></tr>
      ${off} ${bookings.map((booking) => row(date, booking))}
      ${bookings.length + off.length > 0 ? nothing : html`<tr><td colspan="7" class="quiet">${say('nothing')}</td></tr>`}
    </tbody>`;
  };
  const now = clock.wallOf(view.now);
  const isMonth = shown === 'month';
  return html`<main lang=${view.language} dir=${view.dir}>
    <h1><bdi>${state.coach?.name ?? ''}</bdi> · ${titleOfRange(view.language, shown, state)}</h1>
    ${
      isMonth
        ? monthTable(context, dates)
        : html`<table>
      <thead><tr>${(['when', 'client', 'service', 'place', 'staff', 'phone', 'notes'] as const).map((name) => html`<th scope="col">${say(name)}</th>`)}</tr></thead>
      ${dates.map(day)}
    </table>`
    }
    <footer>${state.timeZone.replaceAll('_', ' ')} · ${say('printed', { at: `${labels.day(now.date)}, ${labels.time(now.minute)}` })}</footer>
  </main>`;
}

/** Renders the weeks of a month, with the time and the name of every booking, and days with time off marked. */
function monthTable(context: GridContext, dates: readonly string[]): TemplateResult {
  const { view, state, labels, clock } = context;
  const cell = (date: string) => {
    const { start, end } = clock.day(date);
    const isAway = state.timeOff.some((one) => Date.parse(one.start) < end && Date.parse(one.end) > start);
    const isOutside = date.slice(0, 7) !== state.date.slice(0, 7);
    const line = (booking: CalendarBooking) =>
      html`<div><span class="time">${leanTime(labels.time(clock.wallOf(Date.parse(booking.start!)).minute))}</span> <bdi>${titleOf(booking)}</bdi></div>`;
    return html`<td class=${isOutside ? 'quiet' : nothing}>
      <b>${view.format.number(+date.slice(8))}</b>${isAway ? html` · ${view.say('timeOff')}` : nothing} ${bookingsOn(context, date).map(line)}
    </td>`;
  };
  const weeks = Array.from({ length: dates.length / 7 }, (_, at) => dates.slice(at * 7, at * 7 + 7));
  return html`<table class="month">
    <thead><tr>${dates.slice(0, 7).map((date) => html`<th scope="col">${labels.weekday(date)}</th>`)}</tr></thead>
    <tbody>${weeks.map((week) => html`<tr>${week.map(cell)}</tr>`)}</tbody>
  </table>`;
}

/**
 * Prints the sheet from a frame of its own, so that nothing of the page around the calendar is on the paper. Its style
 * is a sheet made by script, which a strict policy for styles allows.
 */
export function printSheet(context: GridContext): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = toolSayer(context.view.language)('print');
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  Object.assign(frame.style, { position: 'fixed', inset: 'auto', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const page = frame.contentWindow as Window & typeof globalThis;
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(paperStyles);
  page.document.adoptedStyleSheets = [sheet];
  page.document.title = context.state.coach?.name ?? '';
  render(paperView(context), page.document.body);
  page.addEventListener('afterprint', () => frame.remove());
  printer.print(page);
  return frame;
}
