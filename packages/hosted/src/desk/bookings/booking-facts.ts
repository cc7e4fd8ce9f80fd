import { html, nothing, type TemplateResult } from 'lit';
import { hasExpired } from '@coach-booking/elements/internal/expired';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { ListFormat } from '../lists/list-format.ts';
import type { ListTexts } from '../lists/texts/index.ts';
import type { Booking } from './calls.ts';
import type { BookingTexts } from './texts/index.ts';

/** The words and formats of a booking. */
export interface BookingWords {
  readonly texts: BookingTexts;
  readonly lists: ListTexts;
  readonly format: ListFormat;
  /** Returns the name of a member of the team. */
  staffName(id: string): string;
  /** Returns the name of a coach, where the list has the bookings of several. */
  coachName?(id: string): string;
}

type Actor = NonNullable<Booking['cancelledBy']>;

/** Renders a row of facts. */
export function row(term: string, value: unknown): TemplateResult {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}

/** Returns the name of a source; that of an address that was typed is a word. */
export function sourceName(source: string, { direct }: ListTexts): string {
  return source === 'direct' ? direct : source;
}

const actorName = ({ texts }: BookingWords, by: Actor): string => (by === 'staff' ? texts.staff_by : texts[by]);

/** Renders the date and the time of a booking; one without a time says so. */
export function whenText({ start, end }: Booking, { texts, format }: BookingWords): TemplateResult {
  return start
    ? html`<time datetime=${start}>${format.day(start)}</time> <time>${format.times(start, end)}</time>`
    : html`${texts.noTime}`;
}

const whereView = ({ place, locationKind, video, status }: Booking, { texts }: BookingWords): TemplateResult => {
  if (place) return html`<bdi>${[place.name, place.address, place.hint].filter(Boolean).join('\n')}</bdi>`;
  const isOpen = video?.joinUrl && status !== 'cancelled';
  return html`${texts[locationKind]}${isOpen ? html` · <a href=${video.joinUrl} target="_blank" rel="noopener noreferrer">${texts.join}</a>` : nothing}`;
};

const answersView = (answers: NonNullable<Booking['answers']>): TemplateResult =>
  html`<ul class="plain">${Object.entries(answers).map(([question, answer]) => html`<li><span class="quiet"><bdi>${question}</bdi></span><br /><bdi>${String(answer)}</bdi></li>`)}</ul>`;

const historyView = (booking: Booking, words: BookingWords): TemplateResult => {
  const { texts, format } = words;
  const { createdAt, rescheduleHistory, cancelledAt, cancelledBy, cancellationReason } = booking;
  const because = (reason: string | undefined) =>
    reason ? html`<br /><span class="quiet">${filled(texts.reasonWas, { reason: isolated(reason) })}</span>` : nothing;
  const moves = rescheduleHistory.map(({ originalStart, newStart, at, by, reason }) => {
    const values = { to: format.moment(newStart), at: format.moment(at), who: actorName(words, by) };
    const sentence = originalStart
      ? filled(texts.moved, { ...values, from: format.moment(originalStart) })
      : filled(texts.given, values);
    return html`<li>${sentence}${because(reason)}</li>`;
  });
  const offered = booking.rescheduleOffered ? html`<br /><span class="quiet">${texts.offered}</span>` : nothing;
  const end = (at: string, by: Actor) =>
    hasExpired(booking)
      ? html`<li>${filled(texts.expired, { at: format.moment(at) })}</li>`
      : html`<li>${filled(texts.ended, { at: format.moment(at), who: actorName(words, by) })}${because(cancellationReason)}${offered}</li>`;
  return html`<ul class="plain">
    <li>${filled(texts.booked, { at: format.moment(createdAt) })}</li>
    ${moves}
    ${cancelledAt && cancelledBy ? end(cancelledAt, cancelledBy) : nothing}
  </ul>`;
};

/** Renders who, when, where, what was answered, and what became of a booking; `more` are rows of the page itself. */
export function bookingFacts(booking: Booking, words: BookingWords, more: unknown = nothing): TemplateResult {
  const { texts, lists, format, staffName } = words;
  const { attendee, serviceTitle, duration, price, staffId, notes, answers, source, placeNumber } = booking;
  const { email, phone } = attendee;
  return html`<dl class="facts">
      ${row(texts.when, html`${whenText(booking, words)}${duration ? html` · <span class="number">${format.minutes(duration)}</span>` : nothing}`)}
      ${more} ${row(texts.service, html`<bdi>${serviceTitle}</bdi>`)} ${row(texts.where, whereView(booking, words))}
      ${price ? row(texts.price, html`<span class="number">${format.money(price)}</span>`) : nothing}
      ${placeNumber ? row(lists.bookings, filled(texts.place_number, { count: format.number(placeNumber) })) : nothing}
      ${staffId ? row(texts.staff, html`<bdi>${staffName(staffId)}</bdi>`) : nothing}
      ${email ? row(lists.email, html`<a href="mailto:${email}">${email}</a>`) : nothing}
      ${phone ? row(lists.phone, html`<a class="number" href="tel:${phone}"><bdi>${phone}</bdi></a>`) : nothing}
      ${source ? row(lists.source, html`<bdi>${sourceName(source, lists)}</bdi>`) : nothing}
      ${notes ? row(texts.clientNotes, html`<bdi>${notes}</bdi>`) : nothing}
      ${answers && Object.keys(answers).length > 0 ? row(texts.answers, answersView(answers)) : nothing}
    </dl>
    <section aria-labelledby="history"><h3 id="history">${texts.history}</h3>${historyView(booking, words)}</section>`;
}
