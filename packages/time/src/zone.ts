import { instant, type Instant, type Milliseconds, type Minutes } from './instant.ts';
import { fromEpochDay, weekdayOfEpochDay, epochDay, type PlainDate, type Weekday } from './plain-date.ts';
import { findTransitions, intlProbe, type Transition } from './transitions.ts';
import { DAY, HOUR, MINUTE } from './units.ts';
import { zoneData } from './zone-data.ts';

/**
 * A time zone as a table of its clock changes, unpacked once and cached for the life of the process; after that every
 * question is arithmetic. Treat it as opaque.
 */
export interface Zone {
  readonly id: string;
  /** Row i holds from `at[i]` until `at[i + 1]`; the first row is open to the left. */
  readonly at: readonly number[];
  /** Milliseconds to add to UTC. */
  readonly offset: readonly number[];
  /** The wall clock, as if it were UTC, when row i ends; the last row is open to the right. */
  readonly wallEnd: readonly number[];
  /** The row of the last answer: questions come in order of time. */
  row: number;
}

/** The wall clock at an instant. */
export interface LocalTime {
  readonly date: PlainDate;
  /** Whole minutes since 00:00 of the wall clock, 0–1439. */
  readonly minutes: Minutes;
  readonly weekday: Weekday;
  readonly hour: number;
}

/** The table covers the time between these; outside, the nearest known offset is used. No one books there. */
const EARLIEST = 0;
const LATEST = Date.UTC(2101, 0, 1);

const zones = new Map<string, Zone>();

/**
 * Returns the rows from the database; of Intl only for the old names that only it has, such as `PST` and
 * `US/Pacific-New`. Throws a RangeError for any other.
 */
const rowsOf = (id: string): readonly Transition[] => {
  const known = zoneData(id);
  if (known) {
    const first = known.findLastIndex(({ at }) => at <= EARLIEST);
    return known.slice(first).filter(({ at }) => at < LATEST);
  }
  const probe = intlProbe(id);
  return [{ at: -Infinity, offset: probe(EARLIEST) }, ...findTransitions(probe, EARLIEST, LATEST)];
};

/**
 * Returns a zone of these changes, in order of time and all different; the first holds from the beginning. For zones
 * that a foreign file brings along: it is not cached, and no other caller gets it.
 */
export function zoneFromRows(id: string, rows: readonly Transition[]): Zone {
  const offset = rows.map((row) => row.offset);
  const at = rows.map((row, i) => (i === 0 ? -Infinity : row.at));
  return { id, at, offset, wallEnd: offset.map((ms, i) => (i + 1 < at.length ? at[i + 1]! + ms : Infinity)), row: 0 };
}

/**
 * Returns the zone of an IANA id, canonical or alias, in any case, like Intl. Throws a RangeError for anything else;
 * bare offsets such as `+05:30` are no zones here.
 */
export function zoneOf(id: string): Zone {
  const key = id.toLowerCase();
  let zone = zones.get(key);
  if (!zone) {
    if (!/^[a-z]/.test(key)) throw new RangeError(`Not a time zone: ${id}`);
    zones.set(key, (zone = zoneFromRows(id, rowsOf(id))));
  }
  return zone;
}

export function isTimeZone(id: string): boolean {
  try {
    zoneOf(id);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Returns the row in force at an instant. */
const rowAt = (zone: Zone, instant: number): number => {
  const { at } = zone;
  let row = zone.row;
  while (row + 1 < at.length && at[row + 1]! <= instant) row++;
  while (at[row]! > instant) row--;
  return (zone.row = row);
};

/** Returns the row in which the wall clock shows this for the first time; in a gap, the row after it. */
const rowOfWall = (zone: Zone, wall: number): number => {
  const { wallEnd } = zone;
  let row = zone.row;
  while (wall >= wallEnd[row]!) row++;
  while (row > 0 && wall < wallEnd[row - 1]!) row--;
  return (zone.row = row);
};

/** Returns the milliseconds to add to UTC at this instant. */
export function offsetAt(zone: Zone, at: number): Milliseconds {
  return zone.offset[rowAt(zone, at)]!;
}

/**
 * Returns the instant at which the wall clock shows these minutes (0–1440) of that day, by the rule that RFC 5545 and
 * Temporal's `compatible` share: a skipped time is read with the offset before the gap, of a repeated time the first is
 * taken.
 */
export function toInstant(zone: Zone, day: number, minutes: Minutes): Instant {
  return instantOfWall(zone, day * DAY + minutes * MINUTE);
}

/** Returns the instant at which the wall clock shows this, given as if it were UTC; by the rule of `toInstant`. */
export function instantOfWall(zone: Zone, wall: number): Instant {
  const row = rowOfWall(zone, wall);
  const found = wall - zone.offset[row]!;
  return instant(found < zone.at[row]! ? wall - zone.offset[row - 1]! : found);
}

/** Returns the local epoch day of an instant. */
export function localDayOf(zone: Zone, at: number): number {
  return Math.floor((at + offsetAt(zone, at)) / DAY);
}

export function localOf(zone: Zone, at: number): LocalTime {
  const wall = at + offsetAt(zone, at);
  const day = Math.floor(wall / DAY);
  const inDay = wall - day * DAY;
  return {
    date: fromEpochDay(day),
    minutes: Math.floor(inDay / MINUTE),
    weekday: weekdayOfEpochDay(day),
    hour: Math.floor(inDay / HOUR),
  };
}

/** Returns the first instant of a local epoch day: where the clock skips midnight, the instant of the change. */
export function startOfLocalDay(zone: Zone, day: number): Instant {
  const wall = day * DAY;
  const row = rowOfWall(zone, wall);
  return instant(Math.max(wall - zone.offset[row]!, zone.at[row]!));
}

/** Returns the first instant of a date in this zone. Throws a TypeError when it is no real date. */
export function startOfDay(zone: Zone, date: PlainDate): Instant {
  return startOfLocalDay(zone, epochDay(date));
}
