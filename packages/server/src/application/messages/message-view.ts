import { SENT, type DeliveryRole } from '../../domain/delivery/delivery.ts';
import { isOfIntent, type ListedDelivery } from '../../domain/delivery/recovery-delivery.ts';
import type { components } from '@coach-booking/contract/types';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { TestMessage } from '../ports/test-messages.ts';

type Schemas = components['schemas'];

const STAFF = 'staff:';

/** Returns the recipient, by role. */
export function recipientView(role: DeliveryRole): Schemas['MessageRecipient'] {
  return role === 'attendee' || role === 'coach' ? { role } : { role: 'staff', staffId: role.slice(STAFF.length) };
}

/** Returns how many SMS it was, of one that the provider has or may have. */
const segmentsOf = ({ state, segments, providerId }: ListedDelivery): number | undefined =>
  state === 'sending' || SENT.includes(state) || (state === 'failed' && providerId) ? segments : undefined;

/** Returns the subject of a message, and what only messages about bookings have. */
const subjectOf = (delivery: ListedDelivery) => {
  if (isOfIntent(delivery)) return { intentId: delivery.intentId };
  const { bookingId, minutesBefore, again } = delivery;
  return { bookingId, ...present({ minutesBefore, again }) };
};

export function messageView(delivery: ListedDelivery): Schemas['Message'] {
  const { id, kind, channel, role, state, code, dueAt, attempt, settledAt } = delivery;
  return {
    id,
    ...subjectOf(delivery),
    kind,
    channel,
    to: recipientView(role),
    // To the reader a message that is being prepared is not on its way yet.
    state: state === 'leased' ? 'due' : state,
    dueAt: instantText(dueAt),
    attempts: attempt,
    ...present({ code, segments: segmentsOf(delivery), settledAt: optionalText(settledAt) }),
  };
}

const partsOf = ({ message }: TestMessage) => {
  if (message.channel === 'email') {
    const { to, fromName, replyTo, subject, text, html, headers, calendar } = message;
    const shown = calendar && {
      method: calendar.method,
      content: calendar.content,
      attached: calendar.isAttached ?? true,
    };
    return {
      address: to,
      fromName,
      subject,
      text,
      html,
      headers: { ...headers },
      ...present({ replyTo, calendar: shown }),
    };
  }
  if (message.channel === 'sms') return { address: message.to, text: message.text, segments: message.segments };
  return { address: message.to, subject: message.title, text: message.body, url: message.url };
};

export function testMessageView(kept: TestMessage): Schemas['TestMessage'] {
  const { id, deliveryId, bookingId, userId, intentId, kind, role, message, sentAt } = kept;
  return {
    id,
    messageId: deliveryId,
    ...present({ bookingId, userId, intentId }),
    kind,
    channel: message.channel,
    to: role === 'account' ? { role } : recipientView(role),
    ...partsOf(kept),
    sentAt: instantText(sentAt),
  };
}
