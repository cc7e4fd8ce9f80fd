import { html, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { messageTexts, type MessageTexts } from '@coach-booking/elements/internal/messages/texts';
import { pageLanguage } from '../../page-language.ts';
import type { BookingWords } from './booking-facts.ts';
import type { Booking, Message } from './calls.ts';

/** A recovery is about no booking. */
type BookingKind = Exclude<Message['kind'], 'recovery'>;

const reasonOf = (texts: MessageTexts, code = ''): string =>
  texts[`why_${code}` as keyof MessageTexts] ?? filled(texts.provider, { code: isolated(code) });

const stateText = (
  texts: MessageTexts,
  { state, code, dueAt, settledAt }: Message,
  { format }: BookingWords,
): string => {
  const at = format.moment(settledAt ?? dueAt);
  if (state === 'due') return filled(code ? texts.again : texts.due, { at });
  if (state === 'skipped' || state === 'failed') return filled(texts.notSent, { reason: reasonOf(texts, code) });
  return filled(texts[state], { at });
};

const whoOf = (
  texts: MessageTexts,
  { to: { role, staffId } }: Message,
  booking: Booking,
  { staffName }: BookingWords,
): string => {
  if (role === 'attendee') return isolated(booking.attendee.name);
  const name = role === 'staff' && staffId ? staffName(staffId) : '';
  return name ? isolated(name) : texts[`role_${role}`];
};

/** Renders the messages of a booking: each with its recipient, and whether it was sent, is due, or why not. */
export function bookingMessages(messages: readonly Message[], booking: Booking, words: BookingWords): TemplateResult {
  const texts = messageTexts(pageLanguage());
  if (messages.length === 0) return html`<p class="quiet">${texts.none}</p>`;
  return html`<ul class="plain">
    ${messages.map(
      (message) =>
        html`<li><b>${texts[`kind_${message.kind as BookingKind}`]}</b> ${texts[`by_${message.channel}`]}<br />
          <span class="quiet">${filled(texts.to, { who: whoOf(texts, message, booking, words) })} · ${stateText(texts, message, words)}</span></li>`,
    )}
  </ul>`;
}
