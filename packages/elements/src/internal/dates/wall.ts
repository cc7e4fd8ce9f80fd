import { wallClock } from './wall-clock.ts';
import { minutesOf, wallText } from './wall-text.ts';
import type { PlainDate } from './plain-date.ts';

/** The local time of a zone as form fields have it: `{ date: '2028-04-12', time: '09:30' }`. */
export interface WallText {
  readonly date: PlainDate;
  /** `HH:MM`, 00:00 to 23:59; as an end `24:00` too. */
  readonly time: string;
}

/** Returns the local time of a zone at an instant (UTC text). */
export function wallOf(instant: string, timeZone: string): WallText {
  const { date, minute } = wallClock(timeZone).wallOf(Date.parse(instant));
  return { date, time: wallText(minute) };
}

/**
 * Returns the instant (UTC text) of a local time. As everywhere in the system (RFC 5545): a time that is skipped in
 * spring counts by the offset before the gap, a repeated one in autumn is the first. `24:00` is midnight after the
 * date.
 */
export function instantOf({ date, time }: WallText, timeZone: string): string {
  return new Date(wallClock(timeZone).instantAt(date, minutesOf(time))).toISOString().replace('.000', '');
}

/** Returns whether the clocks of the zone skip this time. */
export function isSkipped({ date, time }: WallText, timeZone: string): boolean {
  return time !== '24:00' && wallOf(instantOf({ date, time }, timeZone), timeZone).time !== time;
}
