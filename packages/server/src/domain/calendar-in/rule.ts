import { zoneOf } from '@coach-booking/time/zone';
import type { Weekday } from '@coach-booking/time/plain-date';
import { DAY, SECOND } from '@coach-booking/time/units';
import { parseMoment, UnreadableValue } from './values.ts';

export const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** `2TU` is the second Tuesday of its month or year, `-1FR` the last Friday; without a number, each one. */
export interface NthWeekday {
  readonly weekday: Weekday;
  readonly nth?: number;
}

/** A rule of repetition: RFC 5545, 3.3.10. A list that the rule does not have is undefined. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number;
  /** The last time that may be, inclusive; `isUtc`: not of the wall clock. Of a day, its last second. */
  readonly until?: { readonly wall: number; readonly isUtc: boolean };
  readonly months?: readonly number[];
  readonly weeks?: readonly number[];
  readonly yearDays?: readonly number[];
  readonly monthDays?: readonly number[];
  readonly weekdays?: readonly NthWeekday[];
  readonly hours?: readonly number[];
  readonly minutes?: readonly number[];
  readonly seconds?: readonly number[];
  readonly positions?: readonly number[];
  readonly weekStart: Weekday;
}

/** A rule that is right by itself, and yet not read. */
export class UnsupportedRule extends Error {}

const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const MAX_INTEGER = 1e9;

const integer = (text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!/^[+-]?\d{1,12}$/.test(text) || value < least) throw new UnreadableValue('A number of a rule is none.');
  if (value > most) {
    if (most === MAX_INTEGER) return most;
    throw new UnreadableValue('A number of a rule is too large.');
  }
  return value;
};

/** Parses a list of numbers up to `most`; with `isSigned`, those that count from the end too, and then no zero. */
const numbers = (text: string, most: number, isSigned = false): number[] => {
  const list = text.split(',').map((item) => integer(item.trim(), isSigned ? -most : 0, most));
  if (isSigned && list.includes(0)) throw new UnreadableValue('A number of a rule is zero.');
  return [...new Set(list)].sort((a, b) => a - b);
};

const weekdayOf = (name: string): Weekday => {
  const at = weekdayNames.indexOf(name.toUpperCase());
  if (at < 0) throw new UnreadableValue('A weekday of a rule is none.');
  return at as Weekday;
};

const nthWeekday = (text: string): NthWeekday => {
  const [, nth, name] = /^([+-]?\d{1,2})?([A-Za-z]{2})$/.exec(text.trim()) ?? [];
  if (nth !== undefined && Number(nth) === 0) throw new UnreadableValue('A weekday of a rule has the number zero.');
  return { weekday: weekdayOf(name ?? ''), ...(nth !== undefined && { nth: Number(nth) }) };
};

const untilOf = (text: string): Rule['until'] => {
  const { wall, isDay } = parseMoment(text, zoneOf('UTC'));
  return { wall: isDay ? wall + DAY - SECOND : wall, isUtc: /Z$/i.test(text) };
};

type Parts = { -readonly [part in keyof Rule]?: Rule[part] };
const readers: Readonly<Record<string, (text: string, into: Parts) => void>> = {
  FREQ: (text, into) => {
    into.frequency = frequencies.find((name) => name === text.toUpperCase());
  },
  INTERVAL: (text, into) => void (into.interval = integer(text, 1, MAX_INTEGER)),
  COUNT: (text, into) => void (into.count = integer(text, 1, MAX_INTEGER)),
  UNTIL: (text, into) => void (into.until = untilOf(text)),
  BYMONTH: (text, into) => void (into.months = numbers(text, 12)),
  BYWEEKNO: (text, into) => void (into.weeks = numbers(text, 53, true)),
  BYYEARDAY: (text, into) => void (into.yearDays = numbers(text, 366, true)),
  BYMONTHDAY: (text, into) => void (into.monthDays = numbers(text, 31, true)),
  BYDAY: (text, into) => void (into.weekdays = text.split(',').map(nthWeekday)),
  BYHOUR: (text, into) => void (into.hours = numbers(text, 23)),
  BYMINUTE: (text, into) => void (into.minutes = numbers(text, 59)),
  BYSECOND: (text, into) => void (into.seconds = numbers(text, 59)),
  BYSETPOS: (text, into) => void (into.positions = numbers(text, 366, true)),
  WKST: (text, into) => void (into.weekStart = weekdayOf(text)),
  RSCALE: (text) => {
    if (text.toUpperCase() !== 'GREGORIAN') throw new UnsupportedRule('A calendar other than the Gregorian.');
  },
  SKIP: (text) => {
    if (text.toUpperCase() !== 'OMIT') throw new UnsupportedRule('Days that move where a month is short.');
  },
};

/**
 * Parses the value of an RRULE.
 * @throws UnreadableValue when it is no rule
 * @throws UnsupportedRule when it is one that is not read
 */
export function parseRule(text: string): Rule {
  const into: Parts = {};
  for (const part of text.trim().split(';')) {
    if (part.trim() === '') continue;
    const [name = '', value = ''] = part.split('=');
    const reader = readers[name.trim().toUpperCase()];
    if (!reader) throw new UnsupportedRule(`A rule with ${name.slice(0, 40)}.`);
    reader(value.trim(), into);
  }
  if (!into.frequency) throw new UnreadableValue('A rule has no frequency.');
  if (into.months?.includes(0)) throw new UnreadableValue('A month of a rule is zero.');
  return { interval: 1, weekStart: 1, ...into, frequency: into.frequency };
}
