import { currencyDigits } from '@coach-booking/sdk';
import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { utcOf } from '@coach-booking/time/dates';

/** The formats of figures in a language. */
export interface StatisticsFormat {
  number(value: number): string;
  /** Writes 12.8 as `12.8%`. */
  percent(value: number): string;
  /** Writes 12.8 as `+12.8%`. */
  change(value: number): string;
  /** Writes a plain date as `Apr 14, 2026`. */
  date(date: string): string;
  /** Writes 0 as `Sunday`. */
  weekday(day: number): string;
  /** Writes 0 as `Sun`. */
  shortWeekday(day: number): string;
  /** Writes 14 as `2 PM`. */
  hour(hour: number): string;
  minutes(count: number): string;
  /** Writes an amount of the currency's smallest unit. */
  money(amount: number, currency: string): string;
}

/** A Sunday. */
const SUNDAY = Date.UTC(2026, 0, 4);
const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Returns the formats of a language. */
export function statisticsFormat(language: string): StatisticsFormat {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const change = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute' });
  const time = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  const [date, hour] = [time({ dateStyle: 'medium' }), time({ hour: 'numeric' })];
  const [weekday, shortWeekday] = [time({ weekday: 'long' }), time({ weekday: 'short' })];
  return {
    number: (value) => number.format(value),
    percent: (value) => isolated(percent.format(value / 100)),
    change: (value) => isolated(change.format(value / 100)),
    date: (value) => isolated(date.format(utcOf(value))),
    weekday: (day) => weekday.format(SUNDAY + day * DAY),
    shortWeekday: (day) => shortWeekday.format(SUNDAY + day * DAY),
    hour: (value) => isolated(hour.format(SUNDAY + value * HOUR)),
    minutes: (count) => isolated(minutes.format(count)),
    money: (amount, currency) =>
      isolated(
        new Intl.NumberFormat(language, { style: 'currency', currency }).format(
          amount / 10 ** currencyDigits(currency),
        ),
      ),
  };
}
