import type { Formats } from '../../internal/dates/format.ts';
import { wallDate } from '../../internal/dates/wall-date.ts';
import { zoneMark } from '../../internal/dates/zone-mark.ts';

const made = new Map<string, Intl.DateTimeFormat>();

const write =
  (options: Intl.DateTimeFormatOptions) =>
  ({ language, timeZone }: Formats, instant: string): string => {
    const key = `${language} ${options.month} ${options.hour}`;
    let format = made.get(key);
    if (!format) made.set(key, (format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })));
    return format.format(wallDate(instant, timeZone));
  };

const moment = write({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** Writes an instant as `Tue, Apr 11, 9:30 AM`; with its zone where the clocks show that time twice. */
export function momentText(format: Formats, instant: string): string {
  return moment(format, instant) + zoneMark(format, instant);
}

/** Writes an instant as `Tue, Apr 11`. */
export const dayText = write({ weekday: 'short', day: 'numeric', month: 'short' });

/** Writes an instant as `Tuesday, April 11, 2028`. */
export const fullText = write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
