import type { mongo } from 'mongoose';
import type { Claim, PlaceClaim } from '../../../domain/booking/claim.ts';
import type { ClaimTerms, PlaceRequest } from '../../../application/ports/ledgers.ts';
import type { LedgerRow } from './ledger-rows.ts';

type Expression = mongo.Document;

/** One write to one ledger: it changes the ledger if the filter matches, and the store does both as one step. */
export interface LedgerWrite {
  readonly filter: mongo.Filter<LedgerRow>;
  readonly update: mongo.Document[];
}

/** Values never speak as expressions, whoever chose them. */
const literal = (value: unknown): Expression => ({ $literal: value });
const is = (field: string, value: unknown): Expression => ({ $eq: [field, literal(value)] });
const isOneOf = (field: string, values: readonly string[]): Expression => ({ $in: [field, literal(values)] });

/** New claims, and with them what the sweeper looks for. `$min` passes over the null of settled claims. */
const setClaims = (claims: Expression): mongo.Document[] => [
  { $set: { claims } },
  { $set: { sweepAt: { $min: '$claims.sweepAt' } } },
];

const claimsWhere = (cond: Expression): Expression => ({ $filter: { input: '$claims', as: 'old', cond } });

const claimsChanged = (isMeant: Expression, change: object): Expression => ({
  $map: {
    input: '$claims',
    as: 'old',
    in: { $cond: [isMeant, { $mergeObjects: ['$$old', literal(change)] }, '$$old'] },
  },
});

/** The raw time of one meets the padded time of the other; the domain's `meets`, as a query and as an expression. */
const metBy = (claim: Claim) => [
  { start: { $lt: claim.paddedEnd }, end: { $gt: claim.paddedStart } },
  { paddedStart: { $lt: claim.end }, paddedEnd: { $gt: claim.start } },
];

/** The two take place at the same time; the domain's `collides`. */
const collidedBy = (claim: Claim) => [{ start: { $lt: claim.end }, end: { $gt: claim.start } }];

const meets = (claim: Claim): Expression => ({
  $or: [
    { $and: [{ $lt: ['$$old.start', literal(claim.paddedEnd)] }, { $gt: ['$$old.end', literal(claim.paddedStart)] }] },
    { $and: [{ $lt: ['$$old.paddedStart', literal(claim.end)] }, { $gt: ['$$old.paddedEnd', literal(claim.start)] }] },
  ],
});

/**
 * Matches when no other owner's claim stops this one; replaces what has its id, takes over and clears holds, and
 * appends it. As an upsert it opens the day's ledger with it.
 */
export function claimWrite(
  ledgerId: string,
  claim: Claim,
  { alsoOwn = [], now, mayTouchBuffers }: ClaimTerms,
): LedgerWrite {
  const owners = [claim.owner.id, ...alsoOwn];
  const isInForce = { $or: [{ 'owner.kind': 'booking' }, { expiresAt: { $gt: now } }] };
  const stops = {
    'owner.id': { $nin: owners },
    $and: [isInForce, { $or: mayTouchBuffers ? collidedBy(claim) : metBy(claim) }],
  };
  const isHold = is('$$old.owner.kind', 'hold');
  const isRunOut = { $lte: [{ $ifNull: ['$$old.expiresAt', 0] }, literal(now)] };
  const goes = [
    is('$$old.id', claim.id),
    { $and: [isHold, isOneOf('$$old.owner.id', alsoOwn)] },
    { $and: [isHold, isRunOut, { $not: [isOneOf('$$old.owner.id', owners)] }, meets(claim)] },
  ];
  return {
    filter: { _id: ledgerId, claims: { $not: { $elemMatch: stops } } },
    update: [
      { $set: { kind: 'day', claims: { $ifNull: ['$claims', []] } } },
      ...setClaims({ $concatArrays: [claimsWhere({ $not: [{ $or: goes }] }), [literal(claim)]] }),
    ],
  };
}

/** With n places taken, the lowest free one is at most n + 1. */
const lowestFree: Expression = {
  $min: {
    $filter: {
      input: { $range: [1, { $add: [{ $size: '$claims' }, 2] }] },
      as: 'place',
      cond: { $not: [{ $in: ['$$place', '$claims.place'] }] },
    },
  },
};

/**
 * Appends the claim with the place wished for or the lowest free, unless it is there already, or the place or all of
 * them are taken.
 */
export function placeWrite(
  ledgerId: string,
  claim: Omit<PlaceClaim, 'place'>,
  { place, capacity }: PlaceRequest,
): LedgerWrite {
  const isFull = { $gte: [{ $size: '$claims' }, literal(capacity)] };
  const isOut = place !== undefined && !(Number.isInteger(place) && place >= 1 && place <= capacity);
  const isTaken = place === undefined ? false : { $in: [literal(place), '$claims.place'] };
  const placed = { $mergeObjects: [literal(claim), { place: place === undefined ? lowestFree : literal(place) }] };
  const stays = { $or: [{ $in: [literal(claim.id), '$claims.id'] }, isFull, literal(isOut), isTaken] };
  return {
    filter: { _id: ledgerId },
    update: setClaims({ $cond: [stays, '$claims', { $concatArrays: ['$claims', [placed]] }] }),
  };
}

const isClaim = (claimId: string): Expression => is('$$old.id', claimId);
const isOfHold = (holdId: string): Expression => ({
  $and: [is('$$old.owner.kind', 'hold'), is('$$old.owner.id', holdId)],
});

export function settleWrite(ledgerId: string, claimId: string): LedgerWrite {
  return {
    filter: { _id: ledgerId, 'claims.id': claimId },
    update: setClaims(claimsChanged(isClaim(claimId), { settled: true, sweepAt: null })),
  };
}

export function releaseWrite(ledgerId: string, claimId: string): LedgerWrite {
  return {
    filter: { _id: ledgerId, 'claims.id': claimId },
    update: setClaims(claimsWhere({ $not: [isClaim(claimId)] })),
  };
}

export function releaseHoldWrite(ledgerId: string, holdId: string): LedgerWrite {
  return {
    filter: { _id: ledgerId, claims: { $elemMatch: { 'owner.kind': 'hold', 'owner.id': holdId } } },
    update: setClaims(claimsWhere({ $not: [isOfHold(holdId)] })),
  };
}

/** Matches once: a hold that was extended does not match again. */
export function extendHoldWrite(ledgerId: string, holdId: string, expiresAt: number): LedgerWrite {
  return {
    filter: {
      _id: ledgerId,
      claims: { $elemMatch: { 'owner.kind': 'hold', 'owner.id': holdId, extended: { $ne: true } } },
    },
    update: setClaims(claimsChanged(isOfHold(holdId), { expiresAt, extended: true })),
  };
}
