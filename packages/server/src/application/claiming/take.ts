import { plus, type Instant } from '@coach-booking/time/instant';
import {
  BOOKING_SWEEP_AFTER,
  HOLD_SWEEP_AFTER,
  placesLedger,
  takenPlaces,
  claimBlocks,
  sessionsConflict,
  sessionsOverlap,
  type Claim,
  type ClaimOwner,
  type ClaimRef,
  type ClaimStamp,
  type PlaceClaim,
  type Session,
} from '../../domain/booking/claim.ts';
import { incentiveClaimIdOf, incentiveLedger } from '../../domain/incentive/incentive.ts';
import type { Core } from '../ports/core.ts';
import { clearExpired, type ExpireAndTellNeeds } from './expire.ts';
import type { ErrorCode } from '../kernel/refusal.ts';
import type { ClaimTerms, LedgerScope, PlaceRequest } from '../ports/ledgers.ts';

/** Waits, and milliseconds of each, until a booking in progress is recorded or given up. */
const MAX_WAITS = 10;
const WAIT = 25;

/** Returns whether waiting is useless: the claim is settled, or belongs to a hold. */
const isFinal = (claim: ClaimStamp): boolean => claim.settled || claim.owner.kind === 'hold';

/** Attempts a claim, and again as long as only unsettled claims block it. Returns null when it was refused for good. */
const tryPatiently = async <T>(
  { pause }: Pick<Core, 'pause'>,
  attempt: () => Promise<T | null>,
  blockers: () => Promise<readonly ClaimStamp[]>,
): Promise<T | null> => {
  const taken = await attempt();
  if (taken !== null) return taken;
  for (let tries = 0; tries < MAX_WAITS; tries++) {
    const blocking = await blockers();
    if (blocking.some(isFinal)) return null;
    if (blocking.length > 0) await pause(WAIT);
    else {
      const retaken = await attempt();
      if (retaken !== null) return retaken;
    }
  }
  return null;
};

/** Returns the stamp of a claim that is made now. */
export function stampOf({ realNow }: Pick<Core, 'realNow'>, owner: ClaimOwner, id: string): ClaimStamp {
  const claimedAt = realNow();
  const sweepAt = plus(claimedAt, owner.kind === 'booking' ? BOOKING_SWEEP_AFTER : HOLD_SWEEP_AFTER);
  return { id, owner, claimedAt, settled: false, sweepAt };
}

export interface TimeRequest {
  readonly scope: LedgerScope;
  /** The claims to make, of the coach and of the member of staff. */
  readonly refs: readonly ClaimRef[];
  readonly owner: ClaimOwner;
  readonly session: Session;
  /** Epoch milliseconds, of holds. */
  readonly expiresAt?: Instant;
  /** Ids of a hold whose claims are taken over. */
  readonly alsoOwn: readonly string[];
  readonly now: Instant;
  /** Only what overlaps is in the way. */
  readonly mayTouchBuffers?: boolean;
}

export interface TimeClaims {
  /** The claims made; a caller that does not go on has to release them. */
  readonly refs: readonly ClaimRef[];
  /** The ledger in which the time is taken; those after it were not tried. */
  readonly refusedBy: string | null;
}

/** Returns the claims ledger by ledger, in the one order in which all writers claim. */
const inOrder = (refs: readonly ClaimRef[]): { readonly id: string; readonly ledgerId: string }[] =>
  refs
    .flatMap(({ id, ledgers }) => ledgers.map((ledgerId) => ({ id, ledgerId })))
    .sort((a, b) => (a.ledgerId < b.ledgerId ? -1 : 1));

export type TakeNeeds = Pick<Core, 'pause'> & ExpireAndTellNeeds;

/**
 * Claims a session in one ledger after the other, until one refuses. A request that has expired is in no one's way: it
 * is recorded as expired first. R25.
 */
export async function takeTime(core: TakeNeeds, request: TimeRequest): Promise<TimeClaims> {
  const { scope, refs, owner, session, expiresAt, alsoOwn, now, mayTouchBuffers = false } = request;
  const conflict = mayTouchBuffers ? sessionsOverlap : sessionsConflict;
  const taken = new Set<string>();
  const takenRefs = () =>
    refs
      .map(({ id, ledgers }) => ({ id, ledgers: ledgers.filter((ledgerId) => taken.has(ledgerId)) }))
      .filter(({ ledgers }) => ledgers.length > 0);
  for (const { id, ledgerId } of inOrder(refs)) {
    const claim: Claim = { ...stampOf(core, owner, id), ...session, ...(expiresAt === undefined ? {} : { expiresAt }) };
    const isTaken = await tryPatiently(
      core,
      async () => ((await core.ledgers.claim(scope, ledgerId, claim, { alsoOwn, now, mayTouchBuffers })) ? true : null),
      async () =>
        clearExpired(
          core,
          (await core.ledgers.claimsOf(ledgerId)).filter((old) =>
            claimBlocks(old, session, [owner.id, ...alsoOwn], now, conflict),
          ),
          now,
        ),
    );
    if (!isTaken) return { refs: takenRefs(), refusedBy: ledgerId };
    taken.add(ledgerId);
  }
  return { refs, refusedBy: null };
}

/** The owner of the place, and its end. */
export interface PlaceWanted extends Pick<PlaceClaim, 'turn' | 'expiresAt'> {
  readonly owner: ClaimOwner;
  readonly claimId: string;
  /** End of the session; null without a time. */
  readonly until: Instant | null;
}

/** Claims a place. Returns its number, or the reason why not. */
export async function takePlace(
  core: TakeNeeds,
  scope: LedgerScope,
  coachId: string,
  wanted: PlaceWanted,
  request: PlaceRequest,
  terms: ClaimTerms,
): Promise<number | Extract<ErrorCode, 'PLACE_TAKEN' | 'CAPACITY_FULL'>> {
  const { owner, claimId, ...more } = wanted;
  const ledgerId = placesLedger(coachId);
  let refusal: 'PLACE_TAKEN' | 'CAPACITY_FULL' = 'CAPACITY_FULL';
  const place = await tryPatiently(
    core,
    () => core.ledgers.claimPlace(scope, ledgerId, { ...stampOf(core, owner, claimId), ...more }, request, terms),
    async () => {
      const placed = (await core.ledgers.placesOf(ledgerId)).filter(({ id }) => id !== claimId);
      const claims = await clearExpired(core, takenPlaces(placed, terms.now, terms.alsoOwn), terms.now);
      const same = claims.filter((claim) => claim.place === request.place);
      refusal = same.length > 0 ? 'PLACE_TAKEN' : 'CAPACITY_FULL';
      if (same.length > 0) return same;
      if (request.capacity === null || claims.length < request.capacity) return [];
      const unsettled = claims.filter((claim) => !isFinal(claim));
      return unsettled.length > 0 ? unsettled : claims;
    },
  );
  return place ?? refusal;
}

/**
 * Claims the one use of an incentive for a booking, as a place of which there is one. Returns whether it has it: a
 * request that has expired is in no one's way. R27.
 */
export async function takeIncentive(
  core: TakeNeeds,
  scope: LedgerScope,
  incentiveId: string,
  owner: ClaimOwner,
  now: Instant,
): Promise<boolean> {
  const ledgerId = incentiveLedger(incentiveId);
  const claim = { ...stampOf(core, owner, incentiveClaimIdOf(owner.id)), until: null };
  const taken = await tryPatiently(
    core,
    () => core.ledgers.claimPlace(scope, ledgerId, claim, { capacity: 1 }, { now }),
    async () => clearExpired(core, await core.ledgers.placesOf(ledgerId), now),
  );
  return taken !== null;
}

/** The claim that `takeIncentive` makes, as its booking names it. */
export function incentiveRef(incentiveId: string, bookingId: string): ClaimRef {
  return { id: incentiveClaimIdOf(bookingId), ledgers: [incentiveLedger(incentiveId)] };
}
