import { currencyDigits } from '@coach-booking/sdk';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { utcOf } from '@coach-booking/time/dates';

/** The formats of lists, in a language and at the clock of a zone. */
export interface ListFormat {
  /** Writes an instant as `Tue, Apr 14, 2028`. */
  day(instant: string): string;
  /** Writes two instants as `6:00 – 7:00 PM`; without the second one the first alone. */
  times(start: string, end?: string): string;
  /** Writes an instant as `Tue, Apr 14, 2028, 6:00 PM`. */
  moment(instant: string): string;
  /** Writes a plain date as `Apr 14, 2028`. */
  date(plain: string): string;
  number(value: number): string;
  minutes(count: number): string;
  /** Writes an amount of the currency's smallest unit. */
  money(money: { readonly amount: number; readonly currency: string }): string;
}

/** Returns the formats of a language and an IANA zone. */
export function listFormat(language: string, timeZone: string): ListFormat {
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  const dayParts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const timeParts = { hour: 'numeric', minute: '2-digit' } as const;
  const [day, time, moment, date] = [
    of(dayParts),
    of(timeParts),
    of({ ...dayParts, ...timeParts }),
    of({ dateStyle: 'medium' }),
  ];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute' });
  const wall = (instant: string) => wallDate(instant, timeZone);
  return {
    day: (instant) => isolated(day.format(wall(instant))),
    times: (start, end) =>
      isolated(end === undefined ? time.format(wall(start)) : time.formatRange(wall(start), wall(end))),
    moment: (instant) => isolated(moment.format(wall(instant))),
    date: (plain) => isolated(date.format(utcOf(plain))),
    number: (value) => number.format(value),
    minutes: (count) => isolated(minutes.format(count)),
    money: ({ amount, currency }) =>
      isolated(
        new Intl.NumberFormat(language, { style: 'currency', currency }).format(
          amount / 10 ** currencyDigits(currency),
        ),
      ),
  };
}
