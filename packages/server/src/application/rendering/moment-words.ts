import type { Instant } from '@coach-booking/time/instant';
import { toInstant, localDayOf, offsetAt, zoneOf } from '@coach-booking/time/zone';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { zoneName } from '../mail/zone-name.ts';
import { kept } from './locale.ts';

/** By whose rules, for which zone, and whether there is little room: in an SMS or a push message. */
export interface Manner {
  readonly locale: string;
  readonly timeZone: string;
  readonly isShort: boolean;
}

const formats = {
  long: { dateStyle: 'full' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  time: { timeStyle: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Writes the wall of the zone, as the server's zone data have it, as if it were UTC. */
const written = (at: Instant, { locale, timeZone }: Manner, kind: keyof typeof formats): string =>
  kept(`${kind} ${locale}`, () => new Intl.DateTimeFormat(locale, { ...formats[kind], timeZone: 'UTC' })).format(
    at + offsetAt(zoneOf(timeZone), at),
  );

/** Clocks are put back by less than this. */
const PUT_BACK = 3 * HOUR;

/** Whether the clocks of that zone show this time twice: before and after they are put back. */
function isTwice(at: Instant, timeZone: string): boolean {
  const zone = zoneOf(timeZone);
  const wall = at + offsetAt(zone, at);
  const day = Math.floor(wall / DAY);
  const first = toInstant(zone, day, (wall - day * DAY) / MINUTE);
  const later = offsetAt(zone, at + PUT_BACK);
  const back = offsetAt(zone, at) - later;
  return first !== at || (back > 0 && offsetAt(zone, at + back) === later);
}

export function dateText(at: Instant, manner: Manner): string {
  return written(at, manner, manner.isShort ? 'short' : 'long');
}

/** Returns the time of day; with the zone in the hour that the clocks show twice. */
export function timeText(at: Instant, manner: Manner): string {
  // No line ends within a time.
  const time = written(at, manner, 'time').replace(/\s/g, '\u00a0');
  return isTwice(at, manner.timeZone) ? `${time} ${zoneText(at, { ...manner, isShort: true })}` : time;
}

/** Returns the name of the zone at that time; daylight saving time has another. */
export function zoneText(at: Instant, { locale, timeZone, isShort }: Manner): string {
  const style = isShort ? 'short' : 'long';
  const key = `zone ${style} ${locale} ${timeZone} ${offsetAt(zoneOf(timeZone), at)}`;
  return kept(key, () => zoneName(at, timeZone, locale, style));
}

/** Up to this the words count hours, also when the session is tomorrow. */
const MAX_HOURS = 12;

/**
 * Returns how far off something is, in words that stay true: `in 45 minutes`, `in 2 hours`, `tomorrow`, `in 3 days`.
 */
export function untilText(start: Instant, now: Instant, { locale, timeZone }: Manner): string {
  const format = kept(`until ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const zone = zoneOf(timeZone);
  const days = localDayOf(zone, start) - localDayOf(zone, now);
  const left = Math.max(0, start - now);
  const minutes = Math.round(left / MINUTE);
  if (minutes < 90) return format.format(minutes, 'minute');
  const hours = Math.round(left / HOUR);
  return days === 0 || hours <= MAX_HOURS ? format.format(hours, 'hour') : format.format(days, 'day');
}

const DAY_MINUTES = DAY / MINUTE;

/** Returns `60 minutes`, or hours or days where they are whole. */
export function lengthText(minutes: number, locale: string): string {
  const isDays = minutes >= 2 * DAY_MINUTES && minutes % DAY_MINUTES === 0;
  const isHours = minutes >= 120 && minutes % 60 === 0;
  const unit = isDays ? 'day' : isHours ? 'hour' : 'minute';
  const format = kept(`length ${unit} ${locale}`, () => {
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  });
  return format.format(isDays ? minutes / DAY_MINUTES : isHours ? minutes / 60 : minutes);
}
