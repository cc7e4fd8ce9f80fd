import type { Instant } from '@coach-booking/time/instant';
import type { Intent, IntentStatus } from '../../domain/recovery/intent.ts';
import type { Mode } from '../kernel/context.ts';
import type { Counted } from '../kernel/counts.ts';
import type { LedgerScope } from './ledgers.ts';

/** The start of a page: behind the intent that was abandoned then and has this id. */
export interface IntentPosition {
  readonly at: Instant;
  readonly id: string;
}

export interface IntentQuery extends LedgerScope {
  readonly coachId: string;
  /** As it stands at `now`; absent: all. */
  readonly status?: IntentStatus;
  /** The clock of the rules. */
  readonly now: Instant;
  readonly after?: IntentPosition;
  readonly limit: number;
}

export interface DueIntents {
  readonly mode: Mode;
  readonly partnerId?: string;
  readonly coachId?: string;
  /** Due at or before this instant. */
  readonly dueBy: Instant;
  readonly limit: number;
}

/**
 * Bookings that people began and agreed to be reminded of. A person has one that is captured for a service of a coach.
 * Each is deleted once its `forgetAt` has passed.
 */
export interface Intents {
  /** Returns false where there is one with its id, or a captured one of the same person, coach and service. */
  insert(intent: Intent): Promise<boolean>;
  byId(id: string): Promise<Intent | null>;
  /** Returns those of an e-mail, of all coaches and statuses, by creation. Withdrawn ones are of no e-mail. */
  ofEmail(scope: LedgerScope, emailKey: string): Promise<readonly Intent[]>;
  /** Returns those that name a lead, by creation. */
  ofLead(scope: LedgerScope, leadId: string): Promise<readonly Intent[]>;
  /**
   * Replaces it by compare-and-set, at one version more. Returns `duplicate` where another one of the same person,
   * coach and service is captured.
   */
  replace(intent: Intent, expectedVersion: number): Promise<'replaced' | 'stale' | 'duplicate'>;
  /** Removes it, unless it was written since. */
  remove(intent: Intent): Promise<boolean>;
  /** Returns those about which there is something to do (`dueAtOf`), the longest due first. */
  due(query: DueIntents): Promise<readonly Intent[]>;
  /** Returns abandoned ones (`isListed`), the last first; the count is as far as lists count. */
  list(query: IntentQuery): Promise<Counted & { readonly intents: readonly Intent[] }>;
  /** Removes the names of bookings from the intents that they recovered. */
  forgetBookings(scope: LedgerScope, bookingIds: readonly string[]): Promise<void>;
}
