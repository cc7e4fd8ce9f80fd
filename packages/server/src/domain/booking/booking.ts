import type { BookedIntake } from '../intake/intake.ts';
import type { Instant } from '@coach-booking/time/instant';
import type { PlainDate, Weekday } from '@coach-booking/time/plain-date';
import type { Discount } from '../incentive/incentive.ts';
import type { BookingMeeting, ServiceVideo } from '../video/video.ts';
import type { ClaimRef } from './claim.ts';
import type { BookingStatus } from './status.ts';

export type Actor = 'attendee' | 'coach' | 'staff' | 'admin' | 'partner' | 'system';
export type LocationKind = 'online' | 'in_person';

/** The place of a session in person: plain text, each part of one line. */
export interface MeetingPlace {
  /** The public name. */
  readonly name?: string;
  readonly address: string;
  /** The way in. */
  readonly hint?: string;
}

/** A whole number of the smallest unit of an ISO 4217 currency: cents, yen, fils. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** The steps of an existing booking. */
export type BookingStep =
  'rescheduled' | 'cancelled' | 'updated' | 'confirmed' | 'started' | 'completed' | 'no_show' | 'undone' | 'proven';

/** One step of a booking's life; never rewritten. */
export interface HistoryEntry {
  readonly type: 'created' | BookingStep;
  readonly at: Instant;
  readonly by: Actor;
  readonly from?: BookingStatus;
  readonly to: BookingStatus;
  /** The version of the booking that it made; absent from entries of before this was noted. */
  readonly version?: number;
  readonly reason?: string;
  readonly originalStart?: Instant;
  readonly newStart?: Instant;
  /** Of an update: the member of staff from then on; null is none. */
  readonly staffId?: string | null;
  /** The warnings that the coach side overrode, by their codes. */
  readonly overridden?: readonly string[];
}

/** A fact recorded in the same write as the change; every notification is made from these. */
export interface OutboxEvent {
  readonly id: string;
  /** `booking.unproven` asks a guest to confirm by mail; `booking.created` follows when they have. R14. */
  readonly type: `booking.${HistoryEntry['type'] | 'unproven'}`;
  readonly at: Instant;
  /** The version of the booking that the change made; absent from events of the first release. */
  readonly version?: number;
  readonly data: OutboxData;
}

export interface OutboxData {
  readonly status: BookingStatus;
  readonly by: Actor;
  /** The session's time after the change. Absent from a booking that has only a place. */
  readonly start?: Instant;
  readonly end?: Instant;
  readonly originalStart?: Instant;
  readonly reason?: string;
  /** The caller's choice; false means that no one is notified. */
  readonly notify?: boolean;
  readonly offerReschedule?: boolean;
  readonly staffId?: string | null;
}

/**
 * The person a booking is for. A lead's contact is the one of its own form; a client's is the account's present one.
 * `adopted`: a guest's booking that the client took over; the client did not make it while signed in.
 */
export type BookingAttendee =
  | { readonly kind: 'lead'; readonly id: string; readonly contactId: string }
  | { readonly kind: 'client'; readonly id: string; readonly adopted?: boolean };

/** The agreed rules of a booking at the time it was made. Minutes. */
export interface BookedPolicy {
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly minimumNotice: number;
  readonly autoConfirm: boolean;
}

/** The campaign that brought the visitor. */
export interface Utm {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly term?: string;
  readonly content?: string;
}

/** The wall-clock time in the coach's zone at the start; statistics group by these. */
export interface BookedLocal {
  readonly date: PlainDate;
  readonly hour: number;
  readonly weekday: Weekday;
}

/** The time of a booking. Absent from a booking that has only a place. Instants. */
export interface BookedTime {
  readonly start: Instant;
  readonly end: Instant;
  readonly local: BookedLocal;
}

/** The agreement between a coach and an attendee. Instants are epoch milliseconds, money is in the smallest unit. */
export interface Booking {
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly kind: 'booking';
  readonly coachId: string;
  readonly serviceId?: string;
  readonly status: BookingStatus;
  readonly time?: BookedTime;
  /** Minutes. */
  readonly duration: number;
  /** The attendee's zone as booked. */
  readonly timeZone: string;
  /** Contact details are stored with the lead or the account, so that erasing a person is one place. */
  readonly attendee: BookingAttendee;
  /** The member of staff who runs it. */
  readonly staffId?: string;
  /** The number of the place, where the coach takes a limited number of bookings. */
  readonly placeNumber?: number;
  /** False where an import disables its reminders (R38). */
  readonly reminders?: false;
  /**
   * A guest made it and has not confirmed by mail yet: it is pending, takes its time, and the coach side does not see
   * it. R14.
   */
  readonly unproven?: true;
  /** Of an unproven one: when it is given up. */
  readonly expiresAt?: Instant;
  /** The number was asked for, so no other will do. */
  readonly placeAsked?: boolean;
  readonly serviceTitle: string;
  /** Only when one was sent; else it is made of service and attendee. */
  readonly summary?: string;
  readonly notes: string;
  readonly answers?: Readonly<Record<string, string>>;
  /** The answers and agreements of its form. R42. */
  readonly intake?: BookedIntake;
  readonly consent?: boolean;
  readonly language?: string;
  readonly utm?: Utm;
  readonly referrer?: string;
  /** The intent from whose recovery the attendee came; of any coach of the partner. R43. */
  readonly resumes?: string;
  readonly locationKind: LocationKind;
  /** Of a session in person: the service's when it was booked, or another that the coach side gave. */
  readonly place?: MeetingPlace;
  /** Of an online one: what its service had. */
  readonly video?: ServiceVideo;
  /** Of a provider that makes meetings: this one; absent until anything is known of it. */
  readonly meeting?: BookingMeeting;
  /** Of the service when it was booked, less a discount; absent when it had none. */
  readonly price?: Money;
  /** Of a booking whose price a code lowered. */
  readonly discount?: Discount;
  readonly policy: BookedPolicy;
  readonly scheduleVersion: number;
  readonly cancelledAt?: Instant;
  readonly cancelledBy?: Actor;
  readonly cancellationReason?: string;
  /** Cancelled by the system since the coach did not agree in time; sums read it, which open no sealed reason. */
  readonly isExpired?: boolean;
  readonly rescheduleOffered?: boolean;
  /** Equal to the manage link's; a new one revokes the earlier links. */
  readonly manageNonce: string;
  /** The claims that protect it. Any other claim of this booking is about to be named or released. */
  readonly claims: readonly ClaimRef[];
  /** Claims given up by a change that may not yet be removed from their ledgers. */
  readonly releasing: readonly ClaimRef[];
  /** Real time at which `releasing` was last added to; null when there is nothing to release. */
  readonly releasingAt: Instant | null;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxEvent[];
  readonly version: number;
  readonly createdAt: Instant;
}

/**
 * Takes the place of a booking: a request that finds it under its id finds that the booking was given up. Expires after
 * a day.
 */
export interface VoidBooking {
  readonly id: string;
  readonly kind: 'void';
}

/** Days after the session's end for which a manage link works. */
export const MANAGE_LINK_DAYS = 90;
