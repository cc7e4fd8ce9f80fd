import type { Formats } from '../../internal/dates/format.ts';
import { wallDate } from '../../internal/dates/wall-date.ts';
import { zoneMark } from '../../internal/dates/zone-mark.ts';

const made = new Map<string, Intl.DateTimeFormat>();

const write =
  (options: Intl.DateTimeFormatOptions) =>
  ({ language, timeZone }: Formats, instant: string): string => {
    const key = `${language} ${options.month}`;
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

/** `Tue, Apr 11, 9:30 AM` of an instant; with its zone where the wall shows that time twice. */
export function momentText(format: Formats, instant: string): string {
  return moment(format, instant) + zoneMark(format, instant);
}

/** `Tuesday, April 11, 2028` of an instant. */
export const fullText = write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
