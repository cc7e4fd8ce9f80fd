import type { Instant } from '@coach-booking/time/instant';
import { intlProbe } from '@coach-booking/time/transitions';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { offsetAt, zoneOf } from '@coach-booking/time/zone';

/** Whether the machine's Intl has this offset (milliseconds) too; it may be older than the zone data, or newer. */
export function isOffsetOfIntl(timeZone: string, at: Instant, offset: number): boolean {
  try {
    return intlProbe(timeZone)(at) === offset;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** `GMT-7`, `GMT+5:30`. */
export function gmtText(offset: number): string {
  const [length, sign] = [Math.abs(offset), offset < 0 ? '-' : '+'];
  const minutes = Math.floor((length % HOUR) / MINUTE);
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `GMT${sign}${Math.floor(length / HOUR)}${past}`;
}

/**
 * Returns the name of a zone at an instant, `Eastern Daylight Time` or `EDT`: the one that Intl has where Intl has the
 * same offset, else its distance from GMT (R22).
 */
export function zoneName(at: Instant, timeZone: string, language: string, style: 'long' | 'short'): string {
  const offset = offsetAt(zoneOf(timeZone), at);
  if (!isOffsetOfIntl(timeZone, at, offset)) return gmtText(offset);
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: style }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? gmtText(offset);
}
