import type { LedgerScope } from './ledgers.ts';

/** That a visitor made a booking. Real time, which no test clock moves. */
export interface Visit extends LedgerScope {
  readonly bookingId: string;
  readonly coachId: string;
  /** Stands for the address: a keyed hash of it. */
  readonly mark: string;
  readonly at: number;
}

/** Days after which nobody knows any more which bookings came from one address: a weekend lies between. */
export const VISIT_DAYS = 3;

/** From which addresses bookings were made, for as long as it serves against abuse. */
export interface Visits {
  /** Once for each booking: noted again, the first stays. */
  note(visit: Visit): Promise<void>;
  /** Of bookings that were not made after all, or whose attendee was erased. */
  forget(bookingIds: readonly string[]): Promise<void>;
  /** From one address at all coaches of a partner and mode, since an instant, the earliest first. */
  fromAddress(scope: LedgerScope, mark: string, since: number, limit: number): Promise<readonly Visit[]>;
  /** At one coach since an instant, the earliest first. */
  atCoach(scope: LedgerScope, coachId: string, since: number, limit: number): Promise<readonly Visit[]>;
  /** Keeps an address from a coach until an instant. */
  block(scope: LedgerScope, coachId: string, mark: string, until: number): Promise<void>;
  /** Until when an address is kept from a coach; null when it is not at `realNow`. */
  blockedUntil(scope: LedgerScope, coachId: string, mark: string, realNow: number): Promise<number | null>;
}
