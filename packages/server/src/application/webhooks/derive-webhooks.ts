import type { Booking, OutboxEvent } from '../../domain/booking/booking.ts';
import {
  BOOKING_WEBHOOKS,
  isTold,
  type WebhookEndpoint,
  type WebhookPayload,
  type WebhookType,
} from '../../domain/webhook/endpoint.ts';
import { webhookDeliveryId, type WebhookDelivery } from '../../domain/webhook/webhook-delivery.ts';
import { plus, type Instant } from '@coach-booking/time/instant';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Contact } from '../ports/leads.ts';
import { bookingEventBody, eventIdOf, type PartnerEvent } from './event-body.ts';

/** A fact for endpoints, with the text that is sent. */
export interface WebhookFact {
  readonly eventId: string;
  readonly type: WebhookType;
  readonly bookingId?: string;
  readonly payload: WebhookPayload;
  readonly body: string;
}

/**
 * Returns a delivery before its first attempt. What happens while an endpoint is disabled is kept as skipped, so that
 * it can be replayed.
 */
export function newWebhookDelivery(
  endpoint: WebhookEndpoint,
  fact: WebhookFact,
  realNow: Instant,
  dueAt: Instant = realNow,
): WebhookDelivery {
  const { id: endpointId, partnerId, mode, state } = endpoint;
  return {
    id: webhookDeliveryId(fact.eventId, endpointId),
    partnerId,
    mode,
    endpointId,
    ...fact,
    ...(state === 'active'
      ? { state: 'due' as const }
      : { state: 'skipped' as const, code: 'endpoint_disabled', settledAt: realNow }),
    attempt: 0,
    failures: 0,
    attempts: [],
    dueAt,
    leasedUntil: null,
    createdAt: realNow,
  };
}

const isForPartners = (event: OutboxEvent): event is PartnerEvent =>
  BOOKING_WEBHOOKS.some((type) => type === event.type);

/**
 * Returns the deliveries to these endpoints about the events that a booking holds, with bodies that stay as they are.
 */
export function webhooksOf(
  core: JoinUrlNeeds,
  booking: Booking,
  contact: Contact,
  endpoints: readonly WebhookEndpoint[],
  realNow: Instant,
): readonly WebhookDelivery[] {
  return booking.outbox.filter(isForPartners).flatMap((event, n) =>
    endpoints
      .filter((endpoint) => isTold(endpoint, event.type))
      .map((endpoint) => {
        const written = bookingEventBody(core, booking, event, contact, endpoint.payload);
        const fact = { eventId: eventIdOf(event), type: event.type, bookingId: booking.id, ...written };
        // Of those that were noted together the earlier one goes first, where nothing fails.
        return newWebhookDelivery(endpoint, fact, realNow, plus(realNow, n + 1 - booking.outbox.length));
      }),
  );
}
