import type { Instant } from '@coach-booking/time/instant';
import type { BookedTime, Booking, HistoryEntry } from '../../domain/booking/booking.ts';
import type { BookingStatus } from '../../domain/booking/status.ts';
import type { Tally } from '../../domain/stats/tally.ts';
import type { Counted } from '../kernel/counts.ts';
import type { LedgerScope } from './ledgers.ts';

/** The start of a page: after the booking with this start (or creation, of those without a time) and id. */
export interface BookingPosition {
  readonly at: Instant;
  readonly id: string;
  /** It has no time, so `at` is its creation. */
  readonly timeless?: true;
}

export interface BookingListQuery extends LedgerScope {
  /** Absent: of all coaches. */
  readonly coachId?: string;
  /** Any of these, as they stand at `now`; absent: all. */
  readonly statuses?: readonly BookingStatus[];
  /** The clock of the rules: a pending one that has expired counts as cancelled. R25. */
  readonly now: Instant;
  readonly staffId?: string;
  /** Of any of these leads and clients; absent: of all. */
  readonly attendeeIds?: readonly string[];
  /**
   * Only bookings with a place and no time, by creation; else only those with a time, by start. `also`: first the ones
   * and then the others.
   */
  readonly timeless?: boolean | 'also';
  /** True: only those whose end has passed at `now`; false: only those whose end is still to come. */
  readonly ended?: boolean;
  readonly serviceId?: string;
  /** Starts at or after this instant, and before `to`. Neither applies to bookings without a time. */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly order: 'asc' | 'desc';
  readonly after?: BookingPosition;
  readonly limit: number;
}

export interface BookingPage extends Counted {
  readonly bookings: readonly Booking[];
}

/** Bookings of some leads or clients with one coach. */
export interface AttendeesQuery extends LedgerScope {
  readonly coachId: string;
  readonly attendeeIds: readonly string[];
}

/** A person's future bookings, at all coaches. */
export interface AheadQuery extends LedgerScope {
  readonly attendeeId: string;
  /** The clock of the rules. */
  readonly now: Instant;
  readonly limit: number;
}

/** The sessions of a calendar feed: of a coach, of a member of the team, or of some leads and clients. */
export interface FeedQuery extends LedgerScope {
  readonly coachId?: string;
  readonly staffId?: string;
  readonly attendeeIds?: readonly string[];
  /** Starts at or after this instant, and before `to`. */
  readonly from: Instant;
  readonly to: Instant;
  /** With the place of the session, which is stored sealed. */
  readonly withPlace: boolean;
  readonly limit: number;
}

/** The fields of a booking that a calendar feed contains. */
export type FeedBooking = Pick<
  Booking,
  'id' | 'coachId' | 'serviceTitle' | 'status' | 'attendee' | 'staffId' | 'place' | 'cancelledAt' | 'createdAt'
> & {
  readonly time: BookedTime;
  /** It has a meeting on video, to which the link of our own leads. */
  readonly hasVideo?: true;
  readonly history: readonly Pick<HistoryEntry, 'type' | 'at' | 'from' | 'to'>[];
};

/** The fields of a booking that describe its attendee. */
export type AttendeeBooking = Pick<
  Booking,
  'id' | 'coachId' | 'status' | 'time' | 'attendee' | 'consent' | 'cancelledBy' | 'history' | 'createdAt'
>;

export interface TallyQuery extends LedgerScope {
  readonly coachId: string;
  /** The period before is [before, from), the period is [from, to). Instants. */
  readonly before: Instant;
  readonly from: Instant;
  readonly to: Instant;
  /** Starts after this instant are ahead; pending ones that are not have expired. */
  readonly now: Instant;
}

/** Reads of many bookings at once, for the coach side. They return what is stored, whatever has expired since. */
export interface BookingReads {
  list(query: BookingListQuery): Promise<BookingPage>;
  /** Returns bookings of all statuses, with a time or without one, by creation and then id. */
  ofAttendees(query: AttendeesQuery): Promise<readonly AttendeeBooking[]>;
  /** Returns bookings of all statuses with a time, by start; one range of an index. */
  forFeed(query: FeedQuery): Promise<readonly FeedBooking[]>;
  /** Returns how many active bookings start later or have no time; counts at most `limit`. */
  countAhead(query: AheadQuery): Promise<number>;
  /** Returns groups in any order; bookings without a time are in no period. */
  tally(query: TallyQuery): Promise<Tally>;
}
