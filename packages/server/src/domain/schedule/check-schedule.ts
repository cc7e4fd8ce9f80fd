import { addDays } from '@coach-booking/time/dates';
import { epochDay, type PlainDate } from '@coach-booking/time/plain-date';
import { isWallTime, isWallTimeEnd, toMinutes } from '@coach-booking/time/wall-time';
import { isTimeZone, localOf, toInstant, type Zone } from '@coach-booking/time/zone';
import type { Schedule, WallRange, WeeklyRange } from './schedule.ts';

/** One problem of an input. */
export interface ScheduleProblem {
  /** The path of the field, such as `workingHours[2].end`. */
  readonly path: string;
  /** A sentence that a person can read. */
  readonly message: string;
}

/** Whole numbers, both ends inclusive; minutes, except the window's days. */
const LIMITS = {
  slotInterval: [5, 1440],
  defaultDuration: [5, 1440],
  bufferBefore: [0, 720],
  bufferAfter: [0, 720],
  minimumNotice: [0, 129_600],
  bookingWindow: [0, 730],
} as const;

const MAX_REMINDER_MINUTES = 43_200;

const outside = (value: number, low: number, high: number): boolean =>
  !Number.isInteger(value) || value < low || value > high;

const checkNumber = (path: string, value: number, low: number, high: number): ScheduleProblem[] =>
  outside(value, low, high) ? [{ path, message: `Must be a whole number from ${low} to ${high}.` }] : [];

const checkRange = (path: string, { start, end }: WallRange): ScheduleProblem[] => {
  const problems: ScheduleProblem[] = [];
  if (!isWallTime(start)) problems.push({ path: `${path}.start`, message: 'Must be a time from 00:00 to 23:59.' });
  if (!isWallTimeEnd(end)) problems.push({ path: `${path}.end`, message: 'Must be a time from 00:01 to 24:00.' });
  // One that ends before it starts runs on past midnight.
  if (problems.length === 0 && end === start)
    problems.push({ path: `${path}.end`, message: 'Must be another time than the start; all day is 00:00 to 24:00.' });
  return problems;
};

/** Returns the problems of a date override's ranges. Overlapping ranges are fine, they merge. */
export function checkWallRanges(ranges: readonly WallRange[], path = 'ranges'): ScheduleProblem[] {
  return ranges.flatMap((range, i) => checkRange(`${path}[${i}]`, range));
}

/** Whether the clocks go forward over this minute of the date. Midnight stands for where the day begins. */
const isSkipped = (zone: Zone, date: PlainDate, minutes: number): boolean =>
  minutes > 0 && localOf(zone, toInstant(zone, epochDay(date), minutes)).minutes !== minutes;

/**
 * Returns the starts and ends of a date's ranges that no clock of the zone shows then, since it goes forward. Hours may
 * end where it begins to do so.
 */
export function checkSkipped(zone: Zone, date: PlainDate, ranges: readonly WallRange[]): ScheduleProblem[] {
  return ranges.flatMap(({ start, end }, i) => {
    const until = end < start ? addDays(date, 1) : date;
    const problem = (name: 'start' | 'end', on: PlainDate, time: string): ScheduleProblem => ({
      path: `ranges[${i}].${name}`,
      message: `There is no ${time} on ${on}: the clocks go forward over it.`,
    });
    return [
      ...(isSkipped(zone, date, toMinutes(start)) ? [problem('start', date, start)] : []),
      ...(isSkipped(zone, until, toMinutes(end) - 1) ? [problem('end', until, end)] : []),
    ];
  });
}

const checkWeekly = (path: string, ranges: readonly WeeklyRange[]): ScheduleProblem[] =>
  ranges.flatMap((range, i) => [
    ...(outside(range.dayOfWeek, 0, 6)
      ? [{ path: `${path}[${i}].dayOfWeek`, message: 'Must be 0 (Sunday) to 6.' }]
      : []),
    ...checkRange(`${path}[${i}]`, range),
  ]);

/**
 * Returns all problems of a schedule; empty when it can be used. Ranges may overlap or touch, they merge; a break may
 * lie outside the working hours, where it has no effect.
 */
export function checkSchedule(schedule: Schedule): ScheduleProblem[] {
  return [
    ...(isTimeZone(schedule.timeZone)
      ? []
      : [{ path: 'timeZone', message: 'Must be an IANA time zone such as Europe/Berlin.' }]),
    ...checkWeekly('workingHours', schedule.workingHours),
    ...checkWeekly('breaks', schedule.breaks),
    ...Object.entries(LIMITS).flatMap(([path, [low, high]]) =>
      checkNumber(path, schedule[path as keyof typeof LIMITS], low, high),
    ),
    ...schedule.reminders.rules.flatMap(({ minutesBefore }, i) =>
      checkNumber(`reminders.rules[${i}].minutesBefore`, minutesBefore, 0, MAX_REMINDER_MINUTES),
    ),
  ];
}
