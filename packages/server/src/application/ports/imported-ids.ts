import type { ImportKind } from './import-rows.ts';
import type { LedgerScope } from './ledgers.ts';

/** The scope of an import: one kind, of a partner and mode. */
export interface ImportedScope extends LedgerScope {
  readonly kind: ImportKind;
}

/** Under which id a row is, or is to be, written. The same for every time that it is sent. */
export interface ImportedId extends ImportedScope {
  /** Unique within the scope. */
  readonly externalId: string;
  /** Of the coach, the account or the booking. */
  readonly resourceId: string;
}

/** The ids of the rows of imports. An id may be noted here while nothing was written under it yet. */
export interface ImportedIds {
  /** Those that are known, by their external ids. */
  find(scope: ImportedScope, externalIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Notes those that are not known yet. Answers what is noted then of all of them: another import may be faster. */
  begin(ids: readonly ImportedId[]): Promise<ReadonlyMap<string, string>>;
  /** Compare-and-set of one resource id; answers the one that is noted then. Null when there is none. */
  renew(id: ImportedId, to: string): Promise<string | null>;
  /** For erasure: an external id may well be a name or an address. Answers how many there were. */
  forget(scope: LedgerScope, resourceIds: readonly string[]): Promise<number>;
}
