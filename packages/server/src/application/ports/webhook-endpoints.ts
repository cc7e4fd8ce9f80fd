import type { Instant } from '@coach-booking/time/instant';
import type { WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import type { LedgerScope } from './ledgers.ts';

/** The addresses at which partners' servers receive events. Secrets are stored sealed. */
export interface WebhookEndpoints {
  /** Returns false when there is one with this id. */
  insert(endpoint: WebhookEndpoint): Promise<boolean>;
  byId(scope: LedgerScope, id: string): Promise<WebhookEndpoint | null>;
  /** Returns all of a partner and mode, the oldest first. */
  list(scope: LedgerScope): Promise<readonly WebhookEndpoint[]>;
  /** Returns how many get nothing, of one partner or of all. */
  countDisabled(of: { readonly mode: LedgerScope['mode']; readonly partnerId?: string }): Promise<number>;
  /** Replaces it by compare-and-set: its version is one more than the expected one. */
  replace(endpoint: WebhookEndpoint, expectedVersion: number): Promise<boolean>;
  /** Returns whether there was one. */
  remove(scope: LedgerScope, id: string): Promise<boolean>;
  /** Returns those of which a notice is due, of all partners. */
  withNotices(realNow: Instant, limit: number): Promise<readonly WebhookEndpoint[]>;
}
