import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from './ledgers.ts';

export interface IdempotencyRecord extends LedgerScope {
  /** The caller, who chooses the keys. */
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
  /** The id to be created: every later step is idempotent by it. */
  readonly resourceId: string;
  /** The coach for whom it is to be created, where one was chosen of several. R41. */
  readonly coachId?: string;
  /** Real time; the record is stored for a day. */
  readonly createdAt: Instant;
}

export type IdempotencyScope = Pick<IdempotencyRecord, 'partnerId' | 'mode' | 'caller' | 'operation' | 'key'>;

export interface Idempotency {
  /** Inserts the record, or returns the existing one. */
  begin(record: IdempotencyRecord): Promise<BegunRecord>;
  /**
   * Replaces the resource id by compare-and-set, and forgets the coach who was chosen for it; returns the id that is
   * stored then. Null when the record is missing.
   */
  renew(scope: IdempotencyScope, from: string, to: string): Promise<string | null>;
  /**
   * Stores the coach of a resource id where none is stored. Returns what is stored then: the choice of another request
   * when that was first, or the id that replaced this one, with its coach once it has one. Null when the record is
   * missing.
   */
  choose(scope: IdempotencyScope, resourceId: string, coachId: string): Promise<StoredChoice | null>;
  /**
   * Removes records, for erasure: a key is the caller's own words, and a hash of the body can be guessed at. Returns
   * their number.
   */
  forget(scope: LedgerScope, records: ForgottenRecords): Promise<number>;
}

export type StoredChoice = Pick<IdempotencyRecord, 'resourceId' | 'coachId'>;

/** The record in force. */
export interface BegunRecord {
  readonly resourceId: string;
  /** No earlier request. */
  readonly fresh: boolean;
  /** Whether it was begun with the same body. The hash itself is not returned: it can be guessed at. */
  readonly isSameBody: boolean;
}

/** The records to be forgotten: those of these callers, and those of what was made under these ids. */
export interface ForgottenRecords {
  readonly callers: readonly string[];
  readonly resourceIds: readonly string[];
}

/** The time for which a key returns the same: 24 hours of real time, in seconds. */
export const IDEMPOTENCY_SECONDS = 86_400;
