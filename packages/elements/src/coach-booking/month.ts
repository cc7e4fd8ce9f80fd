import type { PickableSlot } from '@coach-booking/sdk';
import { addDays, monthOf, weekdayOf } from '@coach-booking/time/dates';
import { isFree } from './slot-list.ts';
import type { PlainDate, PlainMonth } from '../internal/dates/plain-date.ts';

/** The input of the month's view. Dates are plain dates in the visitor's zone. */
export interface MonthOptions {
  readonly month: PlainMonth;
  readonly today: PlainDate;
  /** The day whose slots are shown. */
  readonly chosen: PlainDate | null;
  /** The date that has the focus. */
  readonly cursor: PlainDate | null;
  readonly byDate: Readonly<Record<PlainDate, readonly PickableSlot[]>>;
  /** 0 is Sunday. */
  readonly firstWeekday: number;
}

/** A day as it is drawn; the markup has no rule of its own. */
export interface DayProps {
  readonly free: boolean;
  /** Whether it has starts, all of them taken or blocked. */
  readonly full: boolean;
  readonly today: boolean;
  readonly chosen: boolean;
  /** Whether it is past: focusable, never selectable. */
  readonly past: boolean;
  /** Whether Tab reaches it; one day of the month has this. */
  readonly tabbable: boolean;
}

export interface MonthView {
  /** Six rows of seven, null outside the month, so that every month is as high as the highest. */
  readonly weeks: readonly (readonly (PlainDate | null)[])[];
  /** Whether no month before this one can be booked. */
  readonly first: boolean;
  getDayProps(date: PlainDate): DayProps;
}

/** Returns the first day of the month, from `after` on, that has a free slot. */
export function firstFreeDay(byDate: MonthOptions['byDate'], after = ''): PlainDate | null {
  return (
    Object.keys(byDate)
      .sort()
      .find((date) => date > after && byDate[date]?.some(isFree)) ?? null
  );
}

/** Returns the view of one month. */
export function monthView({ month, today, chosen, cursor, byDate, firstWeekday }: MonthOptions): MonthView {
  const inMonth = (date: PlainDate | null): date is PlainDate => !!date && monthOf(date) === month;
  const tab = [cursor, chosen, firstFreeDay(byDate), today].find(inMonth) ?? `${month}-01`;
  return {
    weeks: weeksOf(month, firstWeekday),
    first: month <= monthOf(today),
    getDayProps(date) {
      const slots = byDate[date] ?? [];
      const free = slots.some(isFree);
      return {
        free,
        full: slots.length > 0 && !free,
        today: date === today,
        chosen: date === chosen,
        past: date < today,
        tabbable: date === tab,
      };
    },
  };
}

function weeksOf(month: PlainMonth, firstWeekday: number): MonthView['weeks'] {
  const lead = (weekdayOf(`${month}-01`) - firstWeekday + 7) % 7;
  const cell = (index: number) => {
    const date = addDays(`${month}-01`, index);
    return monthOf(date) === month ? date : null;
  };
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => cell(week * 7 + day - lead)));
}
