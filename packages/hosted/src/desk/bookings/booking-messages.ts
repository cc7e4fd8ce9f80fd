import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { mayBeAgain } from '@coach-booking/elements/internal/messages/again';
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

/** The sending of a message again. */
export interface Again {
  /** The message whose sending is under way; empty when none is. */
  readonly busy: string;
  readonly busyText: string;
  send(message: Message): void;
}

const againButton = (texts: MessageTexts, message: Message, label: string, { busy, busyText, send }: Again) =>
  html`<br /><button type="button" aria-label=${`${texts.sendAgain}: ${label}`} aria-disabled=${busy !== ''} @click=${() => send(message)}>${busy === message.id ? busyText : texts.sendAgain}</button>`;

/**
 * Renders the messages of a booking: each with its recipient, and whether it was sent, is due, or why not, and a button
 * for one that did not arrive. R46.
 */
export function bookingMessages(
  messages: readonly Message[],
  booking: Booking,
  words: BookingWords,
  again: Again,
): TemplateResult {
  const texts = messageTexts(pageLanguage());
  if (messages.length === 0) return html`<p class="quiet">${texts.none}</p>`;
  return html`<ul class="plain">
    ${messages.map((message) => {
      const { channel, segments = 1 } = message;
      const kind = texts[`kind_${message.kind as BookingKind}`];
      const to = filled(texts.to, { who: whoOf(texts, message, booking, words) });
      // A long SMS is several, each of which is paid for.
      const many = segments > 1 ? ` ${isolated(`× ${segments}`)}` : '';
      return html`<li><b>${kind}</b> ${texts[`by_${channel}`]}${many}<br />
          <span class="quiet">${to} · ${stateText(texts, message, words)}</span>
          ${mayBeAgain(message, messages) ? againButton(texts, message, `${kind}, ${to}`, again) : nothing}</li>`;
    })}
  </ul>`;
}
