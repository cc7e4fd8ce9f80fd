import { zoneOffset } from '@coach-booking/sdk';
import type { Formats } from './format.ts';

const [HOUR, MINUTE] = [3_600_000, 60_000];

/** Writes milliseconds east of Greenwich as `GMT-4` or `GMT+5:45`. */
export function gmt(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const rest = minutes % 60 ? `:${`${minutes % 60}`.padStart(2, '0')}` : '';
  return `GMT${offset < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest}`;
}

const named = (language: string, timeZone: string, timeZoneName: 'short' | 'longOffset', at: number) =>
  new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value;

/**
 * Returns ` EDT` or ` EST` after a time that the clocks of the zone show twice, for eyes and ears; nothing after all
 * others. The abbreviation is the browser's as long as its offset is the one that the server sent, else `GMT-4` (R22).
 */
export function zoneMark({ language, timeZone }: Pick<Formats, 'language' | 'timeZone'>, instant: string): string {
  const at = Date.parse(instant);
  const offset = zoneOffset(timeZone, at);
  const isTwice = [at - 6 * HOUR, at + 6 * HOUR].some((near) => {
    const other = zoneOffset(timeZone, near);
    return other !== offset && zoneOffset(timeZone, at + offset - other) === other;
  });
  if (!isTwice) return '';
  try {
    const own = named('en', timeZone, 'longOffset', at)
      .replace(/\b0(\d)/, '$1')
      .replace(':00', '');
    return ` ${own === gmt(offset) ? named(language, timeZone, 'short', at) : gmt(offset)}`;
  } catch {
    // The browser does not have this zone.
    return ` ${gmt(offset)}`;
  }
}

/** Writes two instants as `1:00 AM EDT – 1:30 AM EDT`; without the zones, where the clocks show each time once. */
export function timesText(format: Formats, start: string, end: string): string {
  return [start, end].map((instant) => `${format.time(instant)}${zoneMark(format, instant)}`).join(' – ');
}
