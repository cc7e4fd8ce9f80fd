import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { chipView } from '../../ui/views.ts';
import { sourceName } from '../bookings/booking-facts.ts';
import type { ListFormat } from '../lists/list-format.ts';
import type { ListTexts } from '../lists/texts/index.ts';
import type { Lead } from './calls.ts';
import type { LeadTexts } from './texts/index.ts';

/** The words and formats of a lead. */
export interface LeadWords {
  readonly texts: LeadTexts;
  readonly lists: ListTexts;
  readonly format: ListFormat;
}

const CHIPS = { hot: 'wrong', warm: 'warn', cold: 'cold' } as const;

/** Renders the temperature as a mark with its word. */
export function temperatureView({ temperature }: Pick<Lead, 'temperature'>, { texts }: LeadWords): TemplateResult {
  return chipView(CHIPS[temperature], texts[temperature]);
}

/** Renders the parts of a score, each with its points and the most that it can give. */
export function scoreView({ score, scoreParts = [] }: Lead, { texts, format }: LeadWords): TemplateResult {
  const points = (points: number, most: number) =>
    filled(texts.points, { points: format.number(points), most: format.number(most) });
  return html`<section aria-labelledby="why">
    <h3 id="why">${texts.reasons}: <span class="number">${format.number(score)}</span></h3>
    <dl class="facts">
      ${scoreParts.map(({ kind, points: given, most }) => html`<div><dt>${texts[`part_${kind}`]}</dt><dd><progress max=${most} value=${given} aria-hidden="true"></progress> <span class="number">${points(given, most)}</span></dd></div>`)}
    </dl>
  </section>`;
}

/** Renders contact, origin and the sessions of a lead. */
export function leadFacts(lead: Lead, { texts, lists, format }: LeadWords): TemplateResult {
  const { email, phone, source, utm, bookings, lastBookingAt, lastSession, nextSession, createdAt } = lead;
  const row = (term: string, value: unknown) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  const at = (instant: string | undefined) =>
    instant ? html`<time datetime=${instant}>${format.moment(instant)}</time>` : lists.never;
  return html`<dl class="facts">
    ${email ? row(lists.email, html`<a href="mailto:${email}">${email}</a>`) : nothing}
    ${phone ? row(lists.phone, html`<a class="number" href="tel:${phone}"><bdi>${phone}</bdi></a>`) : nothing}
    ${row(lists.source, html`<bdi>${sourceName(source, lists)}</bdi>`)}
    ${utm?.campaign ? row(texts.campaign, html`<bdi>${utm.campaign}</bdi>`) : nothing} ${row(lists.bookings, format.number(bookings))}
    ${row(texts.lastBooked, at(lastBookingAt))} ${row(lists.lastSession, at(lastSession))} ${row(lists.nextSession, at(nextSession))}
    ${row(texts.since, at(createdAt))}
  </dl>`;
}
