import { describe, expect, test } from 'vitest';
import { scratch, type Collection, type Row, type Uri } from './scratch.ts';

const minute = 60_000;
const at = (minutes: number) => new Date(Date.UTC(2026, 5, 1) + minutes * minute);

interface Span {
  id: string;
  start: number;
  end: number;
  before?: number;
  after?: number;
  expiresAt?: number;
}

function claimOf({ id, start, end, before = 0, after = 0, expiresAt }: Span): Row {
  return {
    ...{ id, owner: { kind: expiresAt === undefined ? 'booking' : 'hold', id: `owner-${id}` } },
    ...{ start: at(start), end: at(end), paddedStart: at(start - before), paddedEnd: at(end + after) },
    ...(expiresAt === undefined ? {} : { expiresAt: at(expiresAt) }),
    settled: false,
  };
}

/**
 * Writes one claim as the booking rules do: one write that refuses or appends, and clears expired holds that it
 * replaces.
 */
async function claim(ledgers: Collection, ledger: string, span: Span, now = 0): Promise<boolean> {
  const claim = claimOf(span) as Record<'start' | 'end' | 'paddedStart' | 'paddedEnd', Date> & {
    owner: { id: string };
  };
  const meets = [
    { paddedStart: { $lt: claim.end }, paddedEnd: { $gt: claim.start } },
    { start: { $lt: claim.paddedEnd }, end: { $gt: claim.paddedStart } },
  ];
  const free = {
    _id: ledger as never,
    claims: {
      $not: {
        $elemMatch: {
          'owner.id': { $ne: claim.owner.id },
          $and: [
            { $or: meets },
            { $or: [{ 'owner.kind': 'booking' }, { expiresAt: { $gt: at(now) } }, { expiresAt: null }] },
          ],
        },
      },
    },
  };
  const expired = {
    $and: [
      { $eq: ['$$c.owner.kind', 'hold'] },
      { $lte: [{ $ifNull: ['$$c.expiresAt', new Date(8640000000000000)] }, at(now)] },
      { $lt: ['$$c.paddedStart', claim.paddedEnd] },
      { $gt: ['$$c.paddedEnd', claim.paddedStart] },
    ],
  };
  const update = [
    {
      $set: {
        claims: {
          $concatArrays: [{ $filter: { input: '$claims', as: 'c', cond: { $not: [expired] } } }, [{ $literal: claim }]],
        },
      },
    },
  ];
  for (let attempt = 0; attempt < 2; attempt++) {
    const { matchedCount } = await ledgers.updateOne(free, update);
    if (matchedCount === 1) return true;
    if (attempt === 1) break;
    await ledgers
      .updateOne({ _id: ledger as never }, { $setOnInsert: { claims: [] } }, { upsert: true })
      .catch((error: { code?: number }) => {
        if (error.code !== 11000) throw error;
      });
  }
  return false;
}

/** Tests the one write by which no session is ever booked twice. */
export function claimBehaviour(uri: Uri): void {
  describe('claims', () => {
    const { collection } = scratch(uri);

    test('makes one claim of 50 parallel ones for one span', async () => {
      const ledgers = await collection();
      const made = await Promise.all(
        Array.from({ length: 50 }, (_, n) => claim(ledgers, 'c:2026-06-01', { id: `${n}`, start: 60, end: 120 })),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
      expect((await ledgers.findOne())?.['claims']).toHaveLength(1);
    });

    test('keeps claims of unlike lengths disjoint, and refuses only what overlaps one', async () => {
      const ledgers = await collection();
      const spans = Array.from({ length: 60 }, (_, n) => ({
        id: `${n}`,
        start: (n * 37) % 600,
        end: ((n * 37) % 600) + 15 + ((n * 13) % 4) * 15,
      }));
      const made = await Promise.all(spans.map((span) => claim(ledgers, 'c:2026-06-01', span)));
      const kept = spans.filter((_, n) => made[n]);
      const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
      for (const a of kept) for (const b of kept) if (a !== b) expect(meets(a, b)).toBe(false);
      for (const [n, span] of spans.entries())
        if (!made[n]) expect(kept.some((other) => meets(span, other))).toBe(true);
    });

    test('keeps the larger gap of two buffers, and lets claims touch', async () => {
      const ledgers = await collection();
      expect(await claim(ledgers, 'l', { id: 'a', start: 0, end: 60, after: 15 })).toBe(true);
      expect(await claim(ledgers, 'l', { id: 'b', start: 60, end: 90 })).toBe(false);
      expect(await claim(ledgers, 'l', { id: 'c', start: 75, end: 90, before: 15 })).toBe(true);
      expect(await claim(ledgers, 'l', { id: 'd', start: 90, end: 100 })).toBe(true);
    });

    test('replaces an expired hold and refuses a claim over a live one', async () => {
      const ledgers = await collection();
      expect(await claim(ledgers, 'l', { id: 'hold', start: 0, end: 60, expiresAt: 5 })).toBe(true);
      expect(await claim(ledgers, 'l', { id: 'a', start: 30, end: 90 }, 4)).toBe(false);
      expect(await claim(ledgers, 'l', { id: 'b', start: 30, end: 90 }, 6)).toBe(true);
      expect(((await ledgers.findOne())?.['claims'] as { id: string }[]).map(({ id }) => id)).toEqual(['b']);
    });

    test('turns a hold into a booking in one write, by its id', async () => {
      const ledgers = await collection();
      await claim(ledgers, 'l', { id: 'hold', start: 0, end: 60, expiresAt: 5 });
      const filter = { _id: 'l' as never, claims: { $elemMatch: { id: 'hold', 'owner.kind': 'hold' } } };
      const update = {
        $set: { 'claims.$.owner': { kind: 'booking', id: 'b1' } },
        $unset: { 'claims.$.expiresAt': '' },
      };
      expect(await ledgers.updateOne(filter, update)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
      expect(await ledgers.updateOne(filter, update)).toMatchObject({ matchedCount: 0 });
      expect((await ledgers.findOne())?.['claims']).toEqual([
        { ...claimOf({ id: 'hold', start: 0, end: 60 }), owner: { kind: 'booking', id: 'b1' } },
      ]);
    });

    test('settles and releases claims by their ids', async () => {
      const ledgers = await collection();
      for (const [n, id] of ['a', 'b', 'c'].entries())
        await claim(ledgers, 'l', { id, start: n * 60, end: n * 60 + 60 });
      await ledgers.updateOne(
        { _id: 'l' as never },
        { $set: { 'claims.$[c].settled': true } },
        { arrayFilters: [{ 'c.id': { $in: ['a', 'c'] } }] },
      );
      await ledgers.updateOne({ _id: 'l' as never }, { $pull: { claims: { id: 'b' } } } as never);
      const claims = (await ledgers.findOne())?.['claims'] as { id: string; settled: boolean }[];
      expect(claims.map(({ id, settled }) => [id, settled])).toEqual([
        ['a', true],
        ['c', true],
      ]);
    });
  });
}
