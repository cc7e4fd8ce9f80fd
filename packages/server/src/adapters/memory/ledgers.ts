import { instant } from '@coach-booking/time/instant';
import {
  countedPlaces,
  dayLedger,
  isRunOut,
  keepsPlace,
  laterEnd,
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

const isPlaceNumber = (place: number, capacity: number | null): boolean =>
  Number.isInteger(place) && place >= 1 && place <= (capacity ?? Infinity);

/**
 * Keeps the ledgers in memory: each method runs to its end before another starts, so it is as atomic as a write of one
 * document. Stored objects are copies and never changed in place, so that readers may keep them.
 */
export function createMemoryLedgers({ heads, ledgers, outside }: MemoryState): Ledgers {
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

  const settleWhere = (
    ledgerId: string,
    isMeant: (claim: Partial<PlaceClaim>) => boolean,
    more: Pick<PlaceClaim, 'until'>,
  ) => {
    const isLive = ledgers.get(ledgerId)?.mode === 'live';
    rewrite(ledgerId, (claims) =>
      (claims as PlaceClaim[]).map((claim) => {
        if (!isMeant(claim)) return claim;
        const settled = { ...claim, ...more, settled: true };
        return { ...settled, sweepAt: isLive ? (settled.until ?? null) : null };
      }),
    );
  };

  return {
    read: async (coachId, days) => {
      const byId = new Map(days.flatMap((day) => times(dayLedger(coachId, day)).map((claim) => [claim.id, claim])));
      const claims = [...byId.values()].sort((a, b) => a.start - b.start);
      const [head, busy] = [heads.get(coachId) ?? null, outside.get(coachId)];
      return { head: head && busy ? { ...head, outside: busy } : head, claims, places: places(placesLedger(coachId)) };
    },
    outsideOf: async (coachId) => outside.get(coachId) ?? null,
    replaceOutside: async (_, coachId, written) => {
      if ((outside.get(coachId)?.revision ?? 0) !== written.revision - 1) return false;
      outside.set(coachId, structuredClone(written));
      return true;
    },
    claimsOf: async (ledgerId) => times(ledgerId),
    placesOf: async (ledgerId) => places(ledgerId),
    placesIn: async (ledgerIds) => new Map(ledgerIds.map((ledgerId) => [ledgerId, places(ledgerId)])),
    countPlaces: async (coachIds, now) =>
      new Map(coachIds.map((coachId) => [coachId, countedPlaces(places(placesLedger(coachId)), now)])),
    claim: async (scope, ledgerId, claim, { alsoOwn = [], now, mayTouchBuffers }) => {
      const ledger = opened(scope, ledgerId);
      const owners = [claim.owner.id, ...alsoOwn];
      const conflict = mayTouchBuffers ? sessionsOverlap : sessionsConflict;
      if (times(ledgerId).some((old) => claimBlocks(old, claim, owners, now, conflict))) return false;
      const stays = (old: Claim) =>
        old.id !== claim.id &&
        !(old.owner.kind === 'hold' && alsoOwn.includes(old.owner.id)) &&
        !(isRunOut(old, now) && claimBlocks({ ...old, expiresAt: instant(Infinity) }, claim, owners, now));
      ledger.claims = [...times(ledgerId).filter(stays), structuredClone(claim)];
      return true;
    },
    claimPlace: async (scope, ledgerId, claim, { place, prefer, capacity }, { alsoOwn = [], now }) => {
      const ledger = opened(scope, ledgerId);
      const all = places(ledgerId);
      const own = all.find(({ id }) => id === claim.id);
      if (own && claim.turn === undefined) return own.place;
      const isOwnHold = ({ owner }: PlaceClaim) => owner.kind === 'hold' && alsoOwn.includes(owner.id);
      const kept = all.filter((other) => other !== own && !isOwnHold(other) && keepsPlace(other, now));
      const isFree = (n: number | undefined): n is number =>
        n !== undefined && kept.every((other) => other.place !== n);
      const isFull = capacity !== null && kept.length >= capacity;
      const isPossible = place === undefined || (isFree(place) && isPlaceNumber(place, capacity));
      if (!(own && keepsPlace(own, now)) && (isFull || !isPossible)) return null;
      const lowest = Array.from({ length: kept.length + 1 }, (_, i) => i + 1).find(isFree);
      const chosen = [own?.place, place, all.find(isOwnHold)?.place, prefer, lowest].find(isFree)!;
      const until = own ? laterEnd(own.until ?? null, claim.until ?? null) : claim.until;
      ledger.claims = [
        ...kept,
        { ...structuredClone(claim), place: chosen, ...(until === undefined ? {} : { until }) },
      ];
      return chosen;
    },
    settle: async (ledgerId, claimId) =>
      settleWhere(ledgerId, ({ id, turn }) => id === claimId && turn === undefined, {}),
    settlePlace: async (ledgerId, claimId, ofTurn, until) =>
      settleWhere(ledgerId, ({ id, turn }) => id === claimId && turn === ofTurn, { until }),
    tidyPlaces: async (ledgerId, now) =>
      rewrite(ledgerId, (claims) =>
        (claims as PlaceClaim[]).filter(({ settled, until }) => !settled || (until ?? Infinity) > now),
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
