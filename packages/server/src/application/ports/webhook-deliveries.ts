import type { Instant } from '@coach-booking/time/instant';
import type { WebhookAttempt, WebhookDelivery, WebhookState } from '../../domain/webhook/webhook-delivery.ts';
import type { WebhookCount } from '../../domain/webhook/webhook-count.ts';
import type { CountQuery } from './deliveries.ts';
import type { LedgerScope } from './ledgers.ts';

/** Days for which deliveries are kept. */
export const WEBHOOK_DAYS = { live: 30, test: 7 } as const;

export interface WebhookDueQuery {
  /** One partner's and mode's; undefined is all. */
  readonly scope?: LedgerScope;
  /** Real time, as all of these. */
  readonly dueBy: Instant;
  readonly leasedUntil: Instant;
  /** Endpoints that get nothing at this moment. */
  readonly except: readonly string[];
}

export interface WebhookDeliveryPosition {
  readonly createdAt: Instant;
  readonly id: string;
}

export interface WebhookDeliveryQuery extends LedgerScope {
  readonly endpointId?: string;
  readonly states?: readonly WebhookState[];
  readonly type?: string;
  readonly bookingId?: string;
  readonly after?: WebhookDeliveryPosition;
  readonly limit: number;
}

export interface ReplayQuery extends LedgerScope {
  readonly endpointId: string;
  /** Noted in [from, to). */
  readonly from: Instant;
  readonly to: Instant;
  readonly states: readonly WebhookState[];
  readonly limit: number;
}

/** The final result of a delivery. */
export interface WebhookOutcome {
  readonly state: 'delivered' | 'failed' | 'skipped';
  readonly code?: string;
  readonly attempt?: WebhookAttempt;
  readonly at: Instant;
}

/**
 * Facts on their way to endpoints. Every change is one compare-and-set on state and attempt, as of messages. Apart from
 * those, so that what waits for a dead endpoint never stands before a mail. Bodies and answers are stored sealed.
 */
export interface WebhookDeliveries {
  /** Inserts those whose ids are new; the others stay as they are, with their bytes. */
  insert(deliveries: readonly WebhookDelivery[]): Promise<void>;
  /** Returns how many of each endpoint are leased or sending, of all processes. */
  underWay(): Promise<ReadonlyMap<string, number>>;
  /** Takes up the one that has been due for longest, and counts the attempt. Returns null when none is due. */
  lease(query: WebhookDueQuery): Promise<WebhookDelivery | null>;
  /** Whether another process may not have it: from here on the endpoint is called. */
  startSending(id: string, attempt: number): Promise<boolean>;
  /** Ends an attempt that was leased or sending. False when the lease was lost. */
  settle(delivery: WebhookDelivery, outcome: WebhookOutcome): Promise<boolean>;
  /** Gives a leased or sending one back; with what was attempted it counts as a failure. False when it was lost. */
  putBack(delivery: WebhookDelivery, dueAt: Instant, failed?: WebhookAttempt): Promise<boolean>;
  /** Makes due what dead processes have left. A receiver recognises a repeated one by its id. Returns how many. */
  endLeases(realNow: Instant): Promise<number>;
  byId(scope: LedgerScope, id: string): Promise<WebhookDelivery | null>;
  /** Returns the numbers of one partner or of all, by real time. */
  counts(query: CountQuery): Promise<WebhookCount>;
  /** Returns the newest first. Without bodies. */
  list(query: WebhookDeliveryQuery): Promise<readonly WebhookDelivery[]>;
  /** Returns how many a replay would send again, as far as its limit. */
  countReplayable(query: ReplayQuery): Promise<number>;
  /** Makes these due anew, the oldest first, with their ids and bodies; those without a body stay (R24). */
  replay(query: ReplayQuery, realNow: Instant): Promise<number>;
  /** Removes bodies and answers of these bookings; what was due is skipped as `erased` (R24). */
  erase(scope: LedgerScope, bookingIds: readonly string[], realNow: Instant): Promise<void>;
}
