import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesAnswer } from '@coach-booking/sdk';
import { filled, isolated } from '../../internal/i18n/say.ts';
import type { MessagesContext } from '../panels/booking/messages-section.ts';
import { textButton } from '../panels/parts/buttons.ts';
import { problemView } from '../panels/parts/problem-view.ts';
import { stampText } from '../panels/parts/texts.ts';
import { mayBeAgain } from '../../internal/messages/again.ts';
import { messageTexts, type MessageTexts } from '../../internal/messages/texts.ts';

type Message = MessagesAnswer['messages'][number];
/** A recovery is about no booking. */
type BookingKind = Exclude<Message['kind'], 'recovery'>;

/**
 * Renders the messages of a booking by the time at which each is due; loading, empty, or a problem and a button to
 * retry.
 */
export function messagesView(context: MessagesContext): TemplateResult {
  const { view, own, read } = context;
  const { answer, again } = own.value;
  const texts = messageTexts(view.language);
  if (!answer) return html`<p class="quiet" role="status">${view.say('busy')}</p>`;
  if (answer.problem) return problemView(view, answer.problem, { more: textButton('soft', view.say('retry'), read) });
  if (answer.messages.length === 0) return html`<p class="quiet">${texts.none}</p>`;
  return html`<ol>${answer.messages.map((message) => lineOf(context, texts, message))}</ol>
    <div role="status">${again?.isDone ? html`<p>${texts.isAgain}</p>` : nothing}</div>
    ${problemView(view, again?.problem ?? null)}`;
}

function lineOf(context: MessagesContext, texts: MessageTexts, message: Message): TemplateResult {
  const { kind, channel, segments = 1 } = message;
  // A long SMS is several, each of which is paid for.
  const many = segments > 1 ? ` ${isolated(`× ${segments}`)}` : '';
  return html`<li>
    <b>${texts[`kind_${kind as BookingKind}`]}</b> <span class="quiet">${texts[`by_${channel}`]}${many}</span><br />
    ${filled(texts.to, { who: whoOf(context, texts, message) })}<br />
    <span class="quiet">${stateText(context, texts, message)}</span> ${againView(context, texts, message)}
  </li>`;
}

/** Renders the button by which a message that did not arrive is sent again. It keeps its place once it was pressed. */
function againView({ view, own, flow, booking }: MessagesContext, texts: MessageTexts, message: Message): unknown {
  const { answer, again } = own.value;
  const { id } = message;
  const isPressed = again?.id === id && !again.problem;
  if (!isPressed && !mayBeAgain(message, answer!.messages)) return nothing;
  const send = async (): Promise<void> => {
    if (again && !again.isDone && !again.problem) return;
    own.set({ again: { id, isDone: false, problem: null } });
    const { problem } = await flow.sendMessageAgain(booking.id, id);
    if (!problem) own.set({ answer: await flow.readMessages(booking.id) });
    own.set({ again: { id, isDone: !problem, problem } });
  };
  const text = !isPressed ? texts.sendAgain : again.isDone ? texts.isAgain : view.say('busy');
  return html`<br />${textButton('link', text, () => isPressed || void send(), { disabled: isPressed })}`;
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
