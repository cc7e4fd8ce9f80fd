import type { Instant } from '@coach-booking/time/instant';
import type { ChangedThere } from './changed-there.ts';

/** Providers that make a meeting for each booking. */
export const MEETING_PROVIDERS = ['zoom', 'google_meet'] as const;
export type MeetingProvider = (typeof MEETING_PROVIDERS)[number];
/** Providers of calendars that bookings are written into. */
export const CALENDAR_PROVIDERS = ['caldav', 'google', 'microsoft'] as const;
export type CalendarProvider = (typeof CALENDAR_PROVIDERS)[number];
export type RecordProvider = MeetingProvider | CalendarProvider;

/** The account at a provider in which something is kept. What is absent has no meaning for that provider. */
export interface RecordAccount {
  /** The grant by which it is reached. */
  readonly connectionId?: string;
  /** The external calendar that bookings are written into. */
  readonly sourceId?: string;
  /** The provider's name of the host: at Zoom a user's id, e-mail address or `me`. */
  readonly host?: string;
}

/** A provider's description of something that it keeps. Stored sealed, since it opens meetings. */
export interface RecordDetails {
  readonly joinUrl?: string;
  readonly password?: string;
  /** Of the present instance of a meeting, as Zoom names it in reports. */
  readonly uuid?: string;
  /** The host's id, where the account's name of it is another. */
  readonly hostId?: string;
  /** At Google and Microsoft: the calendar that it is in, and the grant by which it came there. */
  readonly calendarId?: string;
  readonly connectionId?: string;
  /** Its address over CalDAV. */
  readonly href?: string;
}

/** Something that a provider keeps for us. */
export interface RecordObject {
  /** As the provider has it; a number becomes a string. */
  readonly id: string;
  readonly etag?: string;
  readonly details?: RecordDetails;
}

/** A place at a provider, and what is or may be there. */
export interface RecordPlace {
  readonly provider: RecordProvider;
  readonly account: RecordAccount;
  /** Absent where nothing was made yet, or where the answer is missing. */
  readonly object?: RecordObject;
  /** A creation was begun, whose end is not known: it is looked up before another. */
  readonly isCreating: boolean;
  /** An answer was missing at some time, so that there may be a second one: that is looked up after a removal. */
  readonly isUnsure?: true;
}

export type RecordState = 'due' | 'working' | 'done' | 'failed';

/** The time of a session, as a provider was given it. */
export interface WrittenTime {
  readonly start: Instant;
  readonly end: Instant;
  /** When the provider had answered: real time. */
  readonly at: Instant;
}

/** The last failure of a record. */
export interface RecordFailure {
  readonly kind: string;
  readonly code: string;
  readonly at: Instant;
}

/**
 * Something at a provider that follows a booking: its meeting, or its event in a calendar of the coach. Instants are of
 * the rules' clock (R11), but for `leasedUntil`, which is real time.
 */
export interface ExternalRecord extends RecordPlace {
  /** `<bookingId>:video` or `<bookingId>:calendar:<sourceId>`. */
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly kind: 'video' | 'calendar';
  readonly bookingId: string;
  readonly coachId: string;
  /** Whether the booking is to be there, by what was last seen of it. */
  readonly wanted: 'present' | 'absent';
  /** The booking's version of the last change that marked it. */
  readonly wantedVersion: number;
  /** The booking's version as the provider has it, and a digest of all that it was given of it. */
  readonly doneVersion?: number;
  readonly doneAs?: string;
  /** Its person was erased: it is forgotten once nothing of it is left at the provider. */
  readonly isErased?: true;
  /** The time at which it stands there, by our own last write. Absent before the first one. */
  readonly written?: WrittenTime;
  /** The times that it was made anew, after somebody had removed it there. */
  readonly remade?: number;
  /** By a reading of its calendar somebody has moved or deleted it there. Gone once it is as written again. */
  readonly changedThere?: ChangedThere;
  /** A change that was made there was written over then. */
  readonly overwrittenAt?: Instant;
  /** Things at earlier accounts, to be removed. */
  readonly left: readonly RecordPlace[];
  readonly state: RecordState;
  /** Those that failed since the last one that did not. */
  readonly attempts: number;
  /** Null while there is nothing to do. */
  readonly dueAt: Instant | null;
  /** Real time until which a process has it; null while none does. */
  readonly leasedUntil: Instant | null;
  /** Goes up with each lease, so that the outcome of a process that was taken for dead is not written. */
  readonly fence: number;
  readonly lastError?: RecordFailure;
  /** The moment of the mail to the coach that it does not work. */
  readonly toldAt?: Instant;
  /** Goes up with each write. */
  readonly version: number;
  readonly createdAt: Instant;
}

/** Returns the id of a booking's meeting. */
export function videoRecordId(bookingId: string): string {
  return `${bookingId}:video`;
}

/** Returns the id of a booking's event in a calendar of the coach. */
export function calendarRecordId(bookingId: string, sourceId: string): string {
  return `${bookingId}:calendar:${sourceId}`;
}
