import { STATUSES, isActive, type BookingStatus } from '../booking/status.ts';
import { DAY } from '@coach-booking/time/units';
import type { BookingGroup, Tally } from './tally.ts';

/**
 * The smallest unit of one currency; `lost` is of cancelled bookings and no-shows. `discount` is what codes took off,
 * which no other of these counts.
 */
export interface Revenue {
  readonly currency: string;
  readonly total: number;
  readonly average: number;
  readonly completed: number;
  readonly lost: number;
  readonly discount: number;
}

export interface Share<K> {
  readonly key: K;
  readonly count: number;
  /** Percent of all, one decimal. */
  readonly percentage: number;
}

const LOST: readonly BookingStatus[] = ['cancelled', 'no_show'];

/** Rounds to one decimal, half up. */
export function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Divides once, so that an exact half stays one. */
const percent = (count: number, of: number): number => (of === 0 ? 0 : Math.round((count * 1000) / of) / 10);

const total = (groups: readonly BookingGroup[], of: (group: BookingGroup) => number = ({ count }) => count): number =>
  groups.reduce((sum, group) => sum + of(group), 0);

const countsBy = <K>(groups: readonly BookingGroup[], keyOf: (group: BookingGroup) => K): Map<K, number> => {
  const counts = new Map<K, number>();
  for (const group of groups) counts.set(keyOf(group), (counts.get(keyOf(group)) ?? 0) + group.count);
  return counts;
};

const sharesBy = <K>(
  groups: readonly BookingGroup[],
  keyOf: (group: BookingGroup) => K,
  inOrder: (a: Share<K>, b: Share<K>) => number,
): Share<K>[] => {
  const all = total(groups);
  return [...countsBy(groups, keyOf)]
    .map(([key, count]) => ({ key, count, percentage: percent(count, all) }))
    .sort(inOrder);
};

/** Returns the key with the most bookings; of several the smallest. */
const busiest = (groups: readonly BookingGroup[], keyOf: (group: BookingGroup) => number): number | null => {
  const [first] = [...countsBy(groups, keyOf)].sort(([a, n], [b, m]) => m - n || a - b);
  return first ? first[0] : null;
};

/** Returns the bookings by the hour of the week in which they start, from Sunday. */
const byHour = (groups: readonly BookingGroup[]) =>
  [...countsBy(groups, ({ weekday, hour }) => weekday * 24 + hour)]
    .sort(([a], [b]) => a - b)
    .map(([key, count]) => ({ dayOfWeek: Math.floor(key / 24), hour: key % 24, count }));

/** Returns how much of the minutes that were open is booked: all that was not cancelled. Percent, one decimal. */
export function utilisationOf(groups: readonly BookingGroup[], openMinutes: number) {
  const kept = groups.filter(({ status }) => status !== 'cancelled');
  const bookedMinutes = total(kept, ({ count, duration }) => count * duration);
  return { openMinutes, bookedMinutes, rate: openMinutes === 0 ? null : percent(bookedMinutes, openMinutes) };
}

const revenueIn = (currency: string, groups: readonly BookingGroup[]): Revenue => {
  const own = groups.filter((group) => group.currency === currency);
  const amountOf = (wanted: (status: BookingStatus) => boolean) =>
    total(
      own.filter(({ status }) => wanted(status)),
      ({ amount }) => amount,
    );
  const all = amountOf(() => true);
  return {
    currency,
    total: all,
    average: own.length === 0 ? 0 : oneDecimal(all / total(own)),
    completed: amountOf((status) => status === 'completed'),
    lost: amountOf((status) => LOST.includes(status)),
    discount: total(own, ({ discount }) => discount),
  };
};

type PricedGroup = BookingGroup & { readonly currency: string };
const isPriced = (group: BookingGroup): group is PricedGroup => group.currency !== null;

/** Returns the revenues, the currency of most bookings first; of several the first by name. */
const revenues = (groups: readonly PricedGroup[]): Revenue[] =>
  sharesBy(
    groups,
    ({ currency }) => currency as string,
    (a, b) => b.count - a.count || (a.key < b.key ? -1 : 1),
  ).map(({ key }) => revenueIn(key, groups));

/**
 * Returns the statistics of a period of `days` days. Rates and shares divide by all bookings of the period, of every
 * status. Requests that expired are cancelled, but no part of the cancellation rate (R25). `currency` is used when
 * there is no booking.
 */
export function foldStats({ groups, before }: Tally, days: number, currency: string) {
  const all = total(groups);
  const countOf = (status: BookingStatus) => total(groups.filter((group) => group.status === status));
  const expired = total(groups.filter(({ isExpired }) => isExpired));
  const [completed, noShow] = [countOf('completed'), countOf('no_show')];
  const cancelled = countOf('cancelled') - expired;
  const byCurrency = revenues(groups.filter(isPriced));
  return {
    summary: {
      total: all,
      completed,
      cancelled,
      expired,
      noShow,
      upcoming: total(groups.filter(({ status, isAhead }) => isActive(status) && isAhead)),
      completionRate: percent(completed, all),
      cancellationRate: percent(cancelled, all),
      noShowRate: percent(noShow, all),
    },
    byStatus: sharesBy(
      groups,
      ({ status }) => status,
      (a, b) => b.count - a.count || STATUSES.indexOf(a.key) - STATUSES.indexOf(b.key),
    ),
    byType: sharesBy(
      groups,
      ({ locationKind }) => locationKind,
      (a, b) => b.count - a.count || (a.key < b.key ? 1 : -1),
    ),
    byDuration: sharesBy(
      groups,
      ({ duration }) => duration,
      (a, b) => a.key - b.key,
    ),
    byHour: byHour(groups),
    trends: {
      weeklyAverage: oneDecimal((all * 7) / days),
      growth: before === 0 ? null : percent(all - before, before),
      busiestDay: busiest(groups, ({ weekday }) => weekday),
      busiestHour: busiest(groups, ({ hour }) => hour),
      daysAhead: all === 0 ? null : oneDecimal(total(groups, ({ ahead }) => ahead) / all / DAY),
    },
    revenue: { ...(byCurrency[0] ?? revenueIn(currency, [])), byCurrency },
  };
}
