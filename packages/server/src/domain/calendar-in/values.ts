import { instantOfWall, startOfLocalDay, zoneOf, type Zone } from '@coach-booking/time/zone';
import { epochDay, isPlainDate } from '@coach-booking/time/plain-date';
import { plus, type Instant, type Milliseconds } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import type { Property } from './content-line.ts';
import type { ForeignZones } from './foreign-zones.ts';

/** A value of iCalendar that cannot be read. The message is a sentence, without the value. */
export class UnreadableValue extends Error {}

// Made once: a file can have a hundred thousand of them, and each new one would note where it was thrown.
const noMoment = new UnreadableValue('A date or time is none.');
const noLength = new UnreadableValue('A duration is none.');
const tooLong = new UnreadableValue('A duration is too long.');

/** A day, or the time of a wall clock, in the zone that it was written in. */
export interface Moment {
  /** The wall clock as if it were UTC, in milliseconds; of a day, its midnight. */
  readonly wall: number;
  readonly isDay: boolean;
  readonly zone: Zone;
}

const utc = zoneOf('UTC');
const SHAPE = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?$/i;

/** Parses a DATE or DATE-TIME. `zone`: of what has none of its own. Throws an UnreadableValue. */
export function parseMoment(text: string, zone: Zone): Moment {
  const [, year, month, day, hour, minute, second = '0', z] = SHAPE.exec(text.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isPlainDate(date)) throw noMoment;
  const midnight = epochDay(date) * DAY;
  if (hour === undefined || minute === undefined) return { wall: midnight, isDay: true, zone };
  if (+hour > 23 || +minute > 59 || +second > 60) throw noMoment;
  const wall = midnight + +hour * HOUR + +minute * MINUTE + Math.min(+second, 59) * SECOND;
  return { wall, isDay: false, zone: z ? utc : zone };
}

/** Returns the zone of a property's times: the one it names, or the coach's. */
export function zoneOfProperty(property: Property, zones: ForeignZones): Zone {
  const name = property.params.get('TZID');
  return name === undefined || name === '' ? zones.own : zones.named(name);
}

/** Parses the times of a property. A day is the coach's, whatever zone it names. Throws an UnreadableValue. */
export function momentOf(property: Property, zones: ForeignZones, text = property.value): Moment {
  const moment = parseMoment(text, zones.own);
  return moment.isDay || moment.zone === utc ? moment : { ...moment, zone: zoneOfProperty(property, zones) };
}

/** Returns the instant of a moment; of a day, its first. */
export function instantOf({ wall, isDay, zone }: Moment): Instant {
  return isDay ? startOfLocalDay(zone, wall / DAY) : instantOfWall(zone, wall);
}

/** A length: its days are of the wall clock, the rest is exact. */
export interface Length {
  readonly days: number;
  readonly exact: Milliseconds;
}

const LENGTH = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;
/** A hundred years: what is longer has no known end. */
const MAX_DAYS = 36_525;

/** Parses a DURATION. A negative one is none. Throws an UnreadableValue. */
export function parseLength(text: string): Length {
  const found = LENGTH.exec(text.trim());
  if (!found || !/\d/.test(text) || found[1] === '-') throw noLength;
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map((digits) => Number(digits ?? 0)) as [
    ...[number, number, number, number, number],
  ];
  const exact = hours * HOUR + minutes * MINUTE + seconds * SECOND;
  const length = { days: weeks * 7 + days, exact };
  if (length.days > MAX_DAYS || exact > MAX_DAYS * DAY) throw tooLong;
  return length;
}

/** Returns the end of what begins at this moment. A day lasts whole days. */
export function endAfter(start: Moment, { days, exact }: Length): Instant {
  if (start.isDay) return startOfLocalDay(start.zone, start.wall / DAY + days + Math.ceil(exact / DAY));
  return plus(days === 0 ? instantOf(start) : instantOfWall(start.zone, start.wall + days * DAY), exact);
}
