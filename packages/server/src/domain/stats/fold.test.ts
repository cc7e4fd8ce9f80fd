import { describe, expect, it } from 'vitest';
import { DAY } from '@coach-booking/time/units';
import { foldStats, utilisationOf } from './fold.ts';
import type { BookingGroup } from './tally.ts';

const group = (given: Partial<BookingGroup> = {}): BookingGroup => ({
  status: 'completed',
  isExpired: false,
  locationKind: 'online',
  duration: 60,
  weekday: 2,
  hour: 14,
  currency: 'EUR',
  isAhead: false,
  count: 1,
  amount: 5000,
  discount: 0,
  ahead: DAY,
  ...given,
});
const stats = (groups: readonly BookingGroup[], before = 0, days = 30) => foldStats({ groups, before }, days, 'NPR');

describe('the statistics of a period', () => {
  it('returns the statistics of the requirement’s example', () => {
    const { summary, byStatus, byType, byDuration, trends, revenue } = stats(
      [
        group({ count: 38, amount: 190_000, duration: 60 }),
        group({ status: 'cancelled', count: 4, amount: 20_000, duration: 30, locationKind: 'in_person' }),
        group({ status: 'no_show', count: 3, amount: 15_000, duration: 30, weekday: 5 }),
      ],
      39,
    );
    expect(summary).toMatchObject({ total: 45, completionRate: 84.4, cancellationRate: 8.9, noShowRate: 6.7 });
    expect(byStatus).toEqual([
      { key: 'completed', count: 38, percentage: 84.4 },
      { key: 'cancelled', count: 4, percentage: 8.9 },
      { key: 'no_show', count: 3, percentage: 6.7 },
    ]);
    expect(byType.map(({ key, count }) => [key, count])).toEqual([
      ['online', 41],
      ['in_person', 4],
    ]);
    expect(byDuration.map(({ key, count }) => [key, count])).toEqual([
      [30, 7],
      [60, 38],
    ]);
    expect(trends).toMatchObject({ weeklyAverage: 10.5, growth: 15.4, busiestDay: 2, busiestHour: 14 });
    const eur = { currency: 'EUR', total: 225_000, average: 5000, completed: 190_000, lost: 35_000, discount: 0 };
    expect(revenue).toEqual({ ...eur, byCurrency: [eur] });
  });

  it('divides by all bookings, whatever became of them, and keeps one decimal', () => {
    const { summary } = stats([group({ count: 1 }), group({ status: 'confirmed', isAhead: true, count: 15 })]);
    expect(summary).toMatchObject({ completionRate: 6.3, cancellationRate: 0, upcoming: 15 });
  });

  it('counts the hours of the week, from Sunday, and leaves out those without a booking', () => {
    const { byHour } = stats([
      group({ weekday: 2, hour: 14, count: 2 }),
      group({ weekday: 0, hour: 23 }),
      group({ weekday: 2, hour: 14, status: 'cancelled' }),
    ]);
    expect(byHour).toEqual([
      { dayOfWeek: 0, hour: 23, count: 1 },
      { dayOfWeek: 2, hour: 14, count: 3 },
    ]);
  });

  it.each([
    [[group({ count: 3 })], 600, { openMinutes: 600, bookedMinutes: 180, rate: 30 }],
    [
      [group({ status: 'cancelled' }), group({ status: 'no_show', duration: 90 })],
      600,
      { bookedMinutes: 90, rate: 15 },
    ],
    [[group({ count: 2 })], 60, { bookedMinutes: 120, rate: 200 }],
    [[group()], 0, { bookedMinutes: 60, rate: null }],
    [[], 600, { bookedMinutes: 0, rate: 0 }],
  ])('compares what is booked with what was open, %#', (groups, open, expected) => {
    expect(utilisationOf(groups, open)).toMatchObject(expected);
  });

  it('R25 counts requests that expired separately from the cancellation rate', () => {
    const { summary, byStatus } = stats([
      group({ count: 2 }),
      group({ status: 'cancelled' }),
      group({ status: 'cancelled', isExpired: true, count: 2 }),
    ]);
    expect(summary).toMatchObject({ total: 5, cancelled: 1, expired: 2, cancellationRate: 20 });
    expect(byStatus[0]).toEqual({ key: 'cancelled', count: 3, percentage: 60 });
  });

  it('counts as to come only what is active and has not begun', () => {
    const { summary } = stats([
      group({ status: 'confirmed', isAhead: true, count: 2 }),
      group({ status: 'pending', isAhead: true }),
      group({ status: 'in_progress' }),
      group({ status: 'cancelled', isAhead: true }),
    ]);
    expect(summary).toMatchObject({ total: 5, upcoming: 3, cancelled: 1 });
  });

  it('returns zeros and nulls of nothing, in the coach’s currency', () => {
    const { summary, trends, revenue, byStatus } = stats([], 0);
    expect(summary).toEqual({
      ...{ total: 0, completed: 0, cancelled: 0, expired: 0, noShow: 0, upcoming: 0 },
      ...{ completionRate: 0, cancellationRate: 0, noShowRate: 0 },
    });
    expect(trends).toEqual({ weeklyAverage: 0, growth: null, busiestDay: null, busiestHour: null, daysAhead: null });
    expect(revenue).toEqual({
      currency: 'NPR',
      total: 0,
      average: 0,
      completed: 0,
      lost: 0,
      discount: 0,
      byCurrency: [],
    });
    expect(byStatus).toEqual([]);
    expect(stats([], 4).trends.growth).toBe(-100);
  });

  it('names the earliest of days and hours that are equally busy', () => {
    const { trends } = stats([
      group({ weekday: 4, hour: 9 }),
      group({ weekday: 0, hour: 17 }),
      group({ weekday: 6, hour: 8 }),
    ]);
    expect(trends).toMatchObject({ busiestDay: 0, busiestHour: 8 });
    const tied = stats([
      group({ weekday: 4, hour: 9 }),
      group({ weekday: 4, hour: 8 }),
      group({ weekday: 1, hour: 8 }),
    ]);
    expect(tied.trends).toMatchObject({ busiestDay: 4, busiestHour: 8 });
  });

  it('adds up no cents of two currencies', () => {
    const { revenue } = stats([
      group({ currency: 'USD', amount: 100 }),
      group({ currency: 'EUR', count: 3, amount: 1000 }),
      group({ currency: 'USD', status: 'no_show', amount: 50 }),
      group({ currency: 'CHF', count: 2, amount: 7 }),
    ]);
    expect(revenue).toMatchObject({ currency: 'EUR', total: 1000, average: 333.3, completed: 1000, lost: 0 });
    expect(revenue.byCurrency.map(({ currency, total, lost }) => [currency, total, lost])).toEqual([
      ['EUR', 1000, 0],
      ['CHF', 7, 0],
      ['USD', 150, 50],
    ]);
  });

  it('adds up apart what codes took off, of each currency', () => {
    const { revenue } = stats([
      group({ count: 2, amount: 8000, discount: 2000 }),
      group({ status: 'no_show', amount: 4500, discount: 500 }),
      group({ currency: 'USD', amount: 100, discount: 25 }),
    ]);
    expect(revenue).toMatchObject({ currency: 'EUR', total: 12_500, completed: 8000, lost: 4500, discount: 2500 });
    expect(revenue.byCurrency.map(({ discount }) => discount)).toEqual([2500, 25]);
  });

  it('returns the mean of days ahead, which is negative for what was noted afterwards', () => {
    expect(stats([group({ count: 2, ahead: 5 * DAY }), group({ ahead: 0 })]).trends.daysAhead).toBe(1.7);
    expect(stats([group({ ahead: -DAY })]).trends.daysAhead).toBe(-1);
  });
});
