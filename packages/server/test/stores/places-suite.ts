import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { describe, expect, it } from 'vitest';
import { placesLedger } from '../../src/domain/booking/claim.ts';
import type { ClaimTerms, Ledgers } from '../../src/application/ports/ledgers.ts';
import { anId, now, placeClaim, placeHold, scope } from './fixtures.ts';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const byNumber = (a: number | null, b: number | null) => (a ?? 0) - (b ?? 0);

/** The tests about numbered places that every implementation of the ledgers passes. */
export function placesSuite(open: () => Ledgers): void {
  const take = (
    ledgerId: string,
    capacity: number | null,
    place?: number,
    claim = placeClaim(),
    terms: ClaimTerms = { now },
  ): Promise<number | null> =>
    open().claimPlace(scope, ledgerId, claim, { capacity, ...(place !== undefined && { place }) }, terms);
  const placesIn = async (ledgerId: string): Promise<string[]> =>
    (await open().placesOf(ledgerId)).map(({ id, place }) => `${id}:${place}`);

  describe('a place', () => {
    it('takes the lowest free place, or the one wished for, until all are taken', async () => {
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

    it.each([0, -1, 1.5, 4])('takes never place %d of 3', async (place) => {
      expect(await take(placesLedger(anId()), 3, place)).toBeNull();
    });

    it('stores a place with the claim, and settles and sweeps it like any', async () => {
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
      const again = { ...claim, claimedAt: plus(now, 1) };
      expect([
        await take(ledgerId, 3, 3, again),
        await take(ledgerId, 3, 1, again),
        await take(ledgerId, 1, undefined, again),
      ]).toEqual([3, 3, 3]);
      expect(await open().placesOf(ledgerId)).toEqual([{ ...claim, place: 3 }]);
    });

    it('refuses a place when as many as there may be are taken, whatever their numbers', async () => {
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

  describe('R1 a place whose session is over', () => {
    it('counts nowhere from its end on, and goes when another is claimed', async () => {
      const ledgerId = placesLedger(anId());
      const [over, next, last] = [placeClaim({ until: plus(now, HOUR) }), placeClaim({ until: null }), placeClaim()];
      await take(ledgerId, 1, undefined, over);
      expect(await take(ledgerId, 1, undefined, next, { now: plus(now, HOUR - 1) })).toBeNull();
      expect(await take(ledgerId, 1, undefined, next, { now: plus(now, HOUR) })).toBe(1);
      expect(await placesIn(ledgerId)).toEqual([`${next.id}:1`]);
      expect(await take(ledgerId, 1, undefined, last, { now: plus(now, 9 * DAY) })).toBeNull();
    });

    it('asks for the place of an ended session again by a move, and refuses it when full by then', async () => {
      const ledgerId = placesLedger(anId());
      const claim = placeClaim({ until: now });
      const moved = { ...claim, until: plus(now, HOUR), turn: 't1' };
      await take(ledgerId, 1, undefined, claim, { now: minus(now, 1) });
      expect(await take(ledgerId, 1, undefined, moved)).toBe(1);
      expect(await open().placesOf(ledgerId)).toEqual([{ ...moved, place: 1 }]);
      const after = { now: plus(now, HOUR) };
      expect(await take(ledgerId, 1, undefined, placeClaim(), after)).toBe(1);
      expect(
        await take(ledgerId, 1, undefined, { ...moved, until: plus(now, 2 * HOUR), turn: 't2' }, after),
      ).toBeNull();
      expect(await open().placesOf(ledgerId)).toHaveLength(1);
    });
  });

  describe('R1 a move', () => {
    it('keeps its number with the later of both ends, and is not counted twice, even with fewer places by now', async () => {
      const ledgerId = placesLedger(anId());
      const claim = placeClaim({ until: plus(now, 2 * HOUR) });
      await take(ledgerId, 3, 3, claim);
      await take(ledgerId, 3);
      const moved = { ...claim, until: plus(now, HOUR), turn: 't1' };
      expect(await take(ledgerId, 1, undefined, moved)).toBe(3);
      expect((await open().placesOf(ledgerId)).at(-1)).toEqual({ ...moved, until: now + 2 * HOUR, place: 3 });
      const toNoTime = { ...claim, until: null, turn: 't2' };
      expect(await take(ledgerId, 1, undefined, toNoTime)).toBe(3);
      expect(await take(ledgerId, 1, undefined, { ...moved, turn: 't3' })).toBe(3);
      expect((await open().placesOf(ledgerId)).at(-1)).toMatchObject({ until: null, turn: 't3', settled: false });
    });

    it('takes its own number where it is gone and the number is free, else the lowest', async () => {
      const move = (ledgerId: string, id: string) =>
        open().claimPlace(
          scope,
          ledgerId,
          placeClaim({ id, until: plus(now, 1), turn: 't' }),
          { capacity: 3, prefer: 2 },
          { now },
        );
      const ledgerId = placesLedger(anId());
      expect(await move(ledgerId, 'a')).toBe(2);
      expect([await move(ledgerId, 'b'), await move(ledgerId, 'c'), await move(ledgerId, 'd')]).toEqual([1, 3, null]);
    });

    it('settles the last write of a move alone, with the end that the booking has', async () => {
      const ledgerId = placesLedger(anId());
      const claim = placeClaim({ until: plus(now, 2 * HOUR) });
      await take(ledgerId, 1, undefined, claim);
      await take(ledgerId, 1, undefined, { ...claim, until: plus(now, HOUR), turn: 't1' });
      const stored = async () => (await open().placesOf(ledgerId))[0];
      await open().settle(ledgerId, claim.id);
      await open().settlePlace(ledgerId, claim.id, 't0', plus(now, HOUR));
      await open().settlePlace(ledgerId, claim.id, undefined, plus(now, HOUR));
      expect(await stored()).toMatchObject({ settled: false, until: now + 2 * HOUR });
      await open().settlePlace(ledgerId, claim.id, 't1', plus(now, HOUR));
      expect(await stored()).toMatchObject({ settled: true, until: now + HOUR, sweepAt: null });
    });
  });

  describe('R3 a hold', () => {
    it('takes a place until it runs out, and its booking gets its number without counting twice', async () => {
      const ledgerId = placesLedger(anId());
      await take(ledgerId, 3, 2);
      const hold = placeHold({ until: plus(now, HOUR) });
      expect(await take(ledgerId, 2, undefined, hold)).toBe(1);
      expect(await take(ledgerId, 2)).toBeNull();
      const booking = placeClaim({ until: plus(now, HOUR) });
      expect(await take(ledgerId, 2, undefined, booking, { now, alsoOwn: [hold.owner.id] })).toBe(1);
      expect((await placesIn(ledgerId)).at(-1)).toBe(`${booking.id}:1`);
      expect(await open().placesOf(ledgerId)).toHaveLength(2);
    });

    it('takes over an ended hold as long as it is there, and lets it stop no claim', async () => {
      const ledgerId = placesLedger(anId());
      const late = { now: plus(now, 5 * MINUTE) };
      const [one, two] = [placeHold({ until: null }), placeHold({ until: null })];
      await take(ledgerId, 1, undefined, one);
      expect(await take(ledgerId, 1, undefined, placeClaim(), { ...late, alsoOwn: [one.owner.id] })).toBe(1);
      const other = placesLedger(anId());
      await take(other, 1, undefined, two);
      expect(await take(other, 1, undefined, placeClaim(), late)).toBe(1);
      expect(await take(other, 1, undefined, placeClaim(), { ...late, alsoOwn: [two.owner.id] })).toBeNull();
    });

    it('extends a hold once and releases it for its owner', async () => {
      const ledgerId = placesLedger(anId());
      const hold = placeHold();
      await take(ledgerId, 1, undefined, hold);
      const extend = () => open().extendHold(ledgerId, hold.owner.id, plus(now, HOUR));
      expect([await extend(), await extend()]).toEqual([true, false]);
      expect(await take(ledgerId, 1, undefined, placeClaim(), { now: plus(now, 5 * MINUTE) })).toBeNull();
      await open().releaseHold(ledgerId, hold.owner.id);
      expect(await placesIn(ledgerId)).toEqual([]);
    });
  });

  describe('R1 the sweeper', () => {
    it('looks in live mode once more at the end of what is settled, and tidies that alone', async () => {
      const coachId = anId();
      const ledgerId = placesLedger(coachId);
      const live = { ...scope, mode: 'live' } as const;
      const [over, unsettled, ahead] = [HOUR, HOUR, 2 * HOUR].map((length) => placeClaim({ until: plus(now, length) }));
      for (const claim of [over!, unsettled!, ahead!])
        await open().claimPlace(live, ledgerId, claim, { capacity: null }, { now });
      for (const claim of [over!, ahead!]) await open().settle(ledgerId, claim.id);
      const due = async (at: Instant) =>
        (await open().due(at, 1000)).find(({ id }) => id === ledgerId)?.claims.map(({ id }) => id);
      expect(await due(plus(now, HOUR - 1))).toEqual([unsettled!.id]);
      expect(await due(plus(now, HOUR))).toEqual([over!.id, unsettled!.id]);
      await open().tidyPlaces(ledgerId, plus(now, HOUR));
      expect(await placesIn(ledgerId)).toEqual([`${unsettled!.id}:2`, `${ahead!.id}:3`]);
    });

    it('looks at nothing that is settled in test mode, where the end is by another clock', async () => {
      const ledgerId = placesLedger(anId());
      const claim = placeClaim({ until: plus(now, HOUR) });
      await take(ledgerId, 1, undefined, claim);
      await open().settle(ledgerId, claim.id);
      expect((await open().due(plus(now, 9 * DAY), 10_000)).some(({ id }) => id === ledgerId)).toBe(false);
    });
  });

  it('R30 places without a limit are numbered as well, and never refused', async () => {
    const ledgerId = placesLedger(anId());
    expect([await take(ledgerId, null), await take(ledgerId, null), await take(ledgerId, null)]).toEqual([1, 2, 3]);
    expect(await take(ledgerId, 3)).toBeNull();
    expect(await take(ledgerId, null, 2)).toBeNull();
  });

  it('places are counted for many coaches at once, those with none too', async () => {
    const [two, none] = [anId(), anId()];
    for (let i = 0; i < 2; i++) await take(placesLedger(two), 5);
    await take(placesLedger(two), 5, undefined, placeHold({ until: plus(now, HOUR) }));
    await take(placesLedger(two), 5, undefined, placeClaim({ until: plus(now, 1) }));
    const count = (at: Instant) => open().countPlaces([none, two], at);
    expect(await count(now)).toEqual(
      new Map([
        [none, { booked: 0, held: 0 }],
        [two, { booked: 3, held: 1 }],
      ]),
    );
    expect((await count(plus(now, 1))).get(two)).toEqual({ booked: 2, held: 1 });
    expect((await count(plus(now, 5 * MINUTE))).get(two)).toEqual({ booked: 2, held: 0 });
  });
}
