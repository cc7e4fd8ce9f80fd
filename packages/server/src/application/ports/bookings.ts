import type { Booking, HistoryEntry, OutboxEvent, VoidBooking } from '../../domain/booking/booking.ts';
import type { ClaimRef } from '../../domain/booking/claim.ts';
import type { BookingReads } from './booking-reads.ts';
import type { LedgerScope } from './ledgers.ts';

/** What a change of state may set; the rest of a booking is as it was made. */
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
    | 'rescheduleOffered'
    | 'claims'
    | 'policy'
    | 'scheduleVersion'
  >
>;

export interface BookingChange {
  readonly set: BookingFields;
  /** Appended to `releasing`, with the real time at which it happens. */
  readonly release?: { readonly refs: readonly ClaimRef[]; readonly realNow: number };
  readonly history: HistoryEntry;
  readonly event: OutboxEvent;
}

/** What of a booking tells about a person. Undefined takes an optional field away. */
export type PersonalFields = {
  readonly [
    K in
      | 'attendee'
      | 'summary'
      | 'notes'
      | 'answers'
      | 'consent'
      | 'language'
      | 'utm'
      | 'referrer'
      | 'cancellationReason'
      | 'manageNonce'
      | 'history'
      | 'outbox'
  ]?: Booking[K] | undefined;
};

export interface BookingQuery extends LedgerScope {
  readonly coachId: string;
  /** What starts in [from, to). */
  readonly from: number;
  readonly to: number;
}

/** Whose booking, and which. */
export interface BookingName extends LedgerScope {
  readonly id: string;
}

/** Bookings, and the voids that stand where one was given up. */
export interface Bookings extends BookingReads {
  find(id: string): Promise<Booking | VoidBooking | null>;
  /** This insert decides that there is a booking. `exists`: a booking or a void has the id. */
  insert(booking: Booking): Promise<'inserted' | 'exists'>;
  /** `exists`: read again. The void expires a day after `realNow`. */
  insertVoid(scope: LedgerScope, id: string, realNow: number): Promise<'inserted' | 'exists'>;
  /** One compare-and-set on version, which it raises by one. Null when the version has moved. */
  change(name: BookingName, version: number, change: BookingChange): Promise<Booking | null>;
  /**
   * Writes what tells of a person by compare-and-set on version, which it raises by one; no step of the booking's life,
   * so no line of history and no event. Null when the version has moved.
   */
  amend(name: BookingName, version: number, fields: PersonalFields): Promise<Booking | null>;
  /** Those of these ids that are bookings of the partner and mode, in any order. */
  byIds(scope: LedgerScope, ids: readonly string[]): Promise<readonly Booking[]>;
  /** All bookings of a lead or client, with a time or without one, by id. */
  ofAttendee(scope: LedgerScope, attendeeId: string): Promise<readonly Booking[]>;
  /**
   * For an export: all bookings of these leads and clients, by coach and start, those without a time first. Read as
   * they are asked for.
   */
  allOf(scope: LedgerScope, attendeeIds: readonly string[]): AsyncIterable<Booking>;
  /** Raises the version and nothing else, so that a writer who read before loses. */
  bump(id: string, version: number): Promise<boolean>;
  /** Takes these claim ids out of `releasing`. Does not move the version. */
  clearReleasing(id: string, claimIds: readonly string[]): Promise<void>;
  /** Bookings whose `releasing` was last added to at or before this real time. */
  releasingSince(realTime: number, limit: number): Promise<readonly Booking[]>;
  /** Of all statuses, by start. */
  between(query: BookingQuery): Promise<readonly Booking[]>;
}
