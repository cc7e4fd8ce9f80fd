import type { PlainDate } from './plain-date.ts';
import { wallClock } from './wall-clock.ts';

/** What the wall of a zone shows, as form fields have it: `{ date: '2028-04-12', time: '09:30' }`. */
export interface WallText {
  readonly date: PlainDate;
  /** `HH:MM`, 00:00 to 23:59; as an end `24:00` too. */
  readonly time: string;
}

/** What the wall of a zone shows at an instant (UTC text). */
export function wallOf(instant: string, timeZone: string): WallText {
  const { date, minute } = wallClock(timeZone).wallOf(Date.parse(instant));
  const two = (part: number) => `${Math.floor(part)}`.padStart(2, '0');
  return { date, time: `${two(minute / 60)}:${two(minute % 60)}` };
}

/**
 * The instant (UTC text) at which the wall of a zone shows this. As everywhere in the system (RFC 5545): a time that is skipped in spring
 * counts by the offset before the gap, one that comes twice in autumn is the first. `24:00` is midnight after the date.
 */
export function instantOf({ date, time }: WallText, timeZone: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(wallClock(timeZone).instantAt(date, hour * 60 + minute)).toISOString().replace('.000', '');
}
