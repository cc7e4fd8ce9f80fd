import type { components } from '@coach-booking/contract/types';
import type { WebhookAttempt, WebhookDelivery } from '../../domain/webhook/webhook-delivery.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';

type Schemas = components['schemas'];

export function webhookDeliveryView(delivery: WebhookDelivery): Schemas['WebhookDelivery'] {
  const { id, endpointId, eventId, type, bookingId, state, code, payload, attempt, dueAt, settledAt } = delivery;
  return {
    id,
    endpointId,
    eventId,
    type,
    // To the reader one that is being prepared is not on its way yet.
    state: state === 'leased' ? 'due' : state,
    payload,
    attempts: attempt,
    dueAt: instantText(dueAt),
    createdAt: instantText(delivery.createdAt),
    ...present({ bookingId, code, settledAt: optionalText(settledAt) }),
  };
}

const attemptView = ({ at, ...rest }: WebhookAttempt): Schemas['WebhookAttempt'] => ({
  at: instantText(at),
  ...present(rest),
});

/** The same with the text that is sent, and what came of each attempt. */
export function webhookDeliveryDetailView(delivery: WebhookDelivery): Schemas['WebhookDeliveryDetail'] {
  return {
    ...webhookDeliveryView(delivery),
    ...present({ body: delivery.body }),
    attemptLog: delivery.attempts.map(attemptView),
  };
}
