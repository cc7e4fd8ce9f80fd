import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from './ledgers.ts';

/** A visitor's booking. Real time, which no test clock moves. */
export interface Visit extends LedgerScope {
  readonly bookingId: string;
  readonly coachId: string;
  /** The keyed hash of the address. */
  readonly mark: string;
  readonly at: Instant;
}

/** Days for which it is stored which bookings came from one address: a weekend lies between. */
export const VISIT_DAYS = 3;

/** The addresses from which bookings were made, stored as long as that helps against abuse. */
export interface Visits {
  /** Records a visit once for each booking: the first one stays. */
  note(visit: Visit): Promise<void>;
  /** Removes visits of bookings that were not made after all, or whose attendee was erased. */
  forget(bookingIds: readonly string[]): Promise<void>;
  /** Returns visits from one address at all coaches of a partner and mode, since an instant, the earliest first. */
  fromAddress(scope: LedgerScope, mark: string, since: Instant, limit: number): Promise<readonly Visit[]>;
  /** Returns visits at one coach since an instant, the earliest first. */
  atCoach(scope: LedgerScope, coachId: string, since: Instant, limit: number): Promise<readonly Visit[]>;
  /** Blocks an address at a coach until an instant. */
  block(scope: LedgerScope, coachId: string, mark: string, until: Instant): Promise<void>;
  /** Returns until when an address is blocked at a coach; null when it is not at `realNow`. */
  blockedUntil(scope: LedgerScope, coachId: string, mark: string, realNow: Instant): Promise<Instant | null>;
}
