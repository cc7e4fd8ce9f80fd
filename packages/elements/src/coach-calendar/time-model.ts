import type { CalendarBooking, CalendarFlowState } from '@coach-booking/sdk';
import { addDays } from '@coach-booking/time/dates';
import type { PlainDate } from '../internal/dates/plain-date.ts';
import { wallClock, type WallDay } from '../internal/dates/wall-clock.ts';
import { minutesOf } from '../internal/dates/wall-text.ts';
import { bandsOf, type Band } from './bands.ts';
import { columnsOf } from './layout.ts';
import { splitByDay } from './split.ts';

/** A booking, or the piece of it that lies on one day, in wall-clock minutes of that day. */
export interface Block {
  readonly booking: CalendarBooking;
  readonly from: number;
  readonly to: number;
  /** The instant at which the booking ends. */
  readonly end: number;
  /** Minutes of buffer before it, as far as they are on this day. */
  readonly before: number;
  readonly after: number;
  /** Whether the booking begins, and ends, on this day. */
  readonly begins: boolean;
  readonly ends: boolean;
  column: number;
  /** The number of columns side by side here. */
  of: number;
}

/** One column of the week. */
export interface DayModel {
  readonly day: WallDay;
  readonly date: PlainDate;
  readonly today: boolean;
  /** The blocks by beginning, the longer first: the order of the keyboard and of reading aloud. */
  readonly blocks: readonly Block[];
  readonly bands: readonly Band[];
}

/** The model of a week or a day. */
export interface TimeModel {
  readonly days: readonly DayModel[];
  /**
   * The first and the last minute on the screen, whole hours: the preferred ones, and those that bookings need beyond
   * them.
   */
  readonly first: number;
  readonly last: number;
}

/** The shortest height of a block, in minutes, so that it can be seen and pressed. */
export const SHORTEST = 15;

/** Bookings of these statuses no longer occupy their time, so no buffer is drawn around them. */
const over = /^(completed|no_show|cancelled)$/;

/** Returns the shown dates. */
const datesFrom = (from: PlainDate, to: PlainDate): PlainDate[] => {
  const dates = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
};

/** Returns the model of the dates from `from` to `to`, inclusive. Linear in the bookings. */
export function timeModel(state: CalendarFlowState, from: PlainDate, to: PlainDate): TimeModel {
  const clock = wallClock(state.timeZone);
  const days = datesFrom(from, to).map((date) => clock.day(date));
  const blocks: Block[][] = days.map(() => []);
  let first = minutesOf(state.preferences.dayStart);
  let last = minutesOf(state.preferences.dayEnd);

  for (const booking of state.bookings) {
    if (!booking.start || !booking.end) continue;
    const start = Date.parse(booking.start);
    const end = Date.parse(booking.end);
    const occupies = !over.test(booking.status);
    splitByDay(days, start, end, (at, pieceFrom, pieceTo) => {
      const day = days[at]!;
      const begins = start >= day.start;
      const ends = end <= day.end;
      if (pieceFrom < first) first = pieceFrom;
      if (pieceTo > last) last = pieceTo;
      blocks[at]!.push({
        booking,
        from: pieceFrom,
        to: pieceTo,
        end,
        before: begins && occupies ? Math.min(booking.bufferBefore, pieceFrom) : 0,
        after: ends && occupies ? Math.min(booking.bufferAfter, 1440 - pieceTo) : 0,
        begins,
        ends,
        column: 0,
        of: 1,
      });
    });
  }
  const bands = bandsOf(days, state);
  return {
    days: days.map((day, at) => ({
      day,
      date: day.date,
      today: day.date === state.today,
      blocks: placed(blocks[at]!),
      bands: bands[at]!,
    })),
    first: Math.floor(first / 60) * 60,
    last: Math.ceil(last / 60) * 60,
  };
}

function placed(blocks: Block[]): Block[] {
  blocks.sort((a, b) => a.from - b.from || b.to - a.to);
  const { column, of } = columnsOf(blocks);
  blocks.forEach((block, at) => {
    block.column = column[at]!;
    block.of = of[at]!;
  });
  return blocks;
}
