import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { wallOf } from '@coach-booking/elements/internal/dates/wall';
import { chipView, emptyView } from '../../ui/views.ts';
import { noteOf, who } from './booking-parts.ts';
import type { Gap, Session } from './day.ts';
import type { TodayView } from './today-view.ts';

/** Renders the session that runs, or else the next one, and in how long it begins. */
export function nextView(view: TodayView): TemplateResult {
  const { texts, format, now, day } = view;
  const session = day.current ?? day.next;
  if (!session)
    return html`<section class="card next"><h2>${texts.next}</h2><p class="quiet">${texts.nothingNext}</p></section>`;
  const { booking, start, end } = session;
  const isNow = session === day.current;
  const isToday = day.sessions.includes(session);
  const span = isToday ? format.span(start, end) : format.moment(start);
  const wait = isNow
    ? filled(texts.left, { time: format.length(end - now) })
    : filled(texts.inTime, { time: format.length(start - now) });
  const join = booking.video?.state === 'ready' || booking.video?.state === 'fallback' ? booking.video.joinUrl : null;
  return html`<section class="card next ${isNow ? 'runs' : ''}" aria-labelledby="next">
    <div class="line"><h2 id="next">${isNow ? texts.now : texts.next}</h2><b class="wait">${wait}</b></div>
    <p class="when"><time datetime=${booking.start!}>${span}</time></p>
    ${who(view, booking)} ${noteOf(booking)}
    ${join ? html`<div class="actions"><a class="button" href=${join} target="_blank" rel="noreferrer">${texts.join}</a></div>` : nothing}
  </section>`;
}

function sessionRow(view: TodayView, { booking, start, end }: Session): TemplateResult {
  const { texts, format, now } = view;
  const { status } = booking;
  const text = status === 'completed' ? texts.status_completed : texts[status as 'pending'];
  return html`<li class=${end <= now ? 'over' : ''} data-booking=${booking.id}>
    <div class="when"><time datetime=${booking.start!}>${format.span(start, end)}</time></div>
    <div class="what">${who(view, booking)}</div>
    ${chipView(status, text)}
  </li>`;
}

function gapRow({ texts, format, read, addressTo }: TodayView, { start, end }: Gap): TemplateResult {
  const instant = new Date(start).toISOString();
  const { date } = wallOf(instant, read.calendar.timeZone);
  return html`<li class="gap">
    <div class="when"><span class="number">${format.span(start, end)}</span></div>
    <div class="what quiet">${texts.free} · <span class="number">${format.length(end - start)}</span></div>
    <a class="button" href=${addressTo('calendar', { query: { date, new: '1', start: instant } })}>${texts.book}<span class="vh">: ${format.span(start, end)}</span></a>
  </li>`;
}

function emptyDay({ texts, format, day, addressTo }: TodayView): TemplateResult {
  const today = day.isWorking ? texts.emptyWorking : texts.emptyFree;
  const next = day.nextWorkingDate
    ? filled(texts.nextWorking, { day: format.day(day.nextWorkingDate) })
    : texts.noNextWorking;
  const query = day.nextWorkingDate && !day.isWorking ? { query: { date: day.nextWorkingDate } } : {};
  return emptyView({
    title: texts.emptyTitle,
    text: `${today} ${next}`,
    action: html`<a class="button" href=${addressTo('calendar', query)}>${texts.toCalendar}</a>`,
  });
}

/** Renders the sessions of the day with the times that are free between them, in their order. */
export function dayView(view: TodayView): TemplateResult {
  const { texts, day } = view;
  const { sessions, gaps } = day;
  const rows = [
    ...sessions.map((session) => ({ at: session.start, row: () => sessionRow(view, session) })),
    ...gaps.map((gap) => ({ at: gap.start, row: () => gapRow(view, gap) })),
  ].sort((one, other) => one.at - other.at);
  return html`<section aria-labelledby="day">
    <h2 id="day">${texts.day}</h2>
    ${sessions.length === 0 ? emptyDay(view) : nothing}
    ${rows.length > 0 ? html`<ul class="rows">${rows.map(({ row }) => row())}</ul>` : nothing}
  </section>`;
}
