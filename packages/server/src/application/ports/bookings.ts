import type { Instant } from '@coach-booking/time/instant';
import type { BookedLocal, Booking, HistoryEntry, OutboxEvent, VoidBooking } from '../../domain/booking/booking.ts';
import type { BookingMeeting } from '../../domain/video/video.ts';
import type { ClaimRef } from '../../domain/booking/claim.ts';
import type { BookingReads } from './booking-reads.ts';
import type { LedgerScope } from './ledgers.ts';

/**
 * The fields that a change of state may set; the others stay as they were made. A change that makes an unproven booking
 * proven sets its `time` too.
 */
export type BookingFields = Partial<
  Pick<
    Booking,
    | 'status'
    | 'time'
    | 'duration'
    | 'notes'
    | 'staffId'
    | 'placeNumber'
    | 'cancelledAt'
    | 'cancelledBy'
    | 'cancellationReason'
    | 'isExpired'
    | 'rescheduleOffered'
    | 'claims'
    | 'policy'
    | 'scheduleVersion'
  >
> & { readonly unproven?: undefined; readonly expiresAt?: undefined };

export interface BookingChange {
  readonly set: BookingFields;
  /** Appended to `releasing`, with the real time at which it happens. */
  readonly release?: { readonly refs: readonly ClaimRef[]; readonly realNow: Instant };
  readonly history: HistoryEntry;
  /** Absent where nothing is sent about it. */
  readonly event?: OutboxEvent;
}

/** The personal fields of a booking. Undefined removes an optional field. */
export type PersonalFields = {
  readonly [
    K in
      | 'attendee'
      | 'summary'
      | 'notes'
      | 'answers'
      | 'intake'
      | 'consent'
      | 'language'
      | 'utm'
      | 'referrer'
      | 'place'
      | 'cancellationReason'
      | 'manageNonce'
      | 'history'
  ]?: Booking[K] | undefined;
};

export interface BookingQuery extends LedgerScope {
  readonly coachId: string;
  /** Starts in [from, to). */
  readonly from: Instant;
  readonly to: Instant;
}

/** The scope and the id of a booking. */
export interface BookingName extends LedgerScope {
  readonly id: string;
}

/**
 * Bookings, and the voids in place of those that were given up. Unproven ones, also once they were given up, are found
 * by their id, by their attendee, in `expired`, `undrained` and `releasingSince`, and in no other read. R14.
 */
export interface Bookings extends BookingReads {
  find(id: string): Promise<Booking | VoidBooking | null>;
  /** Inserts a booking; this decides that it exists. `exists`: a booking or a void has the id. */
  insert(booking: Booking): Promise<'inserted' | 'exists'>;
  /** Inserts a void. `exists`: read again. It expires a day after `realNow`. */
  insertVoid(scope: LedgerScope, id: string, realNow: Instant): Promise<'inserted' | 'exists'>;
  /**
   * Changes a booking by one compare-and-set on its version, which it raises by one. Returns null when the version has
   * changed.
   */
  change(name: BookingName, version: number, change: BookingChange): Promise<Booking | null>;
  /**
   * Writes personal fields by compare-and-set on the version, which it raises by one; no step, so no line of history
   * and no event. `redactOutbox` removes the text of the reason from the events that are waiting, as they are stored at
   * this moment: a drainer takes events away without raising the version (R7). Returns null when the version has
   * changed.
   */
  amend(
    name: BookingName,
    version: number,
    fields: PersonalFields,
    options?: { readonly redactOutbox: boolean },
  ): Promise<Booking | null>;
  /** Returns those of these ids that are bookings of the partner and mode, in any order. */
  byIds(scope: LedgerScope, ids: readonly string[]): Promise<readonly Booking[]>;
  /** Returns the ids among these that are of bookings with a coach, in any order; it reads nothing else of them. */
  idsWithCoach(scope: LedgerScope, coachId: string, ids: readonly string[]): Promise<readonly string[]>;
  /** Returns all bookings of a lead or client, with a time or without one, by id. */
  ofAttendee(scope: LedgerScope, attendeeId: string): Promise<readonly Booking[]>;
  /**
   * Yields, for an export, all bookings of these leads and clients, by coach and start, those without a time first.
   * Read on demand.
   */
  allOf(scope: LedgerScope, attendeeIds: readonly string[]): AsyncIterable<Booking>;
  /**
   * Writes the wall-clock time of a booking that starts at this instant: a fact of the zone, so neither the version nor
   * the history changes. One that has moved stays as it is.
   */
  setLocal(name: BookingName, start: Instant, local: BookedLocal): Promise<void>;
  /**
   * Writes what has become of the meeting at its provider: no change of the booking, so neither the version nor the
   * history changes. What is known of a later revision stays.
   */
  setMeeting(name: BookingName, meeting: BookingMeeting): Promise<void>;
  /** Raises the version and nothing else, so that a writer with an earlier read loses. */
  bump(id: string, version: number): Promise<boolean>;
  /** Removes these claim ids from `releasing`. Does not change the version. */
  clearReleasing(id: string, claimIds: readonly string[]): Promise<void>;
  /** Returns bookings whose `releasing` was last added to at or before this real time. */
  releasingSince(realTime: Instant, limit: number): Promise<readonly Booking[]>;
  /**
   * Returns pending bookings that have expired at this time and are not recorded as such yet: of live mode and all
   * partners, or of one partner and mode. R11, R25.
   */
  expired(now: Instant, limit: number, scope?: LedgerScope): Promise<readonly Booking[]>;
  /** Returns bookings with events in the outbox, those with the earliest event first: of all partners, or of one. */
  undrained(limit: number, scope?: LedgerScope): Promise<readonly Booking[]>;
  /** Removes these events from the outbox. Does not change the version. */
  drop(id: string, eventIds: readonly string[]): Promise<void>;
  /** Returns bookings of all statuses, by start. */
  between(query: BookingQuery): Promise<readonly Booking[]>;
}
