import { weekdayOfEpochDay } from '@coach-booking/time/plain-date';
import { dayNumber, daysInMonth, firstWeek, partsOf, weekBegin, weekYear } from './gregorian.ts';
import type { NthWeekday, Rule } from './rule.ts';

// The days of one year, month, week or day that a rule takes: the table of RFC 5545, 3.3.10. A part that the table
// calls not applicable limits.

/** Returns what numbers such as -1, the last, mean in a list of so many. */
const resolved = (numbers: readonly number[], length: number): number[] =>
  numbers.map((number) => (number < 0 ? length + number + 1 : number)).filter((n) => n >= 1 && n <= length);

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, i) => from + i);

/** Returns the days of a weekday in a span, or the n-th of them. */
const nthIn = (days: readonly number[], { weekday, nth }: NthWeekday): number[] => {
  const all = days.filter((day) => weekdayOfEpochDay(day) === weekday);
  const one = nth === undefined ? undefined : all.at(nth > 0 ? nth - 1 : nth);
  if (nth === undefined) return all;
  return one === undefined ? [] : [one];
};

const monthSpan = (year: number, month: number): number[] => {
  const first = dayNumber(year, month, 1);
  return range(first, first + daysInMonth(year, month) - 1);
};

const yearLength = (year: number): number => dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1);
const weekCount = (year: number, { weekStart }: Rule): number =>
  (firstWeek(year + 1, weekStart) - firstWeek(year, weekStart)) / 7;

const inMonths = ({ months }: Rule, day: number): boolean => !months || months.includes(partsOf(day).month);

const inMonthDays = ({ monthDays }: Rule, day: number): boolean => {
  if (!monthDays) return true;
  const { year, month, day: ofMonth } = partsOf(day);
  return resolved(monthDays, daysInMonth(year, month)).includes(ofMonth);
};

const inYearDays = ({ yearDays }: Rule, day: number): boolean => {
  if (!yearDays) return true;
  const { year } = partsOf(day);
  return resolved(yearDays, yearLength(year)).includes(day - dayNumber(year, 1, 1) + 1);
};

const inWeeks = (rule: Rule, day: number): boolean => {
  if (!rule.weeks) return true;
  const year = weekYear(day, rule.weekStart);
  const week = Math.floor((day - firstWeek(year, rule.weekStart)) / 7) + 1;
  return resolved(rule.weeks, weekCount(year, rule)).includes(week);
};

const inWeekdays = ({ weekdays }: Rule, day: number): boolean => {
  if (!weekdays) return true;
  const weekday = weekdayOfEpochDay(day);
  return weekdays.some((some) => {
    if (some.weekday !== weekday || some.nth === undefined) return some.weekday === weekday;
    const { year, month } = partsOf(day);
    return nthIn(monthSpan(year, month), some).includes(day);
  });
};

/** Returns whether all parts of a rule that name days allow this one. */
export function allowsDay(rule: Rule, day: number): boolean {
  return (
    inMonths(rule, day) &&
    inWeekdays(rule, day) &&
    inMonthDays(rule, day) &&
    inYearDays(rule, day) &&
    inWeeks(rule, day)
  );
}

const sorted = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => a - b);

const daysOfMonth = (rule: Rule, year: number, month: number, ofStart: number): number[] => {
  const span = monthSpan(year, month);
  if (rule.weekdays && !rule.monthDays) return rule.weekdays.flatMap((weekday) => nthIn(span, weekday));
  const monthDays = resolved(rule.monthDays ?? [ofStart], span.length).map((day) => span[day - 1]!);
  return monthDays.filter((day) => inWeekdays(rule, day));
};

const daysOfYear = (rule: Rule, year: number, start: number): number[] => {
  const { month, day } = partsOf(start);
  const first = dayNumber(year, 1, 1);
  if (rule.weeks) {
    const weekdays = rule.weekdays?.map(({ weekday }) => weekday) ?? [weekdayOfEpochDay(start)];
    return resolved(rule.weeks, weekCount(year, rule))
      .flatMap((week) => range(0, 6).map((i) => firstWeek(year, rule.weekStart) + (week - 1) * 7 + i))
      .filter((some) => weekdays.includes(weekdayOfEpochDay(some)) && inMonthDays(rule, some))
      .filter((some) => inYearDays(rule, some));
  }
  if (rule.yearDays)
    return resolved(rule.yearDays, yearLength(year))
      .map((some) => first + some - 1)
      .filter((some) => inWeekdays(rule, some) && inMonthDays(rule, some));
  if (rule.weekdays && !rule.months && !rule.monthDays) {
    const span = range(first, first + yearLength(year) - 1);
    return rule.weekdays.flatMap((weekday) => nthIn(span, weekday));
  }
  const months = rule.months ?? (rule.monthDays ? range(1, 12) : [month]);
  return months.flatMap((some) => daysOfMonth(rule, year, some, day));
};

/** A year, month, week or day: the first day of it, and those of its days that the rule takes, in order. */
export interface Period {
  readonly begin: number;
  readonly days: readonly number[];
}

/**
 * Opens the periods of a rule that repeats by days or longer, counted from that of its start, of which only each
 * `interval`-th counts.
 */
export function openPeriods(rule: Rule, start: number): { at(index: number): Period; indexOf(day: number): number } {
  const { year, month, day } = partsOf(start);
  const { interval, weekStart } = rule;
  switch (rule.frequency) {
    case 'YEARLY': {
      // The days of week 1 of a year can be in December, those of week 53 in January.
      const zero = rule.weeks ? weekYear(start, weekStart) : year;
      return {
        at(index) {
          const some = zero + index * interval;
          const begin = rule.weeks ? firstWeek(some, weekStart) : dayNumber(some, 1, 1);
          return { begin, days: sorted(daysOfYear(rule, some, start).filter((found) => inMonths(rule, found))) };
        },
        indexOf: (some) => (partsOf(some).year - 1 - zero) / interval,
      };
    }
    case 'MONTHLY':
      return {
        at(index) {
          const begin = dayNumber(year, month + index * interval, 1);
          const { year: ofYear, month: ofMonth } = partsOf(begin);
          if (rule.months && !rule.months.includes(ofMonth)) return { begin, days: [] };
          const days = daysOfMonth(rule, ofYear, ofMonth, day);
          return { begin, days: sorted(days.filter((some) => inYearDays(rule, some) && inWeeks(rule, some))) };
        },
        indexOf: (some) => ((partsOf(some).year - year) * 12 + partsOf(some).month - month) / interval,
      };
    case 'WEEKLY': {
      const zero = weekBegin(start, weekStart);
      const weekly = rule.weekdays ? rule : { ...rule, weekdays: [{ weekday: weekdayOfEpochDay(start) }] };
      return {
        at(index) {
          const begin = zero + index * 7 * interval;
          return { begin, days: range(begin, begin + 6).filter((some) => allowsDay(weekly, some)) };
        },
        indexOf: (some) => (some - zero) / 7 / interval,
      };
    }
    default:
      return {
        at: (index) => {
          const begin = start + index * interval;
          return { begin, days: allowsDay(rule, begin) ? [begin] : [] };
        },
        indexOf: (some) => (some - start) / interval,
      };
  }
}
