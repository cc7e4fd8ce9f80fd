import { CommandError } from '../errors.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
    formats.set(zone, format);
    return format;
  } catch {
    throw new CommandError(40485, `unrecognized time zone identifier: "${zone}"`);
  }
}

/** Returns the milliseconds that a zone's wall clock is ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fixed = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const wall = Date.UTC(
    Number(parts['year']),
    Number(parts['month']) - 1,
    Number(parts['day']),
    Number(parts['hour']),
    Number(parts['minute']),
    Number(parts['second']),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** Returns the date whose UTC fields are the wall clock of a zone. */
export function shiftedInto(zone: string, date: Date): Date {
  return new Date(date.getTime() + offsetAt(zone, date.getTime()));
}

/**
 * Returns the instant at which a zone's wall clock shows the UTC fields of a date; the first one when there are two.
 */
export function shiftedOutOf(zone: string, wall: Date): Date {
  const guess = wall.getTime() - offsetAt(zone, wall.getTime());
  const before = wall.getTime() - offsetAt(zone, guess - 86_400_000);
  if (before + offsetAt(zone, before) === wall.getTime()) return new Date(before);
  return new Date(wall.getTime() - offsetAt(zone, guess));
}
