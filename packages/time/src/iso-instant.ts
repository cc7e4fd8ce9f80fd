import { fromEpochDay } from './plain-date.ts';
import { DAY, MINUTE } from './units.ts';
import { fromMinutes } from './wall-time.ts';

const MINUTES = Array.from({ length: 1440 }, (_, minutes) => fromMinutes(minutes));

let lastDay = NaN;
let lastDate = '';

/**
 * Returns an instant as `2026-04-14T13:00:00.000Z`, the same as Date's `toISOString` and several times as fast for
 * neighbours. Years 0000–9999.
 */
export function isoInstant(instant: number): string {
  const day = Math.floor(instant / DAY);
  if (day !== lastDay) {
    lastDate = fromEpochDay(day);
    lastDay = day;
  }
  const inDay = instant - day * DAY;
  const minutes = Math.floor(inDay / MINUTE);
  const rest = inDay - minutes * MINUTE;
  const seconds = rest === 0 ? '00.000' : (rest / 1000).toFixed(3).padStart(6, '0');
  return `${lastDate}T${MINUTES[minutes]}:${seconds}Z`;
}
