import { zoneOffset } from '@coach-booking/sdk';

/**
 * Returns a date whose UTC fields are the local time of a zone at an instant, by the offsets that the server sent: it
 * is written in UTC, so that the browser's own zone data does not matter.
 */
export function wallDate(instant: string | number, timeZone: string): Date {
  const at = +new Date(instant);
  return new Date(at + zoneOffset(timeZone, at));
}
