import type { Instant } from '@coach-booking/time/instant';
import { offsetAt, zoneOf } from '@coach-booking/time/zone';
import { gmtText, isOffsetOfIntl } from './zone-name.ts';

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
