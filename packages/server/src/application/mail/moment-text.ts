import type { Instant } from '@coach-booking/time/instant';
import { intlProbe } from '@coach-booking/time/transitions';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { offsetAt, zoneOf } from '@coach-booking/time/zone';

/** Whether the machine's Intl has this offset (milliseconds) too; it may be older than the zone data, or newer. */
const isOffsetOfIntl = (timeZone: string, at: Instant, offset: number): boolean => {
  try {
    return intlProbe(timeZone)(at) === offset;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** `GMT-7`, `GMT+5:30`. */
const gmtText = (offset: number): string => {
  const [length, sign] = [Math.abs(offset), offset < 0 ? '-' : '+'];
  const minutes = Math.floor((length % HOUR) / MINUTE);
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `GMT${sign}${Math.floor(length / HOUR)}${past}`;
};

/**
 * An instant (epoch milliseconds) as the wall of a zone shows it by the server's zone data, with the zone: by the
 * abbreviation that Intl has for it where Intl has the same offset, else by its distance from GMT (R22).
 */
export function momentText(at: Instant, timeZone: string, language: string): string {
  const offset = offsetAt(zoneOf(timeZone), at);
  const isKnown = isOffsetOfIntl(timeZone, at, offset);
  const parts = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: isKnown ? timeZone : 'UTC',
    timeZoneName: 'short',
  }).formatToParts(isKnown ? at : at + offset);
  return parts.map(({ type, value }) => (type === 'timeZoneName' && !isKnown ? gmtText(offset) : value)).join('');
}
