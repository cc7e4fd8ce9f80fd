import {
  dayLedger,
  isRunOut,
  placesLedger,
  claimBlocks,
  sessionsConflict,
  sessionsOverlap,
  type Claim,
  type ClaimStamp,
  type PlaceClaim,
} from '../../domain/booking/claim.ts';
import type { Ledgers, LedgerScope } from '../../application/ports/ledgers.ts';
import type { MemoryLedger, MemoryState } from './memory-state.ts';

const isHoldOf = (claim: ClaimStamp, holdId: string): boolean =>
  claim.owner.kind === 'hold' && claim.owner.id === holdId;

/**
 * The ledgers in memory: each method runs to its end before another starts, so it is as atomic as one document is. What
 * is stored is copied on the way in and never changed in place, so that readers may keep it.
 */
export function createMemoryLedgers({ heads, ledgers }: MemoryState): Ledgers {
  const claimsIn = (ledgerId: string) => ledgers.get(ledgerId)?.claims ?? [];
  const times = (ledgerId: string) => claimsIn(ledgerId) as Claim[];
  const places = (ledgerId: string) => claimsIn(ledgerId) as PlaceClaim[];
  const opened = ({ partnerId, mode }: LedgerScope, ledgerId: string): MemoryLedger => {
    const ledger = ledgers.get(ledgerId) ?? { partnerId, mode, claims: [] };
    ledgers.set(ledgerId, ledger);
    return ledger;
  };
  const rewrite = (ledgerId: string, change: (claims: MemoryLedger['claims']) => MemoryLedger['claims']) => {
    const ledger = ledgers.get(ledgerId);
    if (ledger) ledger.claims = change(ledger.claims);
  };

  return {
    read: async (coachId, days) => {
      const byId = new Map(days.flatMap((day) => times(dayLedger(coachId, day)).map((claim) => [claim.id, claim])));
      const claims = [...byId.values()].sort((a, b) => a.start - b.start);
      return { head: heads.get(coachId) ?? null, claims, places: places(placesLedger(coachId)) };
    },
    claimsOf: async (ledgerId) => times(ledgerId),
    placesOf: async (ledgerId) => places(ledgerId),
    countPlaces: async (coachIds) =>
      new Map(coachIds.map((coachId) => [coachId, places(placesLedger(coachId)).length])),
    claim: async (scope, ledgerId, claim, { alsoOwn = [], now, mayTouchBuffers }) => {
      const ledger = opened(scope, ledgerId);
      const owners = [claim.owner.id, ...alsoOwn];
      const conflict = mayTouchBuffers ? sessionsOverlap : sessionsConflict;
      if (times(ledgerId).some((old) => claimBlocks(old, claim, owners, now, conflict))) return false;
      const stays = (old: Claim) =>
        old.id !== claim.id &&
        !(old.owner.kind === 'hold' && alsoOwn.includes(old.owner.id)) &&
        !(isRunOut(old, now) && claimBlocks({ ...old, expiresAt: Infinity }, claim, owners, now));
      ledger.claims = [...times(ledgerId).filter(stays), structuredClone(claim)];
      return true;
    },
    claimPlace: async (scope, ledgerId, claim, { place, capacity }) => {
      const ledger = opened(scope, ledgerId);
      const taken = places(ledgerId);
      const own = taken.find(({ id }) => id === claim.id);
      if (own) return own.place;
      const isFree = (n: number) => taken.every((other) => other.place !== n);
      const free = Array.from({ length: capacity }, (_, i) => i + 1).filter(
        (n) => (place === undefined || n === place) && isFree(n),
      )[0];
      if (taken.length >= capacity || free === undefined) return null;
      ledger.claims = [...taken, { ...structuredClone(claim), place: free }];
      return free;
    },
    settle: async (ledgerId, claimId) =>
      rewrite(ledgerId, (claims) =>
        claims.map((claim) => (claim.id === claimId ? { ...claim, settled: true, sweepAt: null } : claim)),
      ),
    release: async (ledgerId, claimId) => rewrite(ledgerId, (claims) => claims.filter(({ id }) => id !== claimId)),
    releaseHold: async (ledgerId, holdId) =>
      rewrite(ledgerId, (claims) => claims.filter((claim) => !isHoldOf(claim, holdId))),
    extendHold: async (ledgerId, holdId, expiresAt) => {
      const extends_ = (claim: Claim) => isHoldOf(claim, holdId) && !claim.extended;
      const found = times(ledgerId).some(extends_);
      rewrite(ledgerId, (claims) =>
        (claims as Claim[]).map((claim) => (extends_(claim) ? { ...claim, expiresAt, extended: true } : claim)),
      );
      return found;
    },
    due: async (realNow, limit) => {
      const isDue = ({ sweepAt }: ClaimStamp) => sweepAt !== null && sweepAt <= realNow;
      const dueAt = (claims: readonly ClaimStamp[]) => Math.min(...claims.map(({ sweepAt }) => sweepAt ?? Infinity));
      const due = [...ledgers]
        .map(([id, { partnerId, mode, claims }]) => ({ id, partnerId, mode, claims: claims.filter(isDue) }))
        .filter(({ claims }) => claims.length > 0)
        .sort((a, b) => dueAt(a.claims) - dueAt(b.claims));
      return due.slice(0, limit);
    },
  };
}
