import type { Instant } from '@coach-booking/time/instant';
import type { ExternalRecord, MeetingProvider, RecordProvider } from '../../domain/external-record/external-record.ts';
import type { RecordCount } from '../../domain/external-record/record-count.ts';
import type { LedgerScope } from './ledgers.ts';

/** The record to take. */
export interface RecordDue {
  /** One partner's; undefined is all of the mode. */
  readonly partnerId?: string;
  readonly mode: 'test' | 'live';
  /** Due at or before this instant of the rules' clock. */
  readonly dueBy: Instant;
  /** Real time. One whose lease has run out may be taken. */
  readonly realNow: Instant;
  /** Real time until which the taker has it. */
  readonly leasedUntil: Instant;
}

/** A record to work off, as the events of a booking mark it. */
export type RecordMark = Pick<
  ExternalRecord,
  'id' | 'partnerId' | 'mode' | 'kind' | 'bookingId' | 'coachId' | 'provider' | 'account' | 'wantedVersion'
> & {
  /** Of the rules' clock. */
  readonly at: Instant;
};

/** The records of a coach at a provider, to be tried at once. */
export interface RecordsToWake extends LedgerScope {
  readonly coachId: string;
  readonly provider: RecordProvider;
  readonly now: Instant;
}

/** The records that an external calendar of a coach has. */
export interface RecordsOfSource extends LedgerScope {
  readonly coachId: string;
  readonly sourceId: string;
  readonly now: Instant;
}

/** The records of a source whose events are at some time. */
export interface WrittenOfSource extends LedgerScope {
  readonly coachId: string;
  readonly sourceId: string;
  /** They begin in this range, by our last write. */
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Things at providers that follow bookings. Every change is one write, which compares; `object` and `left` are stored
 * sealed.
 */
export interface ExternalRecords {
  /**
   * Inserts it, or makes the stored one due, with the later `wantedVersion`. One that knows this version already stays
   * as it is.
   */
  mark(mark: RecordMark): Promise<void>;
  /** Marks those of these bookings for removal at their providers, after which they are forgotten. */
  erase(scope: LedgerScope, bookingIds: readonly string[], now: Instant): Promise<void>;
  byId(scope: LedgerScope, id: string): Promise<ExternalRecord | null>;
  /** Returns those of these bookings, in no order. */
  ofBookings(bookingIds: readonly string[]): Promise<readonly ExternalRecord[]>;
  /** Returns those of a coach that are `failed`, the oldest first. */
  failedOfCoach(scope: LedgerScope, coachId: string): Promise<readonly ExternalRecord[]>;
  /** Returns those of a source that were written and begin in a range, in no order. */
  writtenOfSource(query: WrittenOfSource): Promise<readonly ExternalRecord[]>;
  /** Returns those of a coach that somebody has changed there, in no order. */
  changedOfCoach(scope: LedgerScope, coachId: string): Promise<readonly ExternalRecord[]>;
  /** Returns the meetings at a provider of this id, of any booking: for its webhooks. */
  byObjectId(provider: MeetingProvider, objectId: string): Promise<readonly ExternalRecord[]>;
  /** Takes up the one that has been due for longest, under a new fence and version. Null when none is due. */
  lease(due: RecordDue): Promise<ExternalRecord | null>;
  /** Returns the numbers of live mode by provider, of failures since then, in no order. */
  counts(now: Instant, since: Instant): Promise<readonly RecordCount[]>;
  /** Returns whether any is due. */
  isAnyDue(due: Omit<RecordDue, 'leasedUntil'>): Promise<boolean>;
  /** Replaces it, with the next version; false when the stored version is another. */
  replace(record: ExternalRecord, expectedVersion: number): Promise<boolean>;
  /** Makes those that failed due at once, when an account works again. */
  wake(records: RecordsToWake): Promise<void>;
  /** Makes all of a coach due that are kept by a source, when what it wants has changed. */
  again(records: RecordsOfSource): Promise<void>;
  /** Removes it where it has this version. */
  remove(id: string, expectedVersion: number): Promise<void>;
}
