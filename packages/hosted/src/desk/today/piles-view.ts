import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { DeskPageName } from '../pages.ts';
import { closingButtons, noteOf, who } from './booking-parts.ts';
import type { Booking } from './calls.ts';
import type { Notes, PileName } from './read-today.ts';
import type { TodayView } from './today-view.ts';

interface Section {
  readonly id: string;
  readonly name: PileName;
  readonly title: string;
  readonly text?: string;
}

function section(
  { texts, read, failure, addressTo }: TodayView,
  { id, name, title, text }: Section,
  row: (booking: Booking) => TemplateResult,
): TemplateResult | typeof nothing {
  const { items, total, problem } = read[name];
  if (items.length === 0 && !problem) return nothing;
  const rest = total - items.length;
  return html`<section class="card" aria-labelledby=${id}>
    <h2 id=${id}>${title} ${items.length > 0 ? html`<span class="number quiet">${total}</span>` : nothing}</h2>
    ${problem ? failure(name, problem) : nothing}
    ${text && items.length > 0 ? html`<p class="quiet">${text}</p>` : nothing}
    ${items.length > 0 ? html`<ul class="pile">${items.map((booking) => html`<li data-booking=${booking.id}>${row(booking)}</li>`)}</ul>` : nothing}
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

function notesView(view: TodayView): TemplateResult | typeof nothing {
  const { texts, notes, notesProblem, failure, addressTo } = view;
  const found = Object.entries(notes) as [keyof Notes, number][];
  if (found.length === 0 && !notesProblem) return nothing;
  return html`<section class="card" aria-labelledby="notes">
    <h2 id="notes">${texts.notes}</h2>
    ${notesProblem ? failure('notes', notesProblem) : nothing}
    <ul class="pile" ?hidden=${found.length === 0}>
      ${found.map(([note, count]) => html`<li><a href=${addressTo(pageOf[note])}>${filled(texts[note], { count })}</a></li>`)}
    </ul>
  </section>`;
}

/** Renders what waits for the coach beside the day: requests, sessions to close, bookings without a time, changes. */
export function pilesView(view: TodayView): TemplateResult {
  const { texts } = view;
  return html`${section(view, { id: 'requests', name: 'requests', title: texts.requests }, (booking) => request(view, booking))}
    ${section(
      view,
      { id: 'to-close', name: 'toClose', title: texts.toClose, text: texts.toCloseText },
      (booking) => html`${when(view, booking)} ${who(view, booking)} ${closingButtons(view, booking)}`,
    )}
    ${section(
      view,
      { id: 'to-schedule', name: 'toSchedule', title: texts.toSchedule, text: texts.toScheduleText },
      (booking) => html`${who(view, booking)} ${noteOf(booking)}`,
    )}
    ${notesView(view)}`;
}
