import { headLedger, type Claim, type PlaceClaim } from '../../domain/booking/claim.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import { nameKeyOf } from '../../application/ports/coaches.ts';

/** Heads and ledgers lie in one collection, so that one read finds all that the slots of a coach depend on. */
export const DAY_LEDGERS = 'day_ledgers';

/** `<coachId>:<YYYY-MM-DD>` or `<coachId>:places`. Instants are numbers: the claims compare them, and reading them is hot. */
export interface LedgerRow extends LedgerScope {
  readonly _id: string;
  readonly kind: 'day' | 'places';
  readonly claims: readonly (Claim | PlaceClaim)[];
  /** The least `sweepAt` of its claims; kept by the very writes that change them. */
  readonly sweepAt: number | null;
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
export interface HeadRow extends Omit<CoachHead, 'id'> {
  readonly _id: string;
  readonly kind: 'head';
  /** What lists are sorted by. */
  readonly nameKey: string;
  /** What a list by specialty asks for. */
  readonly specialtyKeys: readonly string[];
}

export const specialtyKeyOf = (specialty: string): string => specialty.toLowerCase();

export const rowOfHead = ({ id, partnerId, mode, ...rest }: CoachHead): HeadRow => ({
  _id: headLedger(id),
  partnerId,
  mode,
  kind: 'head',
  nameKey: nameKeyOf(rest.name),
  specialtyKeys: rest.specialties.map(specialtyKeyOf),
  ...rest,
});

const HEAD_SUFFIX = headLedger('').length;

export const headOf = ({ _id, kind: _kind, nameKey: _nameKey, specialtyKeys: _specialtyKeys, ...head }: HeadRow): CoachHead => ({
  id: _id.slice(0, -HEAD_SUFFIX),
  ...head,
  // Heads of before there was a team have none.
  staff: head.staff ?? [],
});
