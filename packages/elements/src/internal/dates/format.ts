import { currencyDigits, type Service } from '@coach-booking/sdk';
import { utcOf } from '@coach-booking/time/dates';
import type { PlainDate, PlainMonth } from './plain-date.ts';
import { wallDate } from './wall-date.ts';

/** The date formats of the widget; all in UTC, as which the local time of a zone is given. */
const kinds = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'short' },
  time: { timeStyle: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type Kind = keyof typeof kinds;

/** Writes dates, times, numbers and money by the rules of one language and one zone. */
export interface Formats {
  readonly language: string;
  readonly timeZone: string;
  /** Writes `Tuesday, April 11`. */
  day(date: PlainDate): string;
  /** Writes `April 2028`. */
  month(month: PlainMonth): string;
  /** Writes the weekday of a date as `Tue`. */
  weekday(date: PlainDate): string;
  /** Writes an instant as `9:30 AM`. */
  time(instant: string): string;
  /** Returns the local time of an instant (text or milliseconds) as if it were UTC: `2028-04-11T09:30:00.000Z`. */
  wall(instant: string | number): string;
  /**
   * Writes a number in the digits of the language, without grouping. Only Arabic has digits of its own; a formatter
   * costs the others 2 ms at the first paint.
   */
  number(value: number, minimumIntegerDigits?: number): string;
  /** Writes an amount of the currency's smallest unit; whole amounts without decimals. */
  money(price: NonNullable<Service['price']>): string;
  minutes(value: number): string;
}

const cache = new Map<string, Formats>();

/**
 * Returns the formats of a language (BCP 47) and zone (IANA). The same two return the same object; each `Intl`
 * formatter is created when first needed.
 */
export function formatsFor(language: string, timeZone: string): Formats {
  const key = `${language} ${timeZone}`;
  let formats = cache.get(key);
  if (!formats) cache.set(key, (formats = create(language, timeZone)));
  return formats;
}

function create(language: string, timeZone: string): Formats {
  const made: Record<string, Intl.DateTimeFormat> = {};
  const numbers: Record<string, Intl.NumberFormat> = {};
  const isRightToLeft = /^ar|^he/.test(language);
  const write =
    (kind: Kind, options: Intl.DateTimeFormatOptions = kinds[kind]) =>
    (text: string) =>
      (made[kind] ??= new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })).format(
        text.length < 11 ? utcOf(text) : wallDate(text, timeZone),
      );
  const count = (key: string, options: Intl.NumberFormatOptions, value: number) =>
    (numbers[key] ??= new Intl.NumberFormat(language, options)).format(value);
  return {
    language,
    timeZone,
    day: write('day'),
    month: write('month'),
    // The short names of Arabic and Hebrew are too long for a column.
    weekday: write('weekday', isRightToLeft ? { weekday: 'narrow' } : kinds.weekday),
    time: write('time'),
    wall: (instant) => wallDate(instant, timeZone).toISOString(),
    number: (value, minimumIntegerDigits = 1) =>
      isRightToLeft
        ? count(`${minimumIntegerDigits}`, { minimumIntegerDigits, useGrouping: false }, value)
        : `${value}`.padStart(minimumIntegerDigits, '0'),
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
      return count(currency + shown, options, value);
    },
    minutes: (value) => count('unit', { style: 'unit', unit: 'minute' }, value),
  };
}
