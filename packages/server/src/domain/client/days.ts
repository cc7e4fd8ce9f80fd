import { lengthOf, type DateSpan } from '@coach-booking/time/calendar';
import { epochDay, fromEpochDay, isPlainDate, type PlainDate } from '@coach-booking/time/plain-date';
import type { DietLog, LogEntry } from './log.ts';

/** The entries of one date, in the order in which they were written. */
export interface LogDay<T> {
  readonly date: PlainDate;
  readonly entries: readonly T[];
}

type Placed = Pick<LogEntry, 'id' | 'date' | 'createdAt'>;

/** Orders by date, and within a date by creation. Ties are broken by the id, so that the order is stable. */
export function inOrder(a: Placed, b: Placed): number {
  return (
    (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
    a.createdAt - b.createdAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Returns the days that have an entry, the newest first. */
export function groupByDate<T extends Placed>(entries: readonly T[]): readonly LogDay<T>[] {
  const days = new Map<PlainDate, T[]>();
  for (const entry of [...entries].sort(inOrder)) {
    const day = days.get(entry.date);
    if (day) day.push(entry);
    else days.set(entry.date, [entry]);
  }
  return [...days].map(([date, ofDate]) => ({ date, entries: ofDate })).reverse();
}

/** Returns the sum of kilocalories; null when no entry has any. */
export function caloriesOf(entries: readonly Pick<DietLog, 'calories'>[]): number | null {
  const known = entries.flatMap(({ calories }) => calories ?? []);
  return known.length === 0 ? null : known.reduce((sum, calories) => sum + calories, 0);
}

/** Dates, both included. */
export type DateRange = DateSpan;

/** Longer ranges are refused: an answer has no pages. */
export const MAX_LOG_DAYS = 400;
const USUAL_DAYS = 28;
const FIRST_DAY = epochDay('0000-01-01');

export type RangeProblem = 'from' | 'to' | 'order' | 'length';

/** Returns what is wrong with a range: an invalid date, an end before the beginning, more than MAX_LOG_DAYS. */
export function rangeProblem(range: DateRange): RangeProblem | null {
  if (!isPlainDate(range.from)) return 'from';
  if (!isPlainDate(range.to)) return 'to';
  const days = lengthOf(range);
  return days < 1 ? 'order' : days > MAX_LOG_DAYS ? 'length' : null;
}

/**
 * Returns the range with defaults: until today, and from four weeks before its end. Throws a TypeError for an invalid
 * date.
 */
export function logRange(asked: Partial<DateRange>, today: PlainDate): DateRange {
  const to = asked.to ?? today;
  return { from: asked.from ?? fromEpochDay(Math.max(epochDay(to) - USUAL_DAYS, FIRST_DAY)), to };
}
