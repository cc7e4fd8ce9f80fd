import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { unbroken } from '@coach-booking/elements/internal/dates/unbroken';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../page-language.ts';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(pageLanguage(), { timeZone: 'UTC', ...options });

/** Writes an instant as `Tuesday, April 14, 2026`, at the clock of this device. */
export function dayText(instant: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return isolated(format(options).format(wallDate(instant, deviceZone())));
}

/** Writes an instant as `6:00 PM`, at the clock of this device. */
export function timeText(instant: string): string {
  return isolated(unbroken(format({ timeStyle: 'short' }).formatToParts(wallDate(instant, deviceZone()))));
}

/** Writes a span as `6:00 – 7:00 PM`, at the clock of this device. */
export function spanText(start: string, end: string): string {
  const [from, to] = [start, end].map((each) => wallDate(each, deviceZone())) as [Date, Date];
  return isolated(unbroken(format({ timeStyle: 'short' }).formatRangeToParts(from, to)));
}

/** Writes an instant as `Apr 14, 2026, 6:00 PM`, at the clock of this device. */
export function momentText(instant: string): string {
  const parts = format({ dateStyle: 'medium', timeStyle: 'short' }).formatToParts(wallDate(instant, deviceZone()));
  return isolated(unbroken(parts));
}
