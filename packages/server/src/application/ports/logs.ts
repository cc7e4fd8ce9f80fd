import type { DateRange } from '../../domain/client/days.ts';
import type { LogEntry, LogKind, LogOf } from '../../domain/client/log.ts';
import type { LedgerScope } from './ledgers.ts';

interface Kept extends LedgerScope {
  readonly clientId: string;
  readonly version: number;
}

/** An entry as stored: whose it is, and which version. Health data. */
export type StoredLog = LogEntry & Kept;
export type StoredLogOf<K extends LogKind> = LogOf<K> & Kept;

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

/** What clients write down about their days. */
export interface Logs {
  /** False when there is an entry with this id. */
  insert(log: StoredLog): Promise<boolean>;
  /** Many at once; those that are there stay as they are. */
  insertMissing(logs: readonly StoredLog[]): Promise<void>;
  find<K extends LogKind>(name: LogName<K>): Promise<StoredLogOf<K> | null>;
  /** Compare-and-set: writes the entry, whose version is one more, where the version is still the expected one. */
  replace(log: StoredLog, expectedVersion: number): Promise<boolean>;
  /** False when there is none. */
  remove(name: LogName): Promise<boolean>;
  /**
   * By date and, within it, as written; both ends included. Throws a RangeError for a range that `rangeProblem`
   * refuses.
   */
  between<K extends LogKind>(query: LogQuery<K>): Promise<readonly StoredLogOf<K>[]>;
  /** For an export: by date and, within it, as written. Read as they are asked for. */
  allOf<K extends LogKind>(scope: LedgerScope, clientId: string, kind: K): AsyncIterable<StoredLogOf<K>>;
  /** Of all kinds. */
  count(scope: LedgerScope, clientId: string): Promise<number>;
  /** For erasure. Answers how many there were. */
  removeAll(scope: LedgerScope, clientId: string): Promise<number>;
}
