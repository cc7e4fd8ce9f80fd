import type { Instant } from '@coach-booking/time/instant';
import type { WebhookPayload, WebhookType } from './endpoint.ts';

/** As of a message: `leased` and `sending` belong to a process, until its lease runs out. */
export type WebhookState = 'due' | 'leased' | 'sending' | 'delivered' | 'failed' | 'skipped';

/** The reason why a fact was not sent. */
export type WebhookSkip = 'endpoint_disabled' | 'endpoint_deleted' | 'erased' | 'suspended';

/** One attempt and its result. */
export interface WebhookAttempt {
  readonly at: Instant;
  /** Milliseconds until the answer or the failure. */
  readonly ms: number;
  readonly status?: number;
  /** The reason of the failure. */
  readonly code?: string;
  /** The beginning of the answer. */
  readonly response?: string;
}

/** One fact on its way to one endpoint. All instants are real time, in mode test too. R11. */
export interface WebhookDelivery {
  /** `<event>:webhook:<endpoint>`, so that deriving it again adds nothing. */
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly endpointId: string;
  /** The same at all endpoints: `evt_…`. */
  readonly eventId: string;
  readonly type: WebhookType;
  readonly bookingId?: string;
  readonly payload: WebhookPayload;
  /** The very bytes of every attempt. Absent once a person in it was erased (R24). */
  readonly body?: string;
  readonly state: WebhookState;
  /** A WebhookSkip, or the code of the last failure. */
  readonly code?: string;
  readonly attempt: number;
  /** The number of attempts that have failed since it was derived or replayed. */
  readonly failures: number;
  readonly attempts: readonly WebhookAttempt[];
  readonly dueAt: Instant;
  readonly leasedUntil: Instant | null;
  readonly settledAt?: Instant;
  readonly createdAt: Instant;
}

/** Attempts that are remembered. */
export const MAX_ATTEMPTS_KEPT = 30;

export function webhookDeliveryId(eventId: string, endpointId: string): string {
  return `${eventId}:webhook:${endpointId}`;
}
