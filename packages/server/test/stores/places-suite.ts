import { describe, expect, it } from 'vitest';
import { placesLedger } from '../../src/domain/booking/claim.ts';
import type { Ledgers } from '../../src/application/ports/ledgers.ts';
import { anId, now, placeClaim, scope } from './fixtures.ts';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const byNumber = (a: number | null, b: number | null) => (a ?? 0) - (b ?? 0);

/** What every implementation of the ledgers does about numbered places. */
export function placesSuite(open: () => Ledgers): void {
  const take = (ledgerId: string, capacity: number, place?: number, claim = placeClaim()): Promise<number | null> =>
    open().claimPlace(scope, ledgerId, claim, { capacity, ...(place !== undefined && { place }) });

  describe('a place', () => {
    it('is the lowest that is free, or the one wished for, until all are taken', async () => {
      const ledgerId = placesLedger(anId());
      const first = placeClaim();
      expect(await take(ledgerId, 3, undefined, first)).toBe(1);
      expect(await take(ledgerId, 3, 3)).toBe(3);
      expect(await take(ledgerId, 3, 3)).toBeNull();
      expect(await take(ledgerId, 3)).toBe(2);
      expect(await take(ledgerId, 3)).toBeNull();
      await open().release(ledgerId, first.id);
      expect(await take(ledgerId, 3)).toBe(1);
    });

    it.each([0, -1, 1.5, 4])('is never number %d of 3', async (place) => {
      expect(await take(placesLedger(anId()), 3, place)).toBeNull();
    });

    it('is stored with the claim, and settled and swept like any', async () => {
      const ledgerId = placesLedger(anId());
      const claim = placeClaim();
      await take(ledgerId, 3, 2, claim);
      expect(await open().placesOf(ledgerId)).toEqual([{ ...claim, place: 2 }]);
      const due = async () => (await open().due(claim.sweepAt!, 1000)).filter(({ id }) => id === ledgerId);
      expect(await due()).toEqual([{ ...scope, id: ledgerId, claims: [{ ...claim, place: 2 }] }]);
      await open().settle(ledgerId, claim.id);
      expect(await open().placesOf(ledgerId)).toEqual([{ ...claim, place: 2, settled: true, sweepAt: null }]);
      expect(await due()).toEqual([]);
    });

    it('stays when its claim is made again, even when there are fewer places by then', async () => {
      const ledgerId = placesLedger(anId());
      const claim = placeClaim();
      expect(await take(ledgerId, 3, 3, claim)).toBe(3);
      const again = { ...claim, claimedAt: now + 1 };
      expect([
        await take(ledgerId, 3, 3, again),
        await take(ledgerId, 3, 1, again),
        await take(ledgerId, 1, undefined, again),
      ]).toEqual([3, 3, 3]);
      expect(await open().placesOf(ledgerId)).toEqual([{ ...claim, place: 3 }]);
    });

    it('is refused when as many as there may be are taken, whatever their numbers', async () => {
      const ledgerId = placesLedger(anId());
      for (const place of [4, 5]) await take(ledgerId, 5, place);
      expect(await take(ledgerId, 2)).toBeNull();
      expect(await take(ledgerId, 3)).toBe(1);
    });

    it('goes to as many as there are, of many at the same moment', async () => {
      const ledgerId = placesLedger(anId());
      const taken = await Promise.all(times(30, () => take(ledgerId, 10)));
      expect(taken.filter((place) => place !== null).sort(byNumber)).toEqual(times(10, (i) => i + 1));
    });

    it('goes to one of those who wish for its number at the same moment', async () => {
      const ledgerId = placesLedger(anId());
      const taken = await Promise.all(times(30, (i) => take(ledgerId, 10, (i % 3) + 4)));
      expect(taken.filter((place) => place !== null).sort(byNumber)).toEqual([4, 5, 6]);
    });
  });

  it('places are counted for many coaches at once, those with none too', async () => {
    const [two, none] = [anId(), anId()];
    for (let i = 0; i < 2; i++) await take(placesLedger(two), 5);
    expect(await open().countPlaces([none, two])).toEqual(
      new Map([
        [none, 0],
        [two, 2],
      ]),
    );
  });
}
