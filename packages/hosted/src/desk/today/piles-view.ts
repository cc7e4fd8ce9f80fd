import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { DeskPageName } from '../pages.ts';
import { closingButtons, noteOf, who } from './booking-parts.ts';
import type { Booking } from './calls.ts';
import type { Notes, Pile } from './read-today.ts';
import type { TodayView } from './today-view.ts';

function section(
  { texts, addressTo }: TodayView,
  {
    id,
    title,
    text,
    pile,
  }: { readonly id: string; readonly title: string; readonly text?: string; readonly pile: Pile },
  row: (booking: Booking) => TemplateResult,
): TemplateResult | typeof nothing {
  const { items, total } = pile;
  if (items.length === 0) return nothing;
  const rest = total - items.length;
  return html`<section class="card" aria-labelledby=${id}>
    <h2 id=${id}>${title} <span class="number quiet">${total}</span></h2>
    ${text ? html`<p class="quiet">${text}</p>` : nothing}
    <ul class="pile">
      ${items.map((booking) => html`<li data-booking=${booking.id}>${row(booking)}</li>`)}
    </ul>
    ${rest > 0 ? html`<p class="quiet">${filled(texts.more, { count: rest })} · <a class="inline" href=${addressTo('calendar')}>${texts.moreIn}</a></p>` : nothing}
  </section>`;
}

/** Renders when a booking is; one that has only a place has no time. */
const when = ({ texts, format }: TodayView, { start }: Booking): TemplateResult =>
  html`<p class="when">${start ? html`<time datetime=${start}>${format.moment(start)}</time>` : texts.noTime}</p>`;

function refusal(view: TodayView, booking: Booking): TemplateResult {
  const { texts, busy, act, decline } = view;
  const name = isolated(booking.attendee.name);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const message = String(new FormData(event.target as HTMLFormElement).get('message')).trim();
    act(booking, 'decline', message);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    decline(null);
  };
  return html`<form class="refusal" @submit=${send} @keydown=${leave}>
    <div class="field">
      <label for="message">${filled(texts.messageLabel, { name })}</label>
      <textarea id="message" name="message" rows="2" maxlength="500" aria-describedby="message-hint" dir="auto"></textarea>
      <p class="hint" id="message-hint">${texts.messageHint}</p>
    </div>
    <div class="actions">
      <button class="danger" aria-disabled=${String(busy !== '')}>${texts.decline}</button>
      <button type="button" class="quiet" @click=${() => decline(null)}>${texts.keep}</button>
    </div>
  </form>`;
}

function request(view: TodayView, booking: Booking): TemplateResult {
  const { texts, format, busy, declining, act, decline } = view;
  const { id, attendee, createdAt } = booking;
  const name = html`<span class="vh">: ${attendee.name}</span>`;
  return html`${when(view, booking)} ${who(view, booking)} ${noteOf(booking)}
    <p class="quiet">${filled(texts.asked, { moment: format.moment(createdAt) })}</p>
    ${
      declining === id
        ? refusal(view, booking)
        : html`<div class="actions">
            <button type="button" class="go" aria-disabled=${String(busy !== '')} @click=${() => act(booking, 'confirm')}>${texts.confirm}${name}</button>
            <button type="button" class="ask" @click=${() => decline(booking)}>${texts.decline}${name}</button>
          </div>`
    }`;
}

const pageOf: Readonly<Record<keyof Notes, DeskPageName>> = {
  zoneChanges: 'calendar',
  bursts: 'calendar',
  changedThere: 'connections',
  conflicts: 'connections',
  failing: 'connections',
};

function notesView({ texts, notes, addressTo }: TodayView): TemplateResult | typeof nothing {
  const found = Object.entries(notes) as [keyof Notes, number][];
  if (found.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="notes">
    <h2 id="notes">${texts.notes}</h2>
    <ul class="pile">
      ${found.map(([note, count]) => html`<li><a href=${addressTo(pageOf[note])}>${filled(texts[note], { count })}</a></li>`)}
    </ul>
  </section>`;
}

/** Renders what waits for the coach beside the day: requests, sessions to close, bookings without a time, changes. */
export function pilesView(view: TodayView): TemplateResult {
  const { texts, read } = view;
  const { requests, toClose, toSchedule } = read;
  return html`${section(view, { id: 'requests', title: texts.requests, pile: requests }, (booking) => request(view, booking))}
    ${section(
      view,
      { id: 'to-close', title: texts.toClose, text: texts.toCloseText, pile: toClose },
      (booking) => html`${when(view, booking)} ${who(view, booking)} ${closingButtons(view, booking)}`,
    )}
    ${section(
      view,
      { id: 'to-schedule', title: texts.toSchedule, text: texts.toScheduleText, pile: toSchedule },
      (booking) => html`${who(view, booking)} ${noteOf(booking)}`,
    )}
    ${notesView(view)}`;
}
