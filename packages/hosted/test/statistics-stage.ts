import type { Conversion, RecoveryFunnel, Reliability, Stats, StatisticsCalls } from '../src/desk/statistics/calls.ts';

const answered = <T>(value: T): Promise<T> => Promise.resolve(value);

const period = { from: '2028-03-16', to: '2028-04-14', days: 30, timeZone: 'America/New_York' };

export const stats: Stats = {
  period,
  summary: {
    ...{ total: 45, completed: 33, cancelled: 4, expired: 1, noShow: 3, upcoming: 4 },
    ...{ completionRate: 73.3, cancellationRate: 8.9, noShowRate: 6.7 },
  },
  byStatus: [
    { status: 'completed', count: 33, percentage: 73.3 },
    { status: 'cancelled', count: 5, percentage: 11.1 },
    { status: 'confirmed', count: 4, percentage: 8.9 },
    { status: 'no_show', count: 3, percentage: 6.7 },
  ],
  byType: [
    { type: 'online', count: 41, percentage: 91.1 },
    { type: 'in_person', count: 4, percentage: 8.9 },
  ],
  byDuration: [
    { duration: 30, count: 15, percentage: 33.3 },
    { duration: 60, count: 25, percentage: 55.6 },
    { duration: 90, count: 5, percentage: 11.1 },
  ],
  byHour: [
    { dayOfWeek: 1, hour: 7, count: 3 },
    { dayOfWeek: 1, hour: 18, count: 6 },
    { dayOfWeek: 2, hour: 9, count: 4 },
    { dayOfWeek: 2, hour: 14, count: 12 },
    { dayOfWeek: 3, hour: 18, count: 8 },
    { dayOfWeek: 4, hour: 12, count: 2 },
    { dayOfWeek: 5, hour: 16, count: 9 },
    { dayOfWeek: 6, hour: 10, count: 1 },
  ],
  utilisation: { openMinutes: 9600, bookedMinutes: 2460, rate: 25.6 },
  trends: { weeklyAverage: 10.5, growth: 15.4, busiestDay: 2, busiestHour: 14, daysAhead: 3.2 },
  revenue: {
    ...{ currency: 'EUR', total: 225_000, average: 5000, completed: 165_000, lost: 35_000, discount: 4000 },
    byCurrency: [{ currency: 'EUR', total: 225_000, average: 5000, completed: 165_000, lost: 35_000, discount: 4000 }],
  },
};

type Row = Conversion['rows'][number];
const row = (key: string, views: number, chosen: number, bookings: number, name?: string): Row => {
  const rate = (part: number) => (views === 0 ? null : Math.min(100, Math.round((part * 1000) / views) / 10));
  const figures = { views, chosen, bookings, chosenRate: rate(chosen), rate: rate(bookings) };
  return { key, ...figures, ...(name !== undefined && { name }) };
};
const { key: _key, ...total } = row('', 320, 58, 41);

const rows: Readonly<Record<Conversion['groupBy'], readonly Row[]>> = {
  service: [
    row('s1', 210, 40, 30, 'Personal training, 60 minutes'),
    row('s2', 120, 18, 10, 'First call'),
    row('s3', 8, 0, 1),
  ],
  source: [
    row('direct', 200, 30, 22),
    row('newsletter', 80, 18, 12),
    row('instagram.com', 30, 8, 6),
    row('=sum(1)', 10, 2, 1),
    row('other', 0, 0, 0),
  ],
  coach: [row('c1', 320, 58, 41, 'Coach A'), row('c2', 90, 10, 3, 'Coach B')],
  day: Array.from({ length: 30 }, (_, n) => {
    const date = new Date(Date.UTC(2028, 2, 16 + n)).toISOString().slice(0, 10);
    return row(date, 4 + ((n * 7) % 15), 2, n % 4 === 0 ? 0 : 1 + (n % 3));
  }).filter((_, n) => n % 9 !== 5),
};

export const recovery: RecoveryFunnel = {
  period,
  ...{ captured: 40, abandoned: 24, sent: 18, recovered: 6, withdrawn: 1 },
  ...{ abandonmentRate: 60, recoveryRate: 25 },
};

const seen: readonly (readonly [count: number, predicted: number, observed: number])[] = [
  [840, 0.0712, 0.0833],
  [310, 0.1398, 0.1452],
  [120, 0.25, 0.19],
  [40, 0.34, 0.41],
];
export const reliability: Reliability = {
  bins: Array.from({ length: 10 }, (_, n) => {
    const bin = { from: n / 10, to: (n + 1) / 10 };
    const [count, predicted, observed] = seen[n] ?? [0, null, null];
    return { ...bin, count, predicted, observed };
  }),
  ...{ brier: 0.0879, calibrationError: 0.0173, observations: 1310, scaled: true },
  calibratedAt: '2028-04-13T03:00:00Z',
};

const ZERO: Conversion['total'] = { views: 0, chosen: 0, bookings: 0, chosenRate: null, rate: null };
const conversion = (groupBy: Conversion['groupBy'], isEmpty = false): Conversion => ({
  period,
  groupBy,
  total: isEmpty ? ZERO : total,
  rows: isEmpty ? [] : [...rows[groupBy]],
});

/** The calls of the page of statistics, with figures or without any. */
export function statisticsCalls(change: Partial<StatisticsCalls> = {}, isEmpty = false): StatisticsCalls {
  const { byStatus: _status, byType: _type, byDuration: _duration, ...rest } = stats;
  const nothing: Stats = {
    ...rest,
    byStatus: [],
    byType: [],
    byDuration: [],
    summary: {
      ...{ total: 0, completed: 0, cancelled: 0, expired: 0, noShow: 0, upcoming: 0 },
      ...{ completionRate: 0, cancellationRate: 0, noShowRate: 0 },
    },
    trends: { weeklyAverage: 0, growth: null, busiestDay: null, busiestHour: null, daysAhead: null },
    revenue: { ...stats.revenue, total: 0, completed: 0, lost: 0, discount: 0, average: 0, byCurrency: [] },
  };
  const zeros = { captured: 0, abandoned: 0, sent: 0, recovered: 0, withdrawn: 0 };
  const unseen = { brier: null, calibrationError: null, observations: 0, scaled: false };
  const bins = reliability.bins.map(({ from, to }) => ({ from, to, count: 0, predicted: null, observed: null }));
  return {
    getStats: () => answered(isEmpty ? nothing : stats),
    getConversion: (({ groupBy = 'service' }: { groupBy?: Conversion['groupBy'] }) =>
      answered(conversion(groupBy, isEmpty))) as StatisticsCalls['getConversion'],
    getPartnerConversion: () => answered(conversion('coach', isEmpty)),
    getRecoveryFunnel: () =>
      answered(isEmpty ? { ...recovery, ...zeros, abandonmentRate: null, recoveryRate: null } : recovery),
    getReliability: () => answered(isEmpty ? { ...reliability, ...unseen, bins } : reliability),
    ...change,
  };
}
