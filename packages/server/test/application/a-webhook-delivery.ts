import { webhookDeliveryId, type WebhookDelivery } from '../../src/domain/webhook/webhook-delivery.ts';
import { NOW, PARTNER } from './world.ts';

let made = 0;
const newId = (): string => (++made).toString(16).padStart(24, 'e');

/** A fact that is due at an endpoint, with something in every field that is always there. */
export function aWebhookDelivery(given: Partial<WebhookDelivery> = {}): WebhookDelivery {
  const { eventId = `evt_${newId()}`, endpointId = newId(), createdAt = NOW } = given;
  return {
    id: webhookDeliveryId(eventId, endpointId),
    partnerId: PARTNER,
    mode: 'test',
    endpointId,
    eventId,
    type: 'booking.created',
    bookingId: newId(),
    payload: 'full',
    body: `{"id":"${eventId}","type":"booking.created"}`,
    state: 'due',
    attempt: 0,
    failures: 0,
    attempts: [],
    dueAt: createdAt,
    leasedUntil: null,
    createdAt,
    ...given,
  };
}
