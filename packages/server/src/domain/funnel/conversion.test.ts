import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversionRows, conversionTotal, percentOf } from './conversion.ts';
import { FUNNEL_COUNTS, NOTHING_COUNTED, addedUp, joined, type FunnelCounts, type FunnelSum } from './funnel-counts.ts';
import { recoveryFunnel } from './recovery-funnel.ts';

const sum = (key: string, counts: Partial<FunnelCounts>): FunnelSum => ({
  key,
  counts: { ...NOTHING_COUNTED, ...counts },
});

describe('a rate', () => {
  it.each([
    [0, 0, null],
    [3, 0, null],
    [0, 7, 0],
    [1, 8, 12.5],
    [1, 3, 33.3],
    [1, 2000, 0.1],
    [7, 7, 100],
    [9, 7, 100],
  ])('returns of %i in %i %j', (part, whole, expected) => expect(percentOf(part, whole)).toBe(expected));
});

describe('the conversion of visits', () => {
  const bySource = [
    sum('direct', { visits: 100, viewed: 90, chosen: 20, booked: 10 }),
    sum('letter', { visits: 20, viewed: 20, chosen: 11, booked: 10 }),
    sum('empty', { captured: 3 }),
    sum('api', { booked: 1 }),
  ];

  it('divides by visits, and lists the most bookings first', () => {
    expect(conversionRows(bySource, 'source')).toEqual([
      { key: 'direct', views: 100, chosen: 20, bookings: 10, chosenRate: 20, rate: 10 },
      { key: 'letter', views: 20, chosen: 11, bookings: 10, chosenRate: 55, rate: 50 },
      { key: 'api', views: 0, chosen: 0, bookings: 1, chosenRate: null, rate: null },
    ]);
    expect(conversionTotal(bySource)).toEqual({ views: 120, chosen: 31, bookings: 21, chosenRate: 25.8, rate: 17.5 });
  });

  it('divides by service by the visits that saw its times, and leaves out those that saw none', () => {
    const sums = [
      sum('', { visits: 50 }),
      sum('call', { viewed: 40, booked: 4 }),
      sum('gym', { viewed: 20, booked: 1 }),
    ];
    expect(conversionRows(sums, 'service')).toMatchObject([
      { key: 'call', views: 40, rate: 10 },
      { key: 'gym', views: 20, rate: 5 },
    ]);
    expect(conversionTotal(sums)).toMatchObject({ views: 50, bookings: 5, rate: 10 });
  });

  it('lists days from the earliest on', () => {
    const days = ['2026-04-03', '2026-04-01', '2026-04-02'].map((day, n) => sum(day, { visits: 1, booked: n }));
    expect(conversionRows(days, 'day').map(({ key }) => key)).toEqual(['2026-04-01', '2026-04-02', '2026-04-03']);
  });

  const counts = fc.record(
    Object.fromEntries(FUNNEL_COUNTS.map((name) => [name, fc.nat(1000)])) as Record<
      keyof FunnelCounts,
      fc.Arbitrary<number>
    >,
  );
  const sums = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', ''), counts).map(([key, given]) => sum(key, given)),
    { maxLength: 12 },
  );

  it('never shows more than 100 percent, and shows null only without views', () => {
    fc.assert(
      fc.property(sums, fc.constantFrom('source', 'service', 'day', null), (given, by) => {
        for (const { views, rate, chosenRate } of conversionRows(joined(given), by))
          for (const each of [rate, chosenRate]) {
            if (views === 0) expect(each).toBeNull();
            else expect(each!).toBeLessThanOrEqual(100);
          }
      }),
    );
  });

  it('loses no count by joining sums of one key', () => {
    fc.assert(
      fc.property(sums, (given) => {
        const all = (some: readonly FunnelSum[]) =>
          some.reduce((total, each) => addedUp(total, each.counts), NOTHING_COUNTED);
        expect(all(joined(given))).toEqual(all(given));
        expect(new Set(joined(given).map(({ key }) => key)).size).toBe(joined(given).length);
      }),
    );
  });
});

describe('the funnel of recovery', () => {
  it('divides the recovered by the abandoned, and the abandoned by the captured', () => {
    const counts = { ...NOTHING_COUNTED, captured: 40, abandoned: 24, sent: 18, recovered: 6, withdrawn: 1 };
    const { visits, viewed, chosen, booked, ...own } = counts;
    expect([visits, viewed, chosen, booked]).toEqual([0, 0, 0, 0]);
    expect(recoveryFunnel(counts)).toEqual({ ...own, abandonmentRate: 60, recoveryRate: 25 });
    expect(recoveryFunnel(NOTHING_COUNTED)).toMatchObject({ captured: 0, abandonmentRate: null, recoveryRate: null });
  });
});
