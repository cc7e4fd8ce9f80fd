import type { Instant } from '@coach-booking/time/instant';
import type { PlaceClaim } from '../../../domain/booking/claim.ts';
import type { ClaimTerms, PlaceRequest } from '../../../application/ports/ledgers.ts';
import { is, isOneOf, literal, setClaims, type Expression, type LedgerWrite } from './ledger-writes.ts';

/** The rules' `keepsPlace`, as an expression on `$$old`. */
const keepsPlace = (now: Instant): Expression => ({
  $and: [
    { $gt: [{ $ifNull: ['$$old.until', literal(Infinity)] }, literal(now)] },
    { $or: [is('$$old.owner.kind', 'booking'), { $gt: [{ $ifNull: ['$$old.expiresAt', 0] }, literal(now)] }] },
  ],
});

const firstWhere = (cond: Expression): Expression => ({
  $arrayElemAt: [{ $filter: { input: '$claims', as: 'old', cond } }, 0],
});

/** With n places taken, the lowest free one is at most n + 1. */
const lowestFree: Expression = {
  $min: { $setDifference: [{ $range: [1, { $add: [{ $size: '$asked.kept' }, 2] }] }, '$asked.kept.place'] },
};

/** The first of these numbers that there is and that is free. */
const firstFree = (wanted: readonly (Expression | string)[]): Expression => ({
  $arrayElemAt: [
    {
      $filter: {
        input: wanted.map((number) => ({ $ifNull: [number, null] })),
        as: 'number',
        cond: { $and: [{ $ne: ['$$number', null] }, { $not: [{ $in: ['$$number', '$asked.kept.place'] }] }] },
      },
    },
    0,
  ],
});

/** The later of the ends of the claim that is there and of this one; null is later than all. */
const laterEnd = (until: Instant | null): Expression =>
  until === null
    ? literal(null)
    : {
        $cond: [
          '$asked.isThere',
          {
            $cond: [
              { $eq: [{ $ifNull: ['$asked.own.until', null] }, null] },
              null,
              { $max: ['$asked.own.until', literal(until)] },
            ],
          },
          literal(until),
        ],
      };

const canBe = (place: number, capacity: number | null): boolean =>
  Number.isInteger(place) && place >= 1 && place <= (capacity ?? Infinity);

/**
 * One claim of a place, as the port describes: other claims are looked at first, then whether there is room, then which
 * number it is. `asked` is there between the steps of the write only.
 */
export function placeWrite(
  ledgerId: string,
  claim: Omit<PlaceClaim, 'place'>,
  { place, prefer, capacity }: PlaceRequest,
  { alsoOwn = [], now }: ClaimTerms,
): LedgerWrite {
  const isOwn = is('$$old.id', claim.id);
  const isOwnHold = { $and: [is('$$old.owner.kind', 'hold'), isOneOf('$$old.owner.id', alsoOwn)] };
  const keeps = keepsPlace(now);
  const isFull = capacity === null ? false : { $gte: [{ $size: '$asked.kept' }, literal(capacity)] };
  const isTaken = place === undefined ? false : { $in: [literal(place), '$asked.kept.place'] };
  const isOut = place !== undefined && !canBe(place, capacity);
  const isRefused = { $and: [{ $not: ['$asked.goesOn'] }, { $or: [isFull, isTaken, isOut] }] };
  const stays = claim.turn === undefined ? { $or: ['$asked.isThere', isRefused] } : isRefused;
  const numbers = [place ?? null, prefer ?? null].map(literal);
  const wanted = ['$asked.own.place', numbers[0]!, '$asked.held.place', numbers[1]!];
  const number = { $ifNull: [firstFree(wanted), lowestFree] };
  const until = claim.until === undefined ? {} : { until: laterEnd(claim.until) };
  return {
    filter: { _id: ledgerId },
    update: [
      { $set: { kind: 'places', claims: { $ifNull: ['$claims', []] } } },
      {
        $set: {
          asked: {
            own: firstWhere(isOwn),
            held: firstWhere(isOwnHold),
            isThere: { $in: [literal(claim.id), '$claims.id'] },
            goesOn: {
              $gt: [{ $size: { $filter: { input: '$claims', as: 'old', cond: { $and: [isOwn, keeps] } } } }, 0],
            },
            kept: {
              $filter: {
                input: '$claims',
                as: 'old',
                cond: { $and: [keeps, { $not: [isOwn] }, { $not: [isOwnHold] }] },
              },
            },
          },
        },
      },
      ...setClaims({
        $cond: [
          stays,
          '$claims',
          { $concatArrays: ['$asked.kept', [{ $mergeObjects: [literal(claim), { place: number, ...until }] }]] },
        ],
      }),
      { $unset: 'asked' },
    ],
  };
}
