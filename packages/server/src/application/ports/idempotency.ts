import type { LedgerScope } from './ledgers.ts';

export interface IdempotencyRecord extends LedgerScope {
  /** Who asked, with a key of their own. */
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
  /** Of the thing to be created: every later step is idempotent by it. */
  readonly resourceId: string;
  /** Real time; the record lives a day. */
  readonly createdAt: number;
}

export type IdempotencyScope = Pick<IdempotencyRecord, 'partnerId' | 'mode' | 'caller' | 'operation' | 'key'>;

export interface Idempotency {
  /** Inserts the record, or answers the one that is there. */
  begin(record: IdempotencyRecord): Promise<BegunRecord>;
  /** Compare-and-set of the resource id; answers the id that is stored then. Null when the record is gone. */
  renew(scope: IdempotencyScope, from: string, to: string): Promise<string | null>;
  /**
   * For erasure: a key is the caller's own words, and a hash of what came with it can be guessed at. Answers how many
   * there were.
   */
  forget(scope: LedgerScope, records: ForgottenRecords): Promise<number>;
}

/** The record that counts. */
export interface BegunRecord {
  readonly resourceId: string;
  /** Nobody asked before. */
  readonly fresh: boolean;
  /** Whether it was begun with the same body. The hash itself stays where it is: it can be guessed at. */
  readonly isSameBody: boolean;
}

/** Whose records are to be forgotten: those of these callers, and those of what was made under these ids. */
export interface ForgottenRecords {
  readonly callers: readonly string[];
  readonly resourceIds: readonly string[];
}

/** How long a key answers the same: 24 hours of real time, in seconds. */
export const IDEMPOTENCY_SECONDS = 86_400;
