import { currencyDigits } from '@coach-booking/sdk';
import { utcOf } from '@coach-booking/time/dates';
import type { PlainDate } from '@coach-booking/elements/internal/dates/plain-date';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';

/** The formats of the page. */
export interface AdminFormat {
  /** BCP 47. */
  readonly language: string;
  readonly timeZone: string;
  /** Writes an instant as `Apr 14, 2026, 9:00 AM`. */
  moment(instant: string): string;
  /** Writes an instant as `Apr 14, 2026`. */
  day(instant: string): string;
  /** Writes a plain date as `Apr 14, 2026`. */
  date(date: PlainDate): string;
  /** Writes an instant as `9:00 AM`. */
  time(instant: string): string;
  number(value: number): string;
  /** Writes a number with `centimeter`, `kilogram`, `minute`. */
  unit(value: number, unit: string): string;
  money(price: { readonly amount: number; readonly currency: string }): string;
}

/** Returns the formats of a language and of the zone in which instants are shown. */
export function adminFormat(language: string, timeZone: string): AdminFormat {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  const moment = format({ dateStyle: 'medium', timeStyle: 'short' });
  const day = format({ dateStyle: 'medium' });
  const time = format({ timeStyle: 'short' });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return {
    language,
    timeZone,
    moment: (instant) => moment.format(wallDate(instant, timeZone)),
    day: (instant) => day.format(wallDate(instant, timeZone)),
    date: (plain) => day.format(utcOf(plain)),
    time: (instant) => time.format(wallDate(instant, timeZone)),
    number: (value) => number.format(value),
    unit: (value, unit) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value),
    money({ amount, currency }) {
      const digits = currencyDigits(currency);
      const value = amount / 10 ** digits;
      const shown = value % 1 ? digits : 0;
      const options = {
        style: 'currency',
        currency,
        minimumFractionDigits: shown,
        maximumFractionDigits: shown,
      } as const;
      return new Intl.NumberFormat(language, options).format(value);
    },
  };
}
