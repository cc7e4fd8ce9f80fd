import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';

/** The formats of Today in a language, at the clock of the coach. Instants are milliseconds or UTC texts. */
export interface TodayFormat {
  /** Writes a plain date as `Tuesday, April 14`. */
  day(date: string): string;
  /** Writes an instant as `6:00 PM`. */
  time(instant: number | string): string;
  /** Writes two instants as `6:00 – 7:00 PM`. */
  span(start: number, end: number): string;
  /** Writes an instant as `Tue, Apr 14, 6:00 PM`. */
  moment(instant: number | string): string;
  /** Writes a length in milliseconds as `1 hr 25 min`, and as days from one on. */
  length(milliseconds: number): string;
}

/** Keeps a time in one line. */
const whole = (text: string): string => isolated(text.replaceAll(/\s/g, '\u00a0'));

/** Returns the formats of a language. */
export function todayFormat(language: string, timeZone: string): TodayFormat {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  const [day, time] = [format({ weekday: 'long', month: 'long', day: 'numeric' }), format({ timeStyle: 'short' })];
  const moment = format({ weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
  const unit = (count: number, name: string, unitDisplay: 'long' | 'short' = 'short') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay }).format(count);
  const length = (milliseconds: number): string => {
    if (milliseconds >= DAY) return unit(Math.floor(milliseconds / DAY), 'day', 'long');
    const minutes = Math.ceil(milliseconds / MINUTE);
    const [hours, rest] = [Math.floor((minutes * MINUTE) / HOUR), minutes % 60];
    return [hours && unit(hours, 'hour'), (rest || !hours) && unit(rest, 'minute')].filter(Boolean).join(' ');
  };
  return {
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
    time: (instant) => whole(time.format(wallDate(instant, timeZone))),
    span: (start, end) => whole(time.formatRange(wallDate(start, timeZone), wallDate(end, timeZone))),
    moment: (instant) => whole(moment.format(wallDate(instant, timeZone))),
    length: (milliseconds) => whole(length(milliseconds)),
  };
}
