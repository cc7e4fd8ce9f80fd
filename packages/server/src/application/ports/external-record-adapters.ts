import type { Instant } from '@coach-booking/time/instant';
import type { BookingStatus } from '../../domain/booking/status.ts';
import type {
  CalendarProvider,
  MeetingProvider,
  RecordAccount,
  RecordObject,
} from '../../domain/external-record/external-record.ts';
import type { LedgerScope } from './ledgers.ts';

/** An account at a provider, and whose it is. */
export interface AccountOfCoach extends LedgerScope, RecordAccount {
  readonly coachId: string;
}

/** A booking, as a provider is to have it. */
export interface RecordSession {
  readonly bookingId: string;
  /** Plain text, of one line. */
  readonly title: string;
  /** Plain text. */
  readonly description?: string;
  readonly start: Instant;
  readonly end: Instant;
  /** IANA: the coach's. */
  readonly timeZone: string;
  readonly status: BookingStatus;
  /** The booking's version, which rises with each change. */
  readonly version: number;
  /** By a reading it is not in its calendar any more, though it may be elsewhere in the account. */
  readonly isMissing?: true;
  /** The times that it was made before, and removed again; absent: never. */
  readonly remade?: number;
  /** The place of a session in person, or the join link of one online. */
  readonly location?: string;
  /** The service's choices for its meetings, at this provider. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Writes records at one provider. All throw a ProviderFailure and nothing else. None is called in mode test (R11).
 * Calls of one record never overlap, and may come again after a process died: `create` after an unknown answer only
 * once `find` has not found it.
 */
export interface RecordAdapter {
  /**
   * Returns what was made for a booking in an account, in time or not; null when there is nothing. `tag` is the
   * booking's id: `create` leaves it at the provider.
   */
  find(account: AccountOfCoach, tag: string): Promise<RecordObject | null>;
  create(account: AccountOfCoach, session: RecordSession): Promise<RecordObject>;
  /** Changes it and keeps its id. Throws `gone` when it is not there, `conflict` when its etag is another. */
  update(account: AccountOfCoach, object: RecordObject, session: RecordSession): Promise<RecordObject>;
  /** Removes it; one that is gone is removed. */
  remove(account: AccountOfCoach, object: RecordObject): Promise<void>;
}

/** The host of a meeting. */
export interface HostQuery extends LedgerScope {
  readonly coachId: string;
  /** The member of staff who runs the session. */
  readonly staffId?: string;
}

/** Makes meetings at one provider. */
export interface MeetingAdapter extends RecordAdapter {
  /** Returns the account for meetings of a coach, or of a member of staff; null when none is connected. */
  accountOf(host: HostQuery): Promise<RecordAccount | null>;
}

/** The adapters that are set up. One of calendars writes into sources that take bookings, by their id. */
export type ExternalRecordAdapters = {
  readonly [P in MeetingProvider]?: MeetingAdapter;
} & {
  readonly [P in CalendarProvider]?: RecordAdapter;
};
