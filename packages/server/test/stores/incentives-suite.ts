import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../src/application/ports/deps.ts';
import type { Incentive } from '../../src/domain/incentive/incentive.ts';
import { incentiveClaimIdOf, incentiveLedger } from '../../src/domain/incentive/incentive.ts';
import { anId, now, placeClaim, scope } from './fixtures.ts';

/** An incentive with something in every field but the end. */
export function anIncentive(given: Partial<Incentive> = {}): Incentive {
  return {
    ...scope,
    id: anId(),
    coachId: anId(),
    kind: 'amount',
    value: 500,
    currency: 'EUR',
    boundTo: 'ana@example.com',
    serviceIds: [anId()],
    expiresAt: plus(now, DAY),
    createdAt: now,
    ...given,
  };
}

const codesOf = (found: readonly Incentive[]) => found.map(({ id }) => id);

/** The tests that every implementation of the port passes. */
export function incentivesSuite(open: () => Stores): void {
  const made = async (given: Partial<Incentive> = {}): Promise<Incentive> => {
    const incentive = anIncentive(given);
    expect(await open().incentives.insert(incentive, now)).toBe(true);
    return incentive;
  };

  describe('incentives', () => {
    it('finds an incentive as it was by its code, in its partner and mode alone', async () => {
      const incentive = await made();
      expect(await open().incentives.insert({ ...incentive, value: 900 }, now)).toBe(false);
      expect(await open().incentives.insert({ ...incentive, partnerId: anId() }, now)).toBe(false);
      expect(await open().incentives.byCode(scope, incentive.id)).toEqual(incentive);
      expect(await open().incentives.byCode({ ...scope, mode: 'live' }, incentive.id)).toBeNull();
      expect(await open().incentives.byCode({ ...scope, partnerId: anId() }, incentive.id)).toBeNull();
      expect(await open().incentives.byCode(scope, anId())).toBeNull();
    });

    it('lists those of a coach page by page, the newest first', async () => {
      const coachId = anId();
      const old = await made({ coachId });
      const [a, b] = [
        await made({ coachId, createdAt: plus(now, 5) }),
        await made({ coachId, createdAt: plus(now, 5) }),
      ].sort((one, other) => (one.id < other.id ? -1 : 1));
      await made();
      const list = (limit: number, after?: Incentive) =>
        open().incentives.list({ ...scope, coachId, limit, ...(after && { after }) });
      expect(codesOf(await list(9))).toEqual([a!.id, b!.id, old.id]);
      expect(codesOf(await list(1))).toEqual([a!.id]);
      expect(codesOf(await list(1, a))).toEqual([b!.id]);
      expect(codesOf(await list(9, b))).toEqual([old.id]);
      expect(await open().incentives.list({ ...scope, mode: 'live', coachId, limit: 9 })).toEqual([]);
    });

    it('ends an incentive once', async () => {
      const incentive = await made();
      expect(await open().incentives.revoke({ ...scope, mode: 'live' }, incentive.id, now)).toBe(false);
      expect(await open().incentives.revoke(scope, incentive.id, plus(now, 3))).toBe(true);
      expect(await open().incentives.revoke(scope, incentive.id, plus(now, 4))).toBe(false);
      expect(await open().incentives.byCode(scope, incentive.id)).toEqual({ ...incentive, revokedAt: plus(now, 3) });
      expect(await open().incentives.revoke(scope, anId(), now)).toBe(false);
    });

    it('finds and removes those of a person, with all coaches', async () => {
      const boundTo = `${anId()}@example.com`;
      const [one, other] = [await made({ boundTo, createdAt: plus(now, 1) }), await made({ boundTo })];
      const kept = await made();
      expect(codesOf(await open().incentives.ofPerson(scope, boundTo))).toEqual([one.id, other.id]);
      await open().incentives.removeOfPerson({ ...scope, mode: 'live' }, boundTo);
      expect(await open().incentives.ofPerson(scope, boundTo)).toHaveLength(2);
      await open().incentives.removeOfPerson(scope, boundTo);
      expect(await open().incentives.ofPerson(scope, boundTo)).toEqual([]);
      expect(await open().incentives.byCode(scope, kept.id)).toEqual(kept);
    });
  });

  describe('R27 the one use of an incentive', () => {
    const take = (ledgerId: string, bookingId = anId()) =>
      open().ledgers.claimPlace(
        scope,
        ledgerId,
        {
          ...placeClaim({ until: null }),
          id: incentiveClaimIdOf(bookingId),
          owner: { kind: 'booking', id: bookingId },
        },
        { capacity: 1 },
        { now },
      );

    it('goes to one of 50 bookings that want it at once, and to no other later', async () => {
      const ledgerId = incentiveLedger(anId());
      const taken = await Promise.all(Array.from({ length: 50 }, () => take(ledgerId)));
      expect(taken.filter((place) => place !== null)).toEqual([1]);
      expect(await take(ledgerId)).toBeNull();
      expect(await open().ledgers.placesOf(ledgerId)).toHaveLength(1);
    });

    it('goes to the same booking again, and to another once it is released', async () => {
      const [ledgerId, bookingId] = [incentiveLedger(anId()), anId()];
      expect(await take(ledgerId, bookingId)).toBe(1);
      expect(await take(ledgerId, bookingId)).toBe(1);
      expect(await take(ledgerId)).toBeNull();
      await open().ledgers.settle(ledgerId, incentiveClaimIdOf(bookingId));
      expect(await take(ledgerId)).toBeNull();
      await open().ledgers.release(ledgerId, incentiveClaimIdOf(bookingId));
      expect(await take(ledgerId)).toBe(1);
    });

    it('is read of many incentives at once', async () => {
      const [used, open_] = [incentiveLedger(anId()), incentiveLedger(anId())];
      const bookingId = anId();
      await take(used, bookingId);
      const found = await open().ledgers.placesIn([used, open_]);
      expect(found.get(used)!.map(({ owner }) => owner.id)).toEqual([bookingId]);
      expect(found.get(open_)).toEqual([]);
      expect(await open().ledgers.placesIn([])).toEqual(new Map());
    });
  });
}
