import type { mongo } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';
import type { Claim } from '../../../domain/booking/claim.ts';
import type { ClaimTerms } from '../../../application/ports/ledgers.ts';
import type { LedgerRow } from './ledger-rows.ts';

export type Expression = mongo.Document;

/** One write to one ledger: it changes the ledger if the filter matches, and the store does both as one step. */
export interface LedgerWrite {
  readonly filter: mongo.Filter<LedgerRow>;
  readonly update: mongo.Document[];
}

/** Returns a value that never acts as an expression, whatever its content. */
export const literal = (value: unknown): Expression => ({ $literal: value });
export const is = (field: string, value: unknown): Expression => ({ $eq: [field, literal(value)] });
export const isOneOf = (field: string, values: readonly string[]): Expression => ({ $in: [field, literal(values)] });

/** Sets new claims, and with them what the sweeper searches for. `$min` ignores the null of settled claims. */
export const setClaims = (claims: Expression): mongo.Document[] => [
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

/**
 * Returns the query for claims whose raw time overlaps the padded time of this one, or the reverse; the domain's
 * `sessionsConflict`.
 */
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
 * Matches when no other owner's claim blocks this one; replaces a claim with its id, converts and clears holds, and
 * appends it. As an upsert it creates the day's ledger with it.
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
  const conditions = [
    is('$$old.id', claim.id),
    { $and: [isHold, isOneOf('$$old.owner.id', alsoOwn)] },
    { $and: [isHold, isRunOut, { $not: [isOneOf('$$old.owner.id', owners)] }, meets(claim)] },
  ];
  return {
    filter: { _id: ledgerId, claims: { $not: { $elemMatch: stops } } },
    update: [
      { $set: { kind: 'day', claims: { $ifNull: ['$claims', []] } } },
      ...setClaims({ $concatArrays: [claimsWhere({ $not: [{ $or: conditions }] }), [literal(claim)]] }),
    ],
  };
}

const isClaim = (claimId: string): Expression => is('$$old.id', claimId);
const isOfHold = (holdId: string): Expression => ({
  $and: [is('$$old.owner.kind', 'hold'), is('$$old.owner.id', holdId)],
});

/** In live mode the sweeper looks once more at a place whose end has passed; a test clock is none of its. R1, R11. */
const sweepAtEnd: Expression = {
  $cond: [{ $eq: ['$mode', 'live'] }, { $ifNull: ['$$old.until', null] }, null],
};

const settled = (isMeant: Expression, sweepAt: Expression, more: object): Expression => ({
  $map: {
    input: '$claims',
    as: 'old',
    in: { $cond: [isMeant, { $mergeObjects: ['$$old', literal({ settled: true, ...more }), { sweepAt }] }, '$$old'] },
  },
});

/** Not of a claim that a move has touched. */
export function settleWrite(ledgerId: string, claimId: string): LedgerWrite {
  const isMeant = { $and: [isClaim(claimId), { $eq: [{ $ifNull: ['$$old.turn', null] }, null] }] };
  return {
    filter: { _id: ledgerId, claims: { $elemMatch: { id: claimId, turn: null } } } as LedgerWrite['filter'],
    update: setClaims(settled(isMeant, sweepAtEnd, {})),
  };
}

export function settlePlaceWrite(
  ledgerId: string,
  claimId: string,
  turn: string | undefined,
  until: Instant | null,
): LedgerWrite {
  const isMeant = { $and: [isClaim(claimId), { $eq: [{ $ifNull: ['$$old.turn', null] }, literal(turn ?? null)] }] };
  const sweepAt = { $cond: [{ $eq: ['$mode', 'live'] }, literal(until), null] };
  return {
    filter: { _id: ledgerId, claims: { $elemMatch: { id: claimId, turn: turn ?? null } } } as LedgerWrite['filter'],
    update: setClaims(settled(isMeant, sweepAt, { until })),
  };
}

export function tidyPlacesWrite(ledgerId: string, now: Instant): LedgerWrite {
  const isOver = { $and: ['$$old.settled', { $lte: [{ $ifNull: ['$$old.until', literal(Infinity)] }, literal(now)] }] };
  return {
    filter: { _id: ledgerId, claims: { $elemMatch: { settled: true, until: { $lte: now } } } } as LedgerWrite['filter'],
    update: setClaims(claimsWhere({ $not: [isOver] })),
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

/** Matches once: an extended hold does not match again. */
export function extendHoldWrite(ledgerId: string, holdId: string, expiresAt: Instant): LedgerWrite {
  return {
    filter: {
      _id: ledgerId,
      claims: { $elemMatch: { 'owner.kind': 'hold', 'owner.id': holdId, extended: { $ne: true } } },
    },
    update: setClaims(claimsChanged(isOfHold(holdId), { expiresAt, extended: true })),
  };
}
