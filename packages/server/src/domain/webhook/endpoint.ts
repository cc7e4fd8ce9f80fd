import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';

/** The facts that an endpoint can receive. */
export type WebhookType = BookingWebhookType | 'endpoint.disabled' | 'webhook.test';

/** Those of bookings. An unproven one sends nothing: it is `created` once it is proven. R14. */
export const BOOKING_WEBHOOKS = [
  'booking.created',
  'booking.confirmed',
  'booking.rescheduled',
  'booking.updated',
  'booking.started',
  'booking.completed',
  'booking.no_show',
  'booking.cancelled',
  'booking.undone',
] as const;

export type BookingWebhookType = (typeof BOOKING_WEBHOOKS)[number];

/** The whole object, or its ids and version alone. */
export type WebhookPayload = 'full' | 'thin';

export type DisabledReason = 'by_hand' | 'failing' | 'gone';

/** A secret that signs. */
export interface EndpointSecret {
  readonly id: string;
  /** `whsec_` and Base64. */
  readonly key: string;
  /** Instants of real time. */
  readonly createdAt: Instant;
  /**
   * Of one that was rolled: it signs until then, and is kept so long that a test can recognise a receiver that has it
   * still.
   */
  readonly expiresAt?: Instant;
}

/** A notice about an endpoint that the partner has still to receive. */
export interface EndpointNotice {
  readonly id: string;
  readonly kind: 'failing' | 'disabled';
  /** Real time. */
  readonly at: Instant;
  /** When it is tried next, and how often it has failed. */
  readonly dueAt: Instant;
  readonly failures: number;
}

/** An address at which a partner's server receives events. All instants are real time, in mode test too. R11. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly url: string;
  readonly description: string;
  /** `*` is all. */
  readonly types: readonly (WebhookType | '*')[];
  readonly payload: WebhookPayload;
  readonly state: 'active' | 'disabled';
  readonly disabledReason?: DisabledReason;
  readonly disabledAt?: Instant;
  /** Everything has failed since. */
  readonly failingSince?: Instant;
  /** When the partner was warned. */
  readonly warnedAt?: Instant;
  readonly lastDeliveredAt?: Instant;
  /** The newest first. */
  readonly secrets: readonly EndpointSecret[];
  readonly notices: readonly EndpointNotice[];
  readonly version: number;
  readonly createdAt: Instant;
}

/** The most endpoints of a partner in one mode. */
export const MAX_ENDPOINTS = 16;
/** A receiver that fails for a day has had half of its attempts. */
const WARN_AFTER = DAY;
const DISABLE_AFTER = 5 * DAY;
/** A failure of so long ago has nothing to do with that of today. */
const FORGIVE_AFTER = 2 * DISABLE_AFTER;
/** A success is noted once in so long, so that a busy endpoint is not written with every delivery. */
const NOTE_EVERY = DAY / 1440;

/** Whether an endpoint receives a fact. */
export function isTold({ types }: WebhookEndpoint, type: WebhookType): boolean {
  return types.includes('*') || types.includes(type);
}

/** Returns the secrets that sign at an instant, the newest first. */
export function livingSecrets({ secrets }: WebhookEndpoint, now: Instant): readonly EndpointSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === undefined || now < expiresAt);
}

/** Returns the endpoint without what its failures have left. */
export function forgiven({
  failingSince: _since,
  warnedAt: _warned,
  disabledReason: _reason,
  disabledAt: _at,
  ...rest
}: WebhookEndpoint): WebhookEndpoint {
  return { ...rest, state: 'active' };
}

/** Returns the endpoint after an answer of 2xx, or null where there is nothing to note. */
export function afterDelivered(endpoint: WebhookEndpoint, now: Instant): WebhookEndpoint | null {
  if (endpoint.state === 'disabled') return null;
  const { failingSince, lastDeliveredAt } = endpoint;
  if (failingSince === undefined && lastDeliveredAt !== undefined && now < plus(lastDeliveredAt, NOTE_EVERY))
    return null;
  return { ...forgiven(endpoint), lastDeliveredAt: now };
}

/** Returns the endpoint as it is disabled by what its receiver does, with the notice of it. */
export function disabled(
  endpoint: WebhookEndpoint,
  reason: Exclude<DisabledReason, 'by_hand'>,
  noticeId: string,
  now: Instant,
): WebhookEndpoint {
  return {
    ...endpoint,
    state: 'disabled',
    disabledReason: reason,
    disabledAt: now,
    notices: [...endpoint.notices, { id: noticeId, kind: 'disabled', at: now, dueAt: now, failures: 0 }],
  };
}

/**
 * Returns the endpoint after an attempt that failed, or null where there is nothing to note: the first failure is
 * remembered, after a day of nothing else the partner is notified, after five days it is disabled.
 */
export function afterFailed(endpoint: WebhookEndpoint, noticeId: string, now: Instant): WebhookEndpoint | null {
  const { state, failingSince, warnedAt } = endpoint;
  if (state === 'disabled') return null;
  if (failingSince === undefined || failingSince < minus(now, FORGIVE_AFTER))
    return { ...forgiven(endpoint), failingSince: now };
  if (now >= plus(failingSince, DISABLE_AFTER)) return disabled(endpoint, 'failing', noticeId, now);
  if (warnedAt !== undefined || now < plus(failingSince, WARN_AFTER)) return null;
  const notice = { id: noticeId, kind: 'failing' as const, at: now, dueAt: now, failures: 0 };
  return { ...endpoint, warnedAt: now, notices: [...endpoint.notices, notice] };
}
