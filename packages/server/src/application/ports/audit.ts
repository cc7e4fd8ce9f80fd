import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import type { Role } from '../kernel/context.ts';
import type { LedgerScope } from './ledgers.ts';

/**
 * The actor: a person with a session, a partner's server, a visitor of a partner's page, the operator, or the product
 * itself.
 */
export interface AuditActor {
  readonly kind: 'person' | 'partner' | 'visitor' | 'operator' | 'system';
  readonly id?: string;
  readonly role?: Role;
}

/** The recorded action; the contract lists all of them. */
export type AuditAction = components['schemas']['AuditAction'];

/** A record of an action or a read. Ids only: an entry holds no contact details and no health data. */
export interface AuditEntry extends LedgerScope {
  readonly id: string;
  /** Real time, which no test clock moves. */
  readonly at: Instant;
  readonly by: AuditActor;
  readonly action: AuditAction;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly requestId?: string;
}

/** The start of a page: behind the entry with this time and id. */
export interface AuditPosition {
  readonly at: Instant;
  readonly id: string;
}

export interface AuditQuery extends LedgerScope {
  /** Entries in [from, to). */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Any of these. */
  readonly actions?: readonly string[];
  readonly subjectId?: string;
  readonly byId?: string;
  readonly after?: AuditPosition;
  readonly limit: number;
}

/** Replaces the id of an erased person. The same for all, so that it identifies none. */
export const ERASED_ID = 'erased';

/**
 * The log of actions and reads. Entries are added and never changed, except for the ids of erased persons; they never
 * expire.
 */
export interface Audit {
  append(entry: AuditEntry): Promise<void>;
  /** Returns the newest first; entries of one moment by id. */
  list(query: AuditQuery): Promise<readonly AuditEntry[]>;
  /** Returns the number on all pages, up to `most`. */
  count(query: Omit<AuditQuery, 'after' | 'limit'>, most: number): Promise<number>;
  /**
   * Yields, for an export, what was done to the person with these ids, and then what else they did, each the newest
   * first. Read on demand.
   */
  allOf(scope: LedgerScope, personIds: readonly string[]): AsyncIterable<AuditEntry>;
  /** Replaces this person by ERASED_ID, as actor and as subject. Returns how many entries named them. */
  forget(scope: LedgerScope, personId: string): Promise<number>;
}
