import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import type { Rule } from './rule.ts';
import { allowsDay, openPeriods } from './rule-days.ts';
import {
  MAX_CANDIDATES,
  MAX_PERIODS,
  ofPositions,
  openTaker,
  timesOf,
  type Expansion,
  type Span,
} from './rule-times.ts';

const expandByDays = (rule: Rule, span: Span): Expansion => {
  const periods = openPeriods(rule, Math.floor(span.start / DAY));
  const times = timesOf(rule, span.start);
  const taker = openTaker(rule, span);
  // What is counted is counted from the beginning.
  const first = rule.count ? 0 : Math.max(0, Math.floor(periods.indexOf(Math.floor(span.from / DAY))));
  const end = Math.min(span.until, span.last ?? Infinity);
  let candidates = 0;
  for (let index = first; index < first + MAX_PERIODS; index++) {
    const { begin, days } = periods.at(index);
    if (!(begin * DAY <= end)) return { walls: taker.walls, isCut: false };
    if (rule.positions) {
      candidates += days.length * times.length;
      if (candidates > MAX_CANDIDATES) return { walls: taker.walls, isCut: true };
      const set = days.flatMap((day) => times.map((time) => day * DAY + time));
      ofPositions(rule, set).every((wall) => taker.take(wall));
    } else days.every((day) => times.every((time) => ++candidates <= MAX_CANDIDATES && taker.take(day * DAY + time)));
    if (taker.isDone) return { walls: taker.walls, isCut: false };
    if (candidates > MAX_CANDIDATES) break;
  }
  return { walls: taker.walls, isCut: true };
};

const units = { HOURLY: HOUR, MINUTELY: MINUTE, SECONDLY: SECOND };

/** Returns a function that returns until when nothing is allowed, or undefined where the rule allows the time. */
const openBlocks = (rule: Rule, unit: number) => {
  const { hours, minutes, seconds } = rule;
  let known = { day: NaN, isAllowed: false };
  return (at: number): number | undefined => {
    const day = Math.floor(at / DAY);
    if (day !== known.day) known = { day, isAllowed: allowsDay(rule, day) };
    if (!known.isAllowed) return (day + 1) * DAY;
    const part = (length: number, most: number) => Math.floor((at - day * DAY) / length) % most;
    const next = (length: number) => (Math.floor(at / length) + 1) * length;
    if (hours && !hours.includes(part(HOUR, 24))) return next(HOUR);
    if (unit < HOUR && minutes && !minutes.includes(part(MINUTE, 60))) return next(MINUTE);
    if (unit < MINUTE && seconds && !seconds.includes(part(SECOND, 60))) return next(SECOND);
    return undefined;
  };
};

const isPlain = (rule: Rule): boolean =>
  ![rule.months, rule.weeks, rule.yearDays, rule.monthDays, rule.weekdays].some(Boolean) &&
  ![rule.hours, rule.minutes, rule.seconds, rule.positions].some(Boolean);

const expandByTimes = (rule: Rule, unit: number, span: Span): Expansion => {
  const base = Math.floor(span.start / unit) * unit;
  const step = rule.interval * unit;
  const skipped = Math.max(0, Math.floor((span.from - unit - base) / step));
  // A plain rule has one time in each period, so that those before the span need not be looked at to be counted.
  const first = rule.count && !isPlain(rule) ? 0 : skipped;
  const taker = openTaker(rule, span, isPlain(rule) ? first : 0);
  const finer = { hours: [0], ...(unit < HOUR && { minutes: [0] }), ...(unit < MINUTE && { seconds: [0] }) };
  const inner = timesOf({ ...rule, ...finer }, span.start);
  const blockedUntil = openBlocks(rule, unit);
  const end = Math.min(span.until, span.last ?? Infinity);
  let candidates = 0;
  for (let index = first, periods = 0; periods < MAX_PERIODS && candidates <= MAX_CANDIDATES; periods++) {
    const at = base + index * step;
    if (taker.isDone || !(at <= end)) return { walls: taker.walls, isCut: false };
    const blocked = blockedUntil(at);
    if (blocked === undefined) {
      candidates += inner.length;
      const set = inner.map((time) => at + time);
      ofPositions(rule, set).every((wall) => taker.take(wall));
      index++;
    } else index = Math.ceil((blocked - base) / step);
  }
  return { walls: taker.walls, isCut: !taker.isDone };
};

/** Returns the times of a rule in a span, by the wall clock alone: what a zone makes of them is another matter. */
export function expand(rule: Rule, span: Span): Expansion {
  const { frequency } = rule;
  return frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY'
    ? expandByTimes(rule, units[frequency], span)
    : expandByDays(rule, span);
}
