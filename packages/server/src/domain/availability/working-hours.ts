import type { Instant, Minutes } from '@coach-booking/time/instant';
import { epochDay, weekdayOfEpochDay, type PlainDate } from '@coach-booking/time/plain-date';
import { intersect, merge, overlapsAny, type Range } from '@coach-booking/time/range';
import { DAY_MINUTES } from '@coach-booking/time/wall-time';
import { startOfLocalDay, toInstant, type Zone } from '@coach-booking/time/zone';
import type { CompiledPlan } from './compile.ts';

/** Local epoch days, both inclusive. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

const pushInstants = (zone: Zone, day: number, minutes: readonly Range<Minutes>[], out: Range<Instant>[]): void => {
  const from = out.length;
  let reached = -Infinity;
  let tidy = true;
  for (const range of minutes) {
    const start = toInstant(zone, day, range.start);
    const end = toInstant(zone, day, range.end);
    if (start <= reached) tidy = false;
    if (start < end) out.push({ start, end });
    reached = Math.max(reached, end);
  }
  // They overlap or touch as they were written, or a clock change joined or swapped them.
  if (!tidy) out.push(...merge(out.splice(from)));
};

const hoursOf = (plan: CompiledPlan, day: number): readonly Range<Minutes>[] =>
  plan.overrides.get(day) ?? plan.hours[weekdayOfEpochDay(day)]!;

/**
 * Returns the working ranges of each date, before breaks and all else: these carry the grid. Those of one date are
 * merged, those of two dates are not, even where they touch at midnight. In order of date, which is the order of time
 * except for a date that a clock change skips whole.
 */
export function workingRanges(plan: CompiledPlan, { first, last }: DaySpan): Range<Instant>[] {
  const ranges: Range<Instant>[] = [];
  for (let day = first; day <= last; day++) pushInstants(plan.zone, day, hoursOf(plan, day), ranges);
  return ranges;
}

/** Returns the breaks of these days in instants, ordered and disjoint. */
export function breakRanges(plan: CompiledPlan, { first, last }: DaySpan): readonly Range<Instant>[] {
  const ranges: Range<Instant>[] = [];
  if (plan.breaks.length > 0) {
    for (let day = first; day <= last; day++)
      pushInstants(plan.zone, day, plan.breaks[weekdayOfEpochDay(day)]!, ranges);
  }
  return merge(ranges);
}

const isOvernight = ({ end }: Range<Minutes>): boolean => end > DAY_MINUTES;

/**
 * Returns the part of ranges past midnight that lies on one date: of its own ranges, and the rest of the day before.
 */
const ofDate = (
  plan: CompiledPlan,
  day: number,
  rangesOf: (span: DaySpan) => readonly Range<Instant>[],
): readonly Range<Instant>[] => {
  const date = { start: startOfLocalDay(plan.zone, day), end: startOfLocalDay(plan.zone, day + 1) };
  return intersect(merge(rangesOf({ first: day - 1, last: day })), [date]);
};

/**
 * The working ranges of one date in instants, tidy; an override's in place of the weekly ones. Hours that run past
 * midnight are cut there, and the rest of them is the next date's. Throws a TypeError when it is no real date.
 */
export function workingHoursOn(plan: CompiledPlan, date: PlainDate): readonly Range<Instant>[] {
  const day = epochDay(date);
  const isPlain = ![day - 1, day].some((one) => hoursOf(plan, one).some(isOvernight));
  return isPlain
    ? workingRanges(plan, { first: day, last: day })
    : ofDate(plan, day, (span) => workingRanges(plan, span));
}

/**
 * The breaks of one date that meet its working hours, whole but for those past midnight, in instants, tidy. Throws a
 * TypeError when it is no real date.
 */
export function breaksOn(plan: CompiledPlan, date: PlainDate): readonly Range<Instant>[] {
  const day = epochDay(date);
  const hours = workingHoursOn(plan, date);
  const isPlain = !plan.breaks.some((ranges) => ranges.some(isOvernight));
  const breaks = isPlain
    ? breakRanges(plan, { first: day, last: day })
    : ofDate(plan, day, (span) => breakRanges(plan, span));
  return breaks.filter((pause) => overlapsAny(hours, pause));
}
