import type { DateRange } from '../../domain/client/days.ts';
import type { LogEntry, LogKind, LogOf } from '../../domain/client/log.ts';
import type { LedgerScope } from './ledgers.ts';

interface OwnedRow extends LedgerScope {
  readonly clientId: string;
  readonly version: number;
}

/** An entry as stored: with its owner and its version. Health data. */
export type StoredLog = LogEntry & OwnedRow;
export type StoredLogOf<K extends LogKind> = LogOf<K> & OwnedRow;

/** Names an entry; one of another kind is not found by it. */
export interface LogName<K extends LogKind = LogKind> extends LedgerScope {
  readonly clientId: string;
  readonly kind: K;
  readonly id: string;
}

export interface LogQuery<K extends LogKind = LogKind> extends LedgerScope, DateRange {
  readonly clientId: string;
  readonly kind: K;
  /** Of progress only. */
  readonly metric?: string;
}

/** Clients' entries about their days. */
export interface Logs {
  /** Returns false when there is an entry with this id. */
  insert(log: StoredLog): Promise<boolean>;
  /** Inserts many at once; existing ones stay as they are. */
  insertMissing(logs: readonly StoredLog[]): Promise<void>;
  find<K extends LogKind>(name: LogName<K>): Promise<StoredLogOf<K> | null>;
  /** Replaces the entry by compare-and-set: its version is one more than the expected one. */
  replace(log: StoredLog, expectedVersion: number): Promise<boolean>;
  /** Returns false when there is none. */
  remove(name: LogName): Promise<boolean>;
  /**
   * Returns entries by date and, within it, by creation; both ends included. Throws a RangeError for a range that
   * `rangeProblem` refuses.
   */
  between<K extends LogKind>(query: LogQuery<K>): Promise<readonly StoredLogOf<K>[]>;
  /** Yields, for an export, entries by date and, within it, by creation. Read on demand. */
  allOf<K extends LogKind>(scope: LedgerScope, clientId: string, kind: K): AsyncIterable<StoredLogOf<K>>;
  /** Counts entries of all kinds. */
  count(scope: LedgerScope, clientId: string): Promise<number>;
  /** Removes all, for erasure. Returns their number. */
  removeAll(scope: LedgerScope, clientId: string): Promise<number>;
}
