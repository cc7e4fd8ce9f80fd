import type { Plan, Schedule, WallRange, WeeklyRange } from '../schedule/schedule.ts';
import { occurrencesOf } from '../schedule/time-off.ts';
import type { Instant, Minutes } from '@coach-booking/time/instant';
import { epochDay } from '@coach-booking/time/plain-date';
import { merge, type Range } from '@coach-booking/time/range';
import { DAY_MINUTES, toMinutes } from '@coach-booking/time/wall-time';
import { zoneOf, type Zone } from '@coach-booking/time/zone';

/**
 * A plan prepared for arithmetic: no strings, every list in order. Depends on nothing but the plan, so it can be cached
 * as long as its version.
 */
export interface CompiledPlan {
  readonly zone: Zone;
  readonly schedule: Schedule;
  /** Minutes of the day, by weekday, in order of start; an end past 1440 lies on the next day. */
  readonly hours: readonly (readonly Range<Minutes>[])[];
  /** Minutes of the day, by weekday; empty when the plan has no breaks at all. */
  readonly breaks: readonly (readonly Range<Minutes>[])[];
  /** Minutes of the day, by epoch day. */
  readonly overrides: ReadonlyMap<number, readonly Range<Minutes>[]>;
  /** Instants, ordered and disjoint. */
  readonly timeOff: readonly Range<Instant>[];
  /** Instants, ordered and disjoint. */
  readonly externalBusy: readonly Range<Instant>[];
  /** Time off and external busy together: what cuts availability on any day. */
  readonly cuts: readonly Range<Instant>[];
  readonly externalStale: boolean;
}

/** Minutes since midnight. What ends before it starts ends on the next day, so after minute 1440. */
const rangeOf = (wall: WallRange): Range<Minutes> => {
  const [start, end] = [toMinutes(wall.start), toMinutes(wall.end)];
  return { start, end: end > start ? end : end + DAY_MINUTES };
};

/**
 * Returns the minutes of ranges, not merged yet: the gap rule turns every written edge into an instant, and only then
 * do ranges overlap or touch.
 */
const minutesOf = (ranges: readonly WallRange[]): readonly Range<Minutes>[] =>
  ranges.map(rangeOf).sort((a, b) => a.start - b.start);

const byWeekday = (ranges: readonly WeeklyRange[]): readonly (readonly Range<Minutes>[])[] =>
  [0, 1, 2, 3, 4, 5, 6].map((weekday) => minutesOf(ranges.filter(({ dayOfWeek }) => dayOfWeek === weekday)));

/**
 * Compiles a plan. Throws a TypeError for an invalid wall time or date and a RangeError for an unknown zone;
 * `checkSchedule` reports these first. Of two overrides of one date the later in the list counts.
 */
export function compilePlan(plan: Plan): CompiledPlan {
  const { schedule } = plan;
  const zone = zoneOf(schedule.timeZone);
  const timeOff = merge(plan.timeOff.flatMap(occurrencesOf));
  const externalBusy = merge(plan.externalBusy ?? []);
  return {
    zone,
    schedule,
    hours: byWeekday(schedule.workingHours),
    breaks: schedule.breaks.length > 0 ? byWeekday(schedule.breaks) : [],
    overrides: new Map(plan.overrides.map(({ date, ranges }) => [epochDay(date), minutesOf(ranges)])),
    timeOff,
    externalBusy,
    cuts: merge([...timeOff, ...externalBusy]),
    externalStale: plan.externalStale ?? false,
  };
}
