import fc from 'fast-check';
import { plus } from '@coach-booking/time/instant';
import { plainDate } from '@coach-booking/time/plain-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../../memory/stores.ts';
import { aBooking, anId, at, scope } from '../../../../test/stores/fixtures.ts';
import type { Booking } from '../../../domain/booking/booking.ts';
import { STATUSES, isActive } from '../../../domain/booking/status.ts';
import { foldStats } from '../../../domain/stats/fold.ts';
import type { Weekday } from '@coach-booking/time/plain-date';
import { DAY, HOUR } from '@coach-booking/time/units';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

const DAYS = 4;
const period = { before: at(-24 * DAYS), from: at(0), to: at(24 * DAYS), now: at(50) };

const booking = fc
  .record({
    start: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: -130, max: 110 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    status: fc.constantFrom(...STATUSES),
    isExpired: fc.boolean(),
    locationKind: fc.constantFrom('online' as const, 'in_person' as const),
    duration: fc.constantFrom(30, 60, 90),
    amount: fc.integer({ min: 0, max: 900 }),
    currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY', null),
    hoursAhead: fc.integer({ min: -5, max: 200 }),
  })
  .map(({ start, status, isExpired, amount, currency, hoursAhead, ...kept }) => (coachId: string): Booking => {
    const given = { coachId, status, ...kept, ...(status === 'cancelled' && isExpired && { isExpired }) };
    const { time: _time, price: _price, ...bare } = aBooking(given);
    const rest =
      currency === null
        ? bare
        : { ...bare, price: { amount, currency }, discount: { list: amount + 7, discount: 7, code: 'CDFHJKMN' } };
    if (start === null) return rest;
    // The wall of a zone five hours behind: not the weekday and hour that the store could make of the instant.
    const wall = new Date(at(start) - 5 * HOUR);
    const local = {
      date: plainDate(wall.toISOString().slice(0, 10)),
      hour: wall.getUTCHours(),
      weekday: wall.getUTCDay() as Weekday,
    };
    return {
      ...rest,
      createdAt: at(start - hoursAhead),
      time: { start: at(start), end: plus(at(start), HOUR), local },
    };
  });

type Timed = Booking & { time: NonNullable<Booking['time']> };
const round = (value: number) => Math.round(value * 10) / 10;

/** Computes the same figures booking by booking, without the groups of the fold. */
const bruteForce = (all: readonly Booking[]) => {
  const timed = all.filter((each): each is Timed => each.time !== undefined);
  const mine = timed
    .filter(({ time }) => time.start >= period.from && time.start < period.to)
    .map((each): Timed => {
      const hasExpired = each.status === 'pending' && each.time.start <= period.now;
      return hasExpired ? { ...each, status: 'cancelled', isExpired: true } : each;
    });
  const earlier = timed.filter(({ time }) => time.start >= period.before && time.start < period.from).length;
  const n = mine.length;
  const share = (count: number) => (n === 0 ? 0 : Math.round((count * 1000) / n) / 10);
  const expired = mine.filter(({ isExpired }) => isExpired).length;
  const of = (status: string) => mine.filter((each) => each.status === status).length;
  const mostFrequent = (values: readonly number[], candidates: number) => {
    let best: number | null = null;
    for (let value = candidates - 1; value >= 0; value--) {
      const count = values.filter((each) => each === value).length;
      if (count > 0 && (best === null || count >= values.filter((each) => each === best).length)) best = value;
    }
    return best;
  };
  const cents = (bookings: readonly Booking[]) => bookings.reduce((sum, { price }) => sum + (price?.amount ?? 0), 0);
  const money = (currency: string) => {
    const own = mine.filter(({ price }) => price?.currency === currency);
    return {
      currency,
      total: cents(own),
      average: round(cents(own) / own.length),
      completed: cents(own.filter(({ status }) => status === 'completed')),
      lost: cents(own.filter(({ status }) => status === 'cancelled' || status === 'no_show')),
      discount: own.length * 7,
    };
  };
  return {
    summary: {
      total: n,
      completed: of('completed'),
      cancelled: of('cancelled') - expired,
      expired,
      noShow: of('no_show'),
      upcoming: mine.filter(({ status, time }) => isActive(status) && time.start > period.now).length,
      completionRate: share(of('completed')),
      cancellationRate: share(of('cancelled') - expired),
      noShowRate: share(of('no_show')),
    },
    byStatus: STATUSES.filter((status) => of(status) > 0).map((status) => [status, of(status), share(of(status))]),
    byDuration: [30, 60, 90].flatMap((length) => {
      const count = mine.filter(({ duration }) => duration === length).length;
      return count > 0 ? [[length, count, share(count)]] : [];
    }),
    trends: {
      weeklyAverage: round((n * 7) / DAYS),
      growth: earlier === 0 ? null : Math.round(((n - earlier) * 1000) / earlier) / 10,
      busiestDay: mostFrequent(
        mine.map(({ time }) => time.local.weekday),
        7,
      ),
      busiestHour: mostFrequent(
        mine.map(({ time }) => time.local.hour),
        24,
      ),
      daysAhead:
        n === 0 ? null : round(mine.reduce((sum, { time, createdAt }) => sum + time.start - createdAt, 0) / n / DAY),
    },
    currencies: [...new Set(mine.flatMap(({ price }) => (price ? [price.currency] : [])))].sort().map(money),
  };
};

describe('statistics of the store and of memory', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  it('equals a count by hand, for any bookings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(booking, { maxLength: 30 }), async (made) => {
        const coachId = anId();
        const all = made.map((make) => make(coachId));
        const expected = bruteForce(all);
        for (const { bookings } of [store.stores, createMemoryStores()]) {
          await Promise.all(all.map((each) => bookings.insert(each)));
          const tally = await bookings.tally({ ...scope, coachId, ...period });
          const { summary, byStatus, byType, byDuration, trends, revenue } = foldStats(tally, DAYS, 'EUR');
          expect({ summary, trends }).toEqual({ summary: expected.summary, trends: expected.trends });
          expect(byStatus.map(({ key, count, percentage }) => [key, count, percentage])).toEqual(
            expect.arrayContaining(expected.byStatus),
          );
          expect(byStatus).toHaveLength(expected.byStatus.length);
          expect(byDuration.map(({ key, count, percentage }) => [key, count, percentage])).toEqual(expected.byDuration);
          expect(byType.reduce((sum, { count }) => sum + count, 0)).toBe(expected.summary.total);
          expect([...revenue.byCurrency].sort((a, b) => (a.currency < b.currency ? -1 : 1))).toEqual(
            expected.currencies,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
