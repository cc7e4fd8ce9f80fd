import type { mongo } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';
import type { BusySource } from '../../../domain/calendar-source/outside-busy.ts';
import type { Claim, PlaceClaim } from '../../../domain/booking/claim.ts';
import type { CoachHead } from '../../../domain/coach/coach.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';

/** Heads and ledgers share one collection, so that one read finds all that the slots of a coach depend on. */
export const DAY_LEDGERS = 'day_ledgers';

/**
 * A ledger, `<coachId>:<YYYY-MM-DD>` or `<coachId>:places`. Instants are numbers: the claims compare them, and reading
 * them is hot.
 */
export interface LedgerRow extends LedgerScope {
  readonly _id: string;
  readonly kind: 'day' | 'places';
  readonly claims: readonly (Claim | PlaceClaim)[];
  /** The least `sweepAt` of its claims; maintained by the same writes that change them. */
  readonly sweepAt: Instant | null;
}

export interface DayRow extends LedgerRow {
  readonly kind: 'day';
  readonly claims: readonly Claim[];
}

export interface PlacesRow extends LedgerRow {
  readonly kind: 'places';
  readonly claims: readonly PlaceClaim[];
}

/** `<coachId>:head`. */
export interface HeadRow extends Omit<CoachHead, 'id' | 'outside'> {
  readonly _id: string;
  readonly kind: 'head';
  /** The key for sorting lists. */
  readonly nameKey: string;
  /** The key for lists by specialty. */
  readonly specialtyKeys: readonly string[];
}

/** `<coachId>:busy`: the busy time of the coach's other calendars. No writer of the head touches it. R28. */
export interface BusyRow extends LedgerScope {
  readonly _id: string;
  readonly kind: 'busy';
  readonly revision: number;
  readonly sources: readonly (Omit<BusySource, 'busy'> & { readonly busy: mongo.Binary })[];
}
