import { describe, expect, it } from 'vitest';
import type { FunnelCountsStore, FunnelQuery } from '../../src/application/ports/funnel-counts.ts';
import { NOTHING_COUNTED, type FunnelGroup, type FunnelPlace } from '../../src/domain/funnel/funnel-counts.ts';
import { MOST_SOURCES, OTHER } from '../../src/domain/funnel/source.ts';
import { anId, day, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function funnelCountsSuite(open: () => FunnelCountsStore): void {
  const fresh = () => ({ ...scope, partnerId: anId() });
  const place = (change: Partial<FunnelPlace> = {}): FunnelPlace => ({
    coachId: anId(),
    day,
    serviceId: null,
    source: 'letter',
    ...change,
  });
  const sums = async (of: typeof scope, by: FunnelGroup, change: Partial<FunnelQuery> = {}) =>
    [...(await open().sums({ ...of, from: day, to: day, by, ...change }))].sort((a, b) => (a.key < b.key ? -1 : 1));
  const counted = (counts: object) => ({ ...NOTHING_COUNTED, ...counts });

  describe('counts of the way to a booking', () => {
    it('adds counts, and sums them by service, source, coach, day and in all', async () => {
      const [of, coachId, service] = [fresh(), anId(), anId()];
      const [visit, seen] = [place({ coachId }), place({ coachId, serviceId: service })];
      await open().add(of, visit, { visits: 1 });
      await open().add(of, visit, { visits: 1 });
      await open().add(of, seen, { viewed: 1, chosen: 1 });
      await open().add(of, { ...seen, day: '2098-06-03', source: 'direct' }, { booked: 1 });
      const to = '2098-06-03' as const;
      const mine = { coachId, to };
      const [one, two] = [{ visits: 2, viewed: 1, chosen: 1 }, { booked: 1 }];
      expect(await sums(of, null, mine)).toEqual([{ key: '', counts: counted({ ...one, ...two }) }]);
      expect(await sums(of, 'coach', { to })).toEqual([{ key: coachId, counts: counted({ ...one, ...two }) }]);
      expect(await sums(of, 'source', mine)).toEqual([
        { key: 'direct', counts: counted(two) },
        { key: 'letter', counts: counted(one) },
      ]);
      expect(await sums(of, 'day', mine)).toEqual([
        { key: day, counts: counted(one) },
        { key: to, counts: counted(two) },
      ]);
      expect(await sums(of, 'service', mine)).toEqual([
        { key: '', coachId, counts: counted({ visits: 2 }) },
        { key: service, coachId, counts: counted({ viewed: 1, chosen: 1, booked: 1 }) },
      ]);
      expect(await sums(of, null, { coachId })).toEqual([{ key: '', counts: counted(one) }]);
    });

    it('sums a year, and coaches of one partner and mode alone', async () => {
      const [of, other] = [fresh(), fresh()];
      const dates = ['2098-01-01', '2098-01-28', '2098-01-29', '2098-12-31'] as const;
      for (const date of dates) await open().add(of, place({ day: date }), { visits: 1 });
      await open().add(other, place({ day: '2098-01-01' }), { visits: 5 });
      await open().add({ ...of, mode: 'live' }, place({ day: '2098-01-01' }), { visits: 5 });
      const year = { from: '2098-01-01', to: '2098-12-31' } as const;
      expect(await sums(of, null, year)).toEqual([{ key: '', counts: counted({ visits: 4 }) }]);
      expect(await sums(of, 'coach', year)).toHaveLength(4);
      expect(await sums(of, 'source', year)).toEqual([{ key: 'letter', counts: counted({ visits: 4 }) }]);
      expect(await sums(of, null, { from: '2098-02-01', to: '2098-02-02' })).toEqual([]);
    });

    it(`tells ${MOST_SOURCES} sources of a coach’s day apart, and counts the rest as one`, async () => {
      const [of, coachId] = [fresh(), anId()];
      for (let n = 0; n < MOST_SOURCES + 5; n++)
        await open().add(of, place({ coachId, source: `s${n}` }), { visits: 1 });
      await open().add(of, place({ coachId, source: 's0' }), { visits: 1 });
      await open().add(of, place({ coachId, source: 's0', serviceId: anId() }), { viewed: 1 });
      const found = await sums(of, 'source', { coachId });
      expect(found).toHaveLength(MOST_SOURCES + 1);
      expect(found.find(({ key }) => key === OTHER)!.counts.visits).toBe(5);
      expect(found.find(({ key }) => key === 's0')!.counts).toMatchObject({ visits: 2, viewed: 1 });
    });

    it('takes a booking from its source, and the source away by which nobody else booked on that day', async () => {
      const [of, coachId, serviceId] = [fresh(), anId(), anId()];
      const [visit, seen] = [place({ coachId }), place({ coachId, serviceId })];
      const before = place({ coachId, day: '2098-06-01' });
      for (const each of [visit, before]) await open().add(of, each, { visits: 2 });
      await open().add(of, seen, { viewed: 2, chosen: 2, booked: 2 });
      await open().forgetBooking(of, seen);
      expect(await sums(of, 'source', { coachId })).toEqual([
        { key: 'letter', counts: counted({ visits: 2, viewed: 2, chosen: 2, booked: 1 }) },
        { key: OTHER, counts: counted({ booked: 1 }) },
      ]);
      await open().forgetBooking(of, seen);
      await open().forgetBooking(of, seen);
      expect(await sums(of, 'source', { coachId })).toEqual([
        { key: OTHER, counts: counted({ visits: 2, viewed: 2, chosen: 2, booked: 2 }) },
      ]);
      expect(await sums(of, 'source', { coachId, from: '2098-06-01', to: '2098-06-01' })).toMatchObject([
        { key: 'letter' },
      ]);
    });

    it('misses no count of those added at once', async () => {
      const [of, at] = [fresh(), place()];
      await Promise.all(Array.from({ length: 20 }, () => open().add(of, at, { visits: 1 })));
      expect((await sums(of, null, { coachId: at.coachId }))[0]!.counts.visits).toBe(20);
    });
  });
}
