import { plus } from '@coach-booking/time/instant';
import {
  afterDelivered,
  afterFailed,
  disabled,
  livingSecrets,
  type WebhookEndpoint,
} from '../../domain/webhook/endpoint.ts';
import { webhookRetryAfter } from '../../domain/webhook/schedule.ts';
import type { WebhookDelivery, WebhookSkip } from '../../domain/webhook/webhook-delivery.ts';
import type { Core } from '../ports/core.ts';
import { attemptOnce, type Attempted, type AttemptNeeds } from './attempt.ts';
import { changeKnownEndpoint } from './change-known-endpoint.ts';

export type SendWebhookNeeds = AttemptNeeds &
  Pick<Core, 'webhookEndpoints' | 'webhookDeliveries' | 'cachedPartner' | 'newId' | 'chance' | 'realNow'>;

/** Returns the reason not to send it, judged by its endpoint and its partner as they are at this moment. */
const skipOf = async (
  { cachedPartner }: Pick<Core, 'cachedPartner'>,
  endpoint: WebhookEndpoint | null,
  { body, partnerId }: WebhookDelivery,
): Promise<WebhookSkip | null> => {
  if (!endpoint) return 'endpoint_deleted';
  if (body === undefined) return 'erased';
  if (endpoint.state === 'disabled') return 'endpoint_disabled';
  return (await cachedPartner(partnerId))?.suspendedAt === undefined ? null : 'suspended';
};

/** Notes at the endpoint how it went: a failure is remembered, a success forgives, and 410 ends it. */
const noteAtEndpoint = (
  core: SendWebhookNeeds,
  delivery: WebhookDelivery,
  { isTaken, isGone }: Attempted,
): Promise<void> => {
  const now = core.realNow();
  return changeKnownEndpoint(core, delivery, delivery.endpointId, (endpoint) => {
    if (isTaken) return afterDelivered(endpoint, now);
    if (!isGone) return afterFailed(endpoint, core.newId(), now);
    return endpoint.state === 'active' ? disabled(endpoint, 'gone', core.newId(), now) : null;
  });
};

/** Ends the attempt, or gives it back to be tried again. */
const conclude = async (
  { webhookDeliveries, realNow, chance }: SendWebhookNeeds,
  delivery: WebhookDelivery,
  { attempt, isTaken, isGone, retryAfter }: Attempted,
): Promise<boolean> => {
  const at = realNow();
  if (isTaken) return webhookDeliveries.settle(delivery, { state: 'delivered', attempt, at });
  const wait = isGone ? null : webhookRetryAfter(delivery.failures + 1, chance(), retryAfter);
  const { code = 'UNKNOWN' } = attempt;
  if (wait === null) return webhookDeliveries.settle(delivery, { state: 'failed', code, attempt, at });
  return webhookDeliveries.putBack(delivery, plus(at, wait), attempt);
};

/**
 * Sends a delivery that this process has taken up, with the bytes that were written when its event was noted. A process
 * that dies on the way leaves a lease that runs out, and it is sent again under the same id. Returns how it went, or
 * null when nothing was sent.
 */
export async function sendWebhook(
  core: SendWebhookNeeds,
  delivery: WebhookDelivery,
  signal?: AbortSignal,
): Promise<Attempted | null> {
  const { webhookDeliveries, realNow } = core;
  const endpoint = await core.webhookEndpoints.byId(delivery, delivery.endpointId);
  const skip = await skipOf(core, endpoint, delivery);
  if (skip !== null) {
    await webhookDeliveries.settle(delivery, { state: 'skipped', code: skip, at: realNow() });
    return null;
  }
  // From here on it may arrive: a process that lost the lease must not call.
  if (!(await webhookDeliveries.startSending(delivery.id, delivery.attempt))) return null;
  const attempted = await attemptOnce(core, {
    mode: delivery.mode,
    url: endpoint!.url,
    body: delivery.body!,
    eventId: delivery.eventId,
    secrets: livingSecrets(endpoint!, realNow()).map(({ key }) => key),
    ...(signal && { signal }),
  });
  if (attempted.isAborted) {
    await webhookDeliveries.putBack(delivery, realNow());
    return attempted;
  }
  // First the delivery: an endpoint that is noted twice is noted once more by the next one.
  if (await conclude(core, delivery, attempted)) await noteAtEndpoint(core, delivery, attempted);
  return attempted;
}
