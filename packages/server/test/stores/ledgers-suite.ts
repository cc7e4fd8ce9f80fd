import { describe, expect, it } from 'vitest';
import { packRanges } from '../../src/domain/calendar-source/packed-ranges.ts';
import { headLedger, placesLedger, dayLedger, type Claim } from '../../src/domain/booking/claim.ts';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE, DAY } from '@coach-booking/time/units';
import type { Stores } from '../../src/application/ports/deps.ts';
import { aHead, aLedger, anId, at, bookingClaim, day, holdClaim, now, scope, type ClaimInput } from './fixtures.ts';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** The tests about time that every implementation of the ledgers passes. */
export function ledgersSuite(open: () => Pick<Stores, 'ledgers' | 'coaches'>): void {
  const claim = (ledgerId: string, wanted: Claim, alsoOwn?: readonly string[], rulesNow = now): Promise<boolean> =>
    open().ledgers.claim(scope, ledgerId, wanted, { now: rulesNow, ...(alsoOwn && { alsoOwn }) });
  const idsIn = async (ledgerId: string): Promise<string[]> =>
    (await open().ledgers.claimsOf(ledgerId)).map(({ id }) => id);

  describe('a claim', () => {
    it('stores a claim as it was made, in a ledger that was not there before', async () => {
      const ledgerId = aLedger();
      const [booking, hold] = [bookingClaim(), holdClaim({ from: 11, to: 12, before: 15 })];
      expect(await open().ledgers.claimsOf(ledgerId)).toEqual([]);
      expect(await claim(ledgerId, booking)).toBe(true);
      expect(await claim(ledgerId, hold)).toBe(true);
      expect(await open().ledgers.claimsOf(ledgerId)).toEqual([booking, hold]);
    });

    it.each<[string, boolean, ClaimInput, ClaimInput]>([
      ['the same time', false, {}, {}],
      ['overlapping at the front', false, { from: 9, to: 10 }, { from: 8, to: 9.5 }],
      ['overlapping at the back', false, { from: 9, to: 10 }, { from: 9.5, to: 11 }],
      ['lying inside', false, { from: 9, to: 12 }, { from: 10, to: 11 }],
      ['lying around', false, { from: 10, to: 11 }, { from: 9, to: 12 }],
      ['touching before', true, { from: 9, to: 10 }, { from: 8, to: 9 }],
      ['touching after', true, { from: 9, to: 10 }, { from: 10, to: 11 }],
      ['in the buffer of the one before', false, { from: 9, to: 10, after: 30 }, { from: 10, to: 11 }],
      ['with a buffer that meets the one before', false, { from: 9, to: 10 }, { from: 10.25, to: 11, before: 30 }],
      ['in the buffer of the one after', false, { from: 10, to: 11, before: 30 }, { from: 9, to: 10 }],
      ['with a buffer that meets the one after', false, { from: 10, to: 11 }, { from: 9, to: 9.75, after: 30 }],
      ['with buffers that meet buffers only', true, { from: 9, to: 10, after: 30 }, { from: 10.5, to: 11, before: 30 }],
    ])('grants a claim beside another owner’s, %s: %s', async (_, isGranted, there, wanted) => {
      const ledgerId = aLedger();
      await claim(ledgerId, bookingClaim(there));
      expect(await claim(ledgerId, bookingClaim(wanted))).toBe(isGranted);
      expect(await idsIn(ledgerId)).toHaveLength(isGranted ? 2 : 1);
    });

    it.each<[string, boolean, ClaimInput, ClaimInput]>([
      ['the same time', false, {}, {}],
      ['overlapping by a minute', false, { from: 9, to: 10 }, { from: 9.98, to: 11 }],
      ['lying inside', false, { from: 9, to: 12, after: 60 }, { from: 10, to: 11 }],
      ['touching, within the buffer of the one before', true, { from: 9, to: 10, after: 30 }, { from: 10, to: 11 }],
      ['touching, with a buffer over the one before', true, { from: 9, to: 10 }, { from: 10, to: 11, before: 30 }],
    ])('R38 grants a claim that may touch buffers, %s: %s', async (_, isGranted, there, wanted) => {
      const ledgerId = aLedger();
      await claim(ledgerId, bookingClaim(there));
      const claimed = bookingClaim(wanted);
      const terms = { now, mayTouchBuffers: true };
      expect(await open().ledgers.claim(scope, ledgerId, claimed, terms)).toBe(isGranted);
      expect(await idsIn(ledgerId)).toHaveLength(isGranted ? 2 : 1);
    });

    it('R38 keeps the buffers of a claim that may touch others’, and stops it at live holds', async () => {
      const ledgerId = aLedger();
      const terms = { now, mayTouchBuffers: true };
      const granted = bookingClaim({ from: 10, to: 11, before: 30 });
      expect(await open().ledgers.claim(scope, ledgerId, granted, terms)).toBe(true);
      expect(await claim(ledgerId, bookingClaim({ from: 9, to: 10 }))).toBe(false);
      await claim(ledgerId, holdClaim({ from: 12, to: 13 }));
      expect(await open().ledgers.claim(scope, ledgerId, bookingClaim({ from: 12.5, to: 14 }), terms)).toBe(false);
    });

    it('R15 stops a claim that passes over buffers by the session alone, and keeps its own buffers', async () => {
      const ledgerId = aLedger();
      const raw = (wanted: Claim) => open().ledgers.claim(scope, ledgerId, wanted, { now, mayTouchBuffers: true });
      expect(await claim(ledgerId, bookingClaim({ from: 9, to: 10, after: 30 }))).toBe(true);
      expect(await raw(bookingClaim({ from: 9.5, to: 10.5 }))).toBe(false);
      expect(await raw(bookingClaim({ from: 10, to: 11, before: 30, after: 30 }))).toBe(true);
      expect(await claim(ledgerId, bookingClaim({ from: 11.25, to: 12 }))).toBe(false);
      expect(await claim(ledgerId, bookingClaim({ from: 11.5, to: 12 }))).toBe(true);
    });

    it('R15 stops a claim at a live hold even so, and at none that ran out', async () => {
      const ledgerId = aLedger();
      const [held, wanted] = [holdClaim({ from: 9, to: 10, after: 30 }), bookingClaim({ from: 9, to: 10 })];
      const raw = (rulesNow: Instant) =>
        open().ledgers.claim(scope, ledgerId, wanted, { now: rulesNow, mayTouchBuffers: true });
      expect(await claim(ledgerId, held)).toBe(true);
      expect(await raw(now)).toBe(false);
      expect(await raw(held.expiresAt!)).toBe(true);
    });

    it('stops a claim at a settled one as at an unsettled one', async () => {
      const ledgerId = aLedger();
      const settled = bookingClaim();
      await claim(ledgerId, settled);
      await open().ledgers.settle(ledgerId, settled.id);
      expect(await claim(ledgerId, bookingClaim())).toBe(false);
      expect(await claim(ledgerId, holdClaim())).toBe(false);
    });

    it('takes the place of the one with its id, and lies beside others of its owner', async () => {
      const ledgerId = aLedger();
      const first = bookingClaim();
      const again = { ...first, claimedAt: plus(now, MINUTE), sweepAt: plus(now, 3 * MINUTE) };
      const moved = bookingClaim({ owner: first.owner.id, from: 9.5, to: 10.5 });
      expect([await claim(ledgerId, first), await claim(ledgerId, again), await claim(ledgerId, moved)]).toEqual([
        true,
        true,
        true,
      ]);
      expect(await open().ledgers.claimsOf(ledgerId)).toEqual([again, moved]);
    });

    it('reads a claim as nothing but a value', async () => {
      const ledgerId = aLedger();
      const odd = bookingClaim({ id: '$claims', owner: '$$ROOT' });
      expect(await claim(ledgerId, odd)).toBe(true);
      await open().ledgers.settle(ledgerId, '$claims');
      expect(await open().ledgers.claimsOf(ledgerId)).toEqual([{ ...odd, settled: true, sweepAt: null }]);
      await open().ledgers.release(ledgerId, '$claims');
      expect(await idsIn(ledgerId)).toEqual([]);
    });
  });

  describe('claims at the same moment', () => {
    it.each([true, false])('grants one of 50 claims of one span (the ledger was there: %s)', async (isThere) => {
      const ledgerId = aLedger();
      if (isThere) await claim(ledgerId, bookingClaim({ from: 20, to: 21 }));
      const wanted = times(50, () => bookingClaim());
      const granted = await Promise.all(wanted.map((each) => claim(ledgerId, each)));
      expect(granted.filter(Boolean)).toHaveLength(1);
      expect(await idsIn(ledgerId)).toContain(wanted[granted.indexOf(true)]!.id);
      expect(await idsIn(ledgerId)).toHaveLength(isThere ? 2 : 1);
    });

    it('grants all disjoint claims at the same moment, in a ledger that none of them found', async () => {
      const ledgerId = aLedger();
      const wanted = times(40, (i) => bookingClaim({ from: i / 2, to: (i + 1) / 2 }));
      expect(await Promise.all(wanted.map((each) => claim(ledgerId, each)))).toEqual(wanted.map(() => true));
      expect(new Set(await idsIn(ledgerId))).toEqual(new Set(wanted.map(({ id }) => id)));
    });

    it('grants disjoint claims of unlike lengths, and refuses only what meets one', async () => {
      const ledgerId = aLedger();
      const wanted = times(40, (i) => bookingClaim({ from: (i * 7) % 20, to: ((i * 7) % 20) + 0.5 + (i % 4) }));
      const granted = await Promise.all(wanted.map((each) => claim(ledgerId, each)));
      const stand = wanted.filter((_, i) => granted[i]);
      const meet = (a: Claim, b: Claim) => a.start < b.end && b.start < a.end;
      for (const [i, each] of wanted.entries())
        expect(stand.filter((other) => meet(each, other) && other !== each).length > 0).toBe(!granted[i]);
    });
  });

  describe('a hold', () => {
    it('stops others until it runs out, and then goes with the claim that is made over it', async () => {
      const ledgerId = aLedger();
      const expiresAt = plus(now, 5 * MINUTE);
      const [hold, next] = [holdClaim({ expiresAt }), bookingClaim({ from: 9.5, to: 10.5 })];
      await claim(ledgerId, hold);
      expect(await claim(ledgerId, next, [], minus(expiresAt, 1))).toBe(false);
      expect(await claim(ledgerId, next, [], expiresAt)).toBe(true);
      expect(await idsIn(ledgerId)).toEqual([next.id]);
    });

    it('keeps an ended hold until a claim takes its time', async () => {
      const ledgerId = aLedger();
      const [hold, beside] = [holdClaim({ expiresAt: now }), bookingClaim({ from: 10, to: 11 })];
      await claim(ledgerId, hold);
      expect(await claim(ledgerId, beside)).toBe(true);
      expect(await idsIn(ledgerId)).toEqual([hold.id, beside.id]);
    });

    it('keeps an ended hold when another one stops the claim', async () => {
      const ledgerId = aLedger();
      const [hold, other] = [holdClaim({ expiresAt: now }), bookingClaim({ from: 10, to: 11 })];
      await claim(ledgerId, hold);
      await claim(ledgerId, other);
      expect(await claim(ledgerId, bookingClaim({ from: 9.5, to: 10.5 }))).toBe(false);
      expect(await idsIn(ledgerId)).toEqual([hold.id, other.id]);
    });

    it.each([
      ['lives', now + MINUTE],
      ['ran out', now - MINUTE],
    ])('becomes a booking by its owner’s wish, whatever its length, when it %s', async (_, expiresAt) => {
      const ledgerId = aLedger();
      const hold = holdClaim({ expiresAt: instant(expiresAt) });
      const booking = bookingClaim({ from: 9, to: 9.5 });
      await claim(ledgerId, hold);
      expect(await claim(ledgerId, booking, [hold.owner.id])).toBe(true);
      expect(await open().ledgers.claimsOf(ledgerId)).toEqual([booking]);
      expect(await claim(ledgerId, booking, [hold.owner.id])).toBe(true);
      expect(await claim(ledgerId, bookingClaim(), [hold.owner.id])).toBe(false);
    });

    it('extends a hold once, for its owner, whatever time it is', async () => {
      const ledgerId = aLedger();
      const [hold, booking] = [holdClaim({ expiresAt: minus(now, MINUTE) }), bookingClaim({ from: 11, to: 12 })];
      await claim(ledgerId, hold);
      await claim(ledgerId, booking);
      const extend = (holdId: string) => open().ledgers.extendHold(ledgerId, holdId, plus(now, 10 * MINUTE));
      expect([await extend(anId()), await extend(booking.owner.id)]).toEqual([false, false]);
      expect([await extend(hold.owner.id), await extend(hold.owner.id)]).toEqual([true, false]);
      expect(await open().ledgers.claimsOf(ledgerId)).toEqual([
        { ...hold, expiresAt: now + 10 * MINUTE, extended: true },
        booking,
      ]);
      expect(await claim(ledgerId, bookingClaim())).toBe(false);
    });

    it('extends a hold for one of many at the same moment', async () => {
      const ledgerId = aLedger();
      const hold = holdClaim();
      await claim(ledgerId, hold);
      const extended = await Promise.all(
        times(10, (i) => open().ledgers.extendHold(ledgerId, hold.owner.id, plus(now, i * MINUTE))),
      );
      expect(extended.filter(Boolean)).toHaveLength(1);
    });

    it('releases a hold for its owner, and a booking no more', async () => {
      const ledgerId = aLedger();
      const [hold, converted] = [holdClaim(), holdClaim({ from: 11, to: 12 })];
      const booking = bookingClaim({ owner: converted.owner.id, from: 11, to: 12 });
      await claim(ledgerId, hold);
      await claim(ledgerId, converted);
      await claim(ledgerId, booking, [converted.owner.id]);
      for (const { owner } of [hold, hold, converted]) await open().ledgers.releaseHold(ledgerId, owner.id);
      expect(await idsIn(ledgerId)).toEqual([booking.id]);
    });
  });

  describe('settling and releasing', () => {
    it('touches the named claim alone, any number of times', async () => {
      const ledgerId = aLedger();
      const [one, two] = [bookingClaim(), bookingClaim({ from: 11, to: 12 })];
      await claim(ledgerId, one);
      await claim(ledgerId, two);
      for (let i = 0; i < 2; i++) await open().ledgers.settle(ledgerId, one.id);
      expect(await open().ledgers.claimsOf(ledgerId)).toEqual([{ ...one, settled: true, sweepAt: null }, two]);
      for (let i = 0; i < 2; i++) await open().ledgers.release(ledgerId, one.id);
      expect(await open().ledgers.claimsOf(ledgerId)).toEqual([two]);
      expect(await claim(ledgerId, bookingClaim())).toBe(true);
    });

    it('ignores a claim or ledger that does not exist', async () => {
      const ledgerId = aLedger();
      const { ledgers } = open();
      for (const write of [ledgers.settle, ledgers.release, ledgers.releaseHold]) await write(ledgerId, anId());
      expect(await ledgers.extendHold(ledgerId, anId(), now)).toBe(false);
      expect(await ledgers.claimsOf(ledgerId)).toEqual([]);
    });

    it('loses nothing that is claimed at the same moment', async () => {
      const ledgerId = aLedger();
      const there = times(10, (i) => bookingClaim({ from: i, to: i + 1 }));
      for (const each of there) await claim(ledgerId, each);
      const added = times(10, (i) => bookingClaim({ from: 12 + i, to: 13 + i }));
      await Promise.all([
        ...there.map(({ id }, i) =>
          i % 2 ? open().ledgers.settle(ledgerId, id) : open().ledgers.release(ledgerId, id),
        ),
        ...added.map((each) => claim(ledgerId, each)),
      ]);
      const settled = new Map((await open().ledgers.claimsOf(ledgerId)).map((each) => [each.id, each.settled]));
      const expected = [
        ...there.filter((_, i) => i % 2).map(({ id }) => [id, true] as const),
        ...added.map(({ id }) => [id, false] as const),
      ];
      expect(settled).toEqual(new Map(expected));
    });
  });

  describe('what the sweeper has to look at', () => {
    const dueIn = async (ledgerIds: readonly string[], realNow: Instant) =>
      (await open().ledgers.due(realNow, 1000)).filter(({ id }) => ledgerIds.includes(id));

    it('returns what is unsettled and due, the longest first, and with its scope', async () => {
      const [early, late] = [aLedger(), aLedger()];
      const [first, second, third] = [0, 1, 2].map((minutes) =>
        bookingClaim({ from: minutes, to: minutes + 1, claimedAt: plus(now, minutes * MINUTE) }),
      );
      await claim(late, second!);
      await claim(early, first!);
      await claim(early, third!);
      expect(await dueIn([early, late], second!.sweepAt!)).toEqual([
        { ...scope, id: early, claims: [first] },
        { ...scope, id: late, claims: [second] },
      ]);
      expect(await dueIn([early, late], minus(first!.sweepAt!, 1))).toEqual([]);
    });

    it('returns no more than asked for', async () => {
      for (let i = 0; i < 3; i++) await claim(aLedger(), bookingClaim());
      expect(await open().ledgers.due(plus(now, DAY), 2)).toHaveLength(2);
    });

    it.each<[string, (ledgerId: string, claim: Claim) => Promise<unknown>]>([
      ['settled', (ledgerId, { id }) => open().ledgers.settle(ledgerId, id)],
      ['released', (ledgerId, { id }) => open().ledgers.release(ledgerId, id)],
    ])('skips what was %s', async (_, write) => {
      const ledgerId = aLedger();
      const [gone, stays] = [bookingClaim(), bookingClaim({ from: 11, to: 12, claimedAt: plus(now, MINUTE) })];
      await claim(ledgerId, gone);
      await claim(ledgerId, stays);
      await write(ledgerId, gone);
      expect(await dueIn([ledgerId], minus(stays.sweepAt!, 1))).toEqual([]);
      expect(await dueIn([ledgerId], stays.sweepAt!)).toEqual([{ ...scope, id: ledgerId, claims: [stays] }]);
      await write(ledgerId, stays);
      expect(await dueIn([ledgerId], plus(now, DAY))).toEqual([]);
    });

    it('returns a hold after a day, and a hold that was given up never', async () => {
      const ledgerId = aLedger();
      const hold = holdClaim();
      await claim(ledgerId, hold);
      await open().ledgers.extendHold(ledgerId, hold.owner.id, plus(now, 10 * MINUTE));
      expect(await dueIn([ledgerId], plus(now, DAY - 1))).toEqual([]);
      expect(await dueIn([ledgerId], plus(now, DAY))).toHaveLength(1);
      await open().ledgers.releaseHold(ledgerId, hold.owner.id);
      expect(await dueIn([ledgerId], plus(now, DAY))).toEqual([]);
    });

    it('returns a converted hold as soon as any booking', async () => {
      const ledgerId = aLedger();
      const [hold, booking] = [holdClaim(), bookingClaim()];
      await claim(ledgerId, hold);
      await claim(ledgerId, booking, [hold.owner.id]);
      expect(await dueIn([ledgerId], booking.sweepAt!)).toEqual([{ ...scope, id: ledgerId, claims: [booking] }]);
    });
  });

  describe('one read of a coach', () => {
    it('finds the head, the places, and the claims of the days asked for, each once and by start', async () => {
      const { ledgers, coaches } = open();
      const head = aHead();
      const [one, two] = [dayLedger(head.id, day), dayLedger(head.id, '2098-06-03')];
      const [late, overMidnight, early] = [
        bookingClaim({ from: 30, to: 31 }),
        bookingClaim({ from: 23, to: 25 }),
        holdClaim({ from: 8, to: 9 }),
      ];
      await coaches.insert(head);
      for (const [ledgerId, each] of [
        [two, late],
        [one, overMidnight],
        [two, overMidnight],
        [one, early],
      ] as const)
        await claim(ledgerId, each);
      await claim(dayLedger(head.id, '2098-06-04'), bookingClaim({ from: 50, to: 51 }));
      await ledgers.claimPlace(scope, placesLedger(head.id), { ...bookingClaim(), id: 'p' }, { capacity: 3 }, { now });
      const read = await ledgers.read(head.id, [day, '2098-06-03', '2098-06-05']);
      expect(read.head).toEqual(head);
      expect(read.claims).toEqual([early, overMidnight, late]);
      expect(read.places).toMatchObject([{ id: 'p', place: 1 }]);
    });

    it('R28 finds the busy time of other calendars with the head, which its writers do not touch', async () => {
      const { ledgers, coaches } = open();
      const head = aHead();
      await coaches.insert(head);
      expect(await ledgers.outsideOf(head.id)).toBeNull();
      const busy = packRanges([{ start: at(9), end: at(10) }]);
      const first = {
        revision: 1,
        sources: [{ id: anId(), policy: 'keep_last_good', staleAt: at(24), busy }],
      } as const;
      expect(await ledgers.replaceOutside(scope, head.id, first)).toBe(true);
      expect(await ledgers.replaceOutside(scope, head.id, { revision: 1, sources: [] })).toBe(false);
      expect(await ledgers.replaceOutside(scope, head.id, { revision: 3, sources: [] })).toBe(false);
      expect((await ledgers.read(head.id, [day])).head).toEqual({ ...head, outside: first });
      expect(await ledgers.outsideOf(head.id)).toEqual(first);
      expect(await coaches.byId(head.id)).toEqual(head);
      const read = (await ledgers.read(head.id, [])).head!;
      expect(await coaches.replace({ ...read, name: 'Renamed', version: 2 }, 1)).toBe('replaced');
      expect(await ledgers.replaceOutside(scope, head.id, { revision: 2, sources: [] })).toBe(true);
      const after = { ...head, name: 'Renamed', version: 2, outside: { revision: 2, sources: [] } };
      expect((await ledgers.read(head.id, [])).head).toEqual(after);
    });

    it('R28 writes that busy time for one of two at the same moment', async () => {
      const { ledgers } = open();
      const coachId = anId();
      const written = [1, 2].map(() => ledgers.replaceOutside(scope, coachId, { revision: 1, sources: [] }));
      expect((await Promise.all(written)).sort()).toEqual([false, true]);
    });

    it('finds nothing of a coach that is not there', async () => {
      expect(await open().ledgers.read(anId(), [day])).toEqual({ head: null, claims: [], places: [] });
    });

    it('takes no head for a ledger', async () => {
      const head = aHead();
      await open().coaches.insert(head);
      await open().ledgers.release(headLedger(head.id), anId());
      expect((await open().ledgers.due(at(24), 1000)).map(({ id }) => id)).not.toContain(headLedger(head.id));
      expect(await open().coaches.byId(head.id)).toEqual(head);
    });
  });
}
