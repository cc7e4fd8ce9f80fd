import type { components } from '@coach-booking/contract/types';
import type { Role } from '../kernel/context.ts';
import type { LedgerScope } from './ledgers.ts';

/**
 * Who did something: somebody who signed in, a partner's server, somebody on a partner's page, who runs this server, or
 * the product itself.
 */
export interface AuditActor {
  readonly kind: 'person' | 'partner' | 'visitor' | 'operator' | 'system';
  readonly id?: string;
  readonly role?: Role;
}

/** What is written; the contract lists them all. */
export type AuditAction = components['schemas']['AuditAction'];

/** That somebody did or read something. Ids only: an entry holds no contact details and no health data. */
export interface AuditEntry extends LedgerScope {
  readonly id: string;
  /** Real time, which no test clock moves. */
  readonly at: number;
  readonly by: AuditActor;
  readonly action: AuditAction;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly requestId?: string;
}

/** Where a page begins: behind the entry with this time and id. */
export interface AuditPosition {
  readonly at: number;
  readonly id: string;
}

export interface AuditQuery extends LedgerScope {
  /** What was written in [from, to). */
  readonly from?: number;
  readonly to?: number;
  readonly action?: string;
  readonly subjectId?: string;
  readonly byId?: string;
  readonly after?: AuditPosition;
  readonly limit: number;
}

/** Stands where the id of a person was who is erased. All of them have the same, so that it names nobody. */
export const ERASED_ID = 'erased';

/**
 * Who did or read what. Entries are added and never changed, but for the ids of people who are erased; nothing expires.
 */
export interface Audit {
  append(entry: AuditEntry): Promise<void>;
  /** The newest first; those of one moment by id. */
  list(query: AuditQuery): Promise<readonly AuditEntry[]>;
  /** How many there are on all pages, as far as `most`. */
  count(query: Omit<AuditQuery, 'after' | 'limit'>, most: number): Promise<number>;
  /**
   * For an export: what was done to who has these ids, and then what else they did, each the newest first. Read as they
   * are asked for.
   */
  allOf(scope: LedgerScope, personIds: readonly string[]): AsyncIterable<AuditEntry>;
  /**
   * For erasure: puts ERASED_ID in the place of this person, who acted or was the subject. Answers how many entries
   * named them.
   */
  forget(scope: LedgerScope, personId: string): Promise<number>;
}
