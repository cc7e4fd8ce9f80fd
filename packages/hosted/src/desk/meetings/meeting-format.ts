import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';

/** The formats of the meetings of a coach. */
export interface MeetingFormat {
  /** Writes a span as `Apr 14, 2026, 6:00 – 7:00 PM`. */
  span(start: string, end: string): string;
  /** Writes an instant as `6:00 PM`. */
  time(instant: string): string;
  /** Writes an instant as `Apr 14, 2026, 6:00 PM`. */
  stamp(instant: string): string;
  minutes(count: number): string;
  /** Writes bytes as `70 MB`. */
  size(bytes: number): string;
}

const MEGABYTE = 1_000_000;

/** Returns the formats of a language, at the clock of the coach. */
export function meetingFormat(language: string, timeZone: string): MeetingFormat {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  const [span, time] = [format({ dateStyle: 'medium', timeStyle: 'short' }), format({ timeStyle: 'short' })];
  const unit = (value: number, name: string, digits: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, maximumFractionDigits: digits }).format(value);
  return {
    span: (start, end) => isolated(span.formatRange(wallDate(start, timeZone), wallDate(end, timeZone))),
    time: (instant) => isolated(time.format(wallDate(instant, timeZone))),
    stamp: (instant) => isolated(span.format(wallDate(instant, timeZone))),
    minutes: (count) => isolated(unit(count, 'minute', 0)),
    size: (bytes) => isolated(unit(bytes / MEGABYTE, 'megabyte', bytes < MEGABYTE ? 1 : 0)),
  };
}
