import { fromEpochDay, weekdayOfEpochDay, epochDay, type PlainDate, type Weekday } from './plain-date.ts';
import { findTransitions, intlProbe, type OffsetProbe } from './transitions.ts';
import { DAY, HOUR, MINUTE, SECOND } from './units.ts';

/**
 * A time zone as a table of its clock changes. Found once by Intl and kept for the life of the process; after that every question is
 * arithmetic. Treat it as opaque.
 */
export interface Zone {
  readonly id: string;
  readonly probe: OffsetProbe;
  /** Row i holds from `at[i]` until `at[i + 1]`; the first row is open to the left. */
  readonly at: number[];
  /** Milliseconds to add to UTC. */
  readonly offset: number[];
  /** What the wall shows, as if it were UTC, when row i ends; the last row is open to the right. */
  readonly wallEnd: number[];
  coveredFrom: number;
  coveredTo: number;
  /** The row that answered last: questions come in order of time. */
  row: number;
}

/** What the wall shows at an instant. */
export interface LocalTime {
  readonly date: PlainDate;
  /** Whole minutes since 00:00 on the wall, 0–1439. */
  readonly minutes: number;
  readonly weekday: Weekday;
  readonly hour: number;
}

/** The table grows on demand between these; outside, the nearest known offset is used. Nobody books there. */
const EARLIEST = 0;
const LATEST = 131 * 365.25 * DAY;
const GROWTH = 4 * 365.25 * DAY;
/** No offset is larger, and no change moves the wall by more. */
const MARGIN = 2 * DAY;

const zones = new Map<string, Zone>();

const openZone = (id: string): Zone => {
  const probe = intlProbe(id);
  return { id, probe, at: [-Infinity], offset: [], wallEnd: [Infinity], coveredFrom: NaN, coveredTo: NaN, row: 0 };
};

/**
 * The zone of an IANA id, canonical or alias, in any case as Intl takes it. Throws a RangeError for anything else; bare offsets such as
 * `+05:30` are no zones here.
 */
export const zoneOf = (id: string): Zone => {
  const key = id.toLowerCase();
  let zone = zones.get(key);
  if (!zone) {
    if (!/^[a-z]/.test(key)) throw new RangeError(`Not a time zone: ${id}`);
    zones.set(key, (zone = openZone(id)));
  }
  return zone;
};

export const isTimeZone = (id: string): boolean => {
  try {
    zoneOf(id);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const setWallEnds = (zone: Zone): void => {
  const { at, offset, wallEnd } = zone;
  wallEnd.length = at.length;
  for (let i = 0; i < at.length; i++) wallEnd[i] = i + 1 < at.length ? at[i + 1]! + offset[i]! : Infinity;
};

const cover = (zone: Zone, instant: number): void => {
  const wanted = Math.min(Math.max(instant, EARLIEST), LATEST);
  if (zone.offset.length === 0) {
    zone.coveredFrom = zone.coveredTo = Math.floor(wanted / SECOND) * SECOND;
    zone.offset.push(zone.probe(zone.coveredFrom));
  }
  if (wanted + MARGIN > zone.coveredTo && zone.coveredTo < LATEST) {
    const to = Math.min(Math.max(Math.ceil((wanted + MARGIN) / SECOND) * SECOND, zone.coveredTo + GROWTH), LATEST);
    for (const { at, offset } of findTransitions(zone.probe, zone.coveredTo, to)) {
      zone.at.push(at);
      zone.offset.push(offset);
    }
    zone.coveredTo = to;
  }
  if (wanted - MARGIN < zone.coveredFrom && zone.coveredFrom > EARLIEST) {
    const from = Math.max(Math.min(Math.floor((wanted - MARGIN) / SECOND) * SECOND, zone.coveredFrom - GROWTH / 4), EARLIEST);
    const found = findTransitions(zone.probe, from, zone.coveredFrom);
    zone.offset.splice(0, 1, zone.probe(from), ...found.map(({ offset }) => offset));
    zone.at.splice(1, 0, ...found.map(({ at }) => at));
    zone.coveredFrom = from;
  }
  setWallEnds(zone);
  zone.row = 0;
};

const isCovered = (zone: Zone, instant: number): boolean =>
  (instant - MARGIN >= zone.coveredFrom || zone.coveredFrom <= EARLIEST) &&
  (instant + MARGIN <= zone.coveredTo || zone.coveredTo >= LATEST);

/** The row in force at an instant. */
const rowAt = (zone: Zone, instant: number): number => {
  if (!isCovered(zone, instant)) cover(zone, instant);
  const { at } = zone;
  let row = zone.row;
  while (row + 1 < at.length && at[row + 1]! <= instant) row++;
  while (at[row]! > instant) row--;
  return (zone.row = row);
};

/** The row in which the wall shows this for the first time; in a gap, the row after it. */
const rowOfWall = (zone: Zone, wall: number): number => {
  if (!isCovered(zone, wall)) cover(zone, wall);
  const { wallEnd } = zone;
  let row = zone.row;
  while (wall >= wallEnd[row]!) row++;
  while (row > 0 && wall < wallEnd[row - 1]!) row--;
  return (zone.row = row);
};

/** Milliseconds to add to UTC at this instant. */
export const offsetAt = (zone: Zone, instant: number): number => zone.offset[rowAt(zone, instant)]!;

/**
 * The instant at which the wall shows so many minutes (0–1440) of that day, by the rule that RFC 5545 and Temporal's `compatible` share:
 * what the clock skips is read with the offset before the gap, of what it shows twice the first is meant.
 */
export const toInstant = (zone: Zone, day: number, minutes: number): number => {
  const wall = day * DAY + minutes * MINUTE;
  const row = rowOfWall(zone, wall);
  const instant = wall - zone.offset[row]!;
  return instant < zone.at[row]! ? wall - zone.offset[row - 1]! : instant;
};

/** The local epoch day of an instant. */
export const localDayOf = (zone: Zone, instant: number): number => Math.floor((instant + offsetAt(zone, instant)) / DAY);

export const localOf = (zone: Zone, instant: number): LocalTime => {
  const wall = instant + offsetAt(zone, instant);
  const day = Math.floor(wall / DAY);
  const inDay = wall - day * DAY;
  return {
    date: fromEpochDay(day),
    minutes: Math.floor(inDay / MINUTE),
    weekday: weekdayOfEpochDay(day),
    hour: Math.floor(inDay / HOUR),
  };
};

/** The first instant of a local epoch day: where the clock skips midnight, the instant at which it does. */
export const startOfLocalDay = (zone: Zone, day: number): number => {
  const wall = day * DAY;
  const row = rowOfWall(zone, wall);
  return Math.max(wall - zone.offset[row]!, zone.at[row]!);
};

/** The first instant of a date in this zone. Throws a TypeError when it is no real date. */
export const startOfDay = (zone: Zone, date: PlainDate): number => startOfLocalDay(zone, epochDay(date));
