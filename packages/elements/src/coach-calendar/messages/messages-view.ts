import { html, type TemplateResult } from 'lit';
import type { MessagesAnswer } from '@coach-booking/sdk';
import { filled, isolated } from '../../internal/i18n/say.ts';
import type { MessagesContext } from '../panels/booking/messages-section.ts';
import { textButton } from '../panels/parts/buttons.ts';
import { problemView } from '../panels/parts/problem-view.ts';
import { stampText } from '../panels/parts/texts.ts';
import { messageTexts, type MessageTexts } from './texts.ts';

type Message = MessagesAnswer['messages'][number];

/**
 * Renders the messages of a booking by the time at which each is due; loading, empty, or a problem and a button to
 * retry.
 */
export function messagesView(context: MessagesContext): TemplateResult {
  const { view, answer, read } = context;
  const texts = messageTexts(view.language);
  if (!answer) return html`<p class="quiet" role="status">${view.say('busy')}</p>`;
  if (answer.problem) return problemView(view, answer.problem, { more: textButton('soft', view.say('retry'), read) });
  if (answer.messages.length === 0) return html`<p class="quiet">${texts.none}</p>`;
  return html`<ol>${answer.messages.map((message) => lineOf(context, texts, message))}</ol>`;
}

function lineOf(context: MessagesContext, texts: MessageTexts, message: Message): TemplateResult {
  const { kind, channel } = message;
  return html`<li>
    <b>${texts[`kind_${kind}`]}</b> <span class="quiet">${texts[`by_${channel}`]}</span><br />
    ${filled(texts.to, { who: whoOf(context, texts, message) })}<br />
    <span class="quiet">${stateText(context, texts, message)}</span>
  </li>`;
}

/** Returns the recipient: by name, except for the coach. */
function whoOf({ booking, state }: MessagesContext, texts: MessageTexts, { to: { role, staffId } }: Message): string {
  if (role === 'attendee') return isolated(booking.attendee.name);
  const name = role === 'staff' && staffId ? state.staffNames[staffId] : undefined;
  return name ? isolated(name) : texts[`role_${role}`];
}

/** Returns the state of a message, with its time and, where it was not sent, the reason. */
function stateText({ view }: MessagesContext, texts: MessageTexts, message: Message): string {
  const { state, code, dueAt, settledAt } = message;
  const at = isolated(stampText(view.format, settledAt ?? dueAt));
  if (state === 'due') return filled(code ? texts.again : texts.due, { at });
  if (state === 'skipped' || state === 'failed') return filled(texts.notSent, { reason: reasonOf(texts, code) });
  return filled(texts[state], { at });
}

/** Returns the reason why a message was not sent; a code of a provider without a translation, as it is. */
function reasonOf(texts: MessageTexts, code = ''): string {
  const words = texts[`why_${code}` as keyof MessageTexts];
  return words ?? filled(texts.provider, { code: isolated(code) });
}
