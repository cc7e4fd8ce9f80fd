import { zoneKnowledge, zoneOffset } from '@coach-booking/sdk';
import { addDays, utcOf } from '@coach-booking/time/dates';
import type { PlainDate } from './plain-date.ts';

const MINUTE_MS = 60_000;
const dayMs = 1440 * MINUTE_MS;

/** One date in a zone: its two midnights, and the local time in between. Instants are ms since the epoch. */
export interface WallDay {
  readonly date: PlainDate;
  /** The first instant of the date. */
  readonly start: number;
  /** The first instant of the next date; 23 or 25 hours later where the clocks change. */
  readonly end: number;
  /** Returns the local minute at an instant of this date; 1440 at its end. */
  minuteOf(instant: number): number;
}

/** The clock of one zone, by the offsets that the server sent. */
export interface WallClock {
  readonly timeZone: string;
  day(date: PlainDate): WallDay;
  /**
   * Returns the instant of a local time, as minutes after midnight; they may lie outside 0–1440, for the days around. A
   * repeated time is the first one; a skipped time is as much later as is skipped.
   */
  instantAt(date: PlainDate, minute: number): number;
  /** Returns the local date and minute of an instant. */
  wallOf(instant: number): { readonly date: PlainDate; readonly minute: number };
}

const clocks = new Map<string, { readonly clock: WallClock; readonly knowledge: object | undefined }>();

/**
 * Returns the clock of a zone (IANA name). The same zone returns the same clock, until the server sends other offsets
 * for it.
 */
export function wallClock(timeZone: string): WallClock {
  const made = clocks.get(timeZone);
  const knowledge = zoneKnowledge(timeZone);
  if (made && made.knowledge === knowledge) return made.clock;
  const clock = create(timeZone);
  clocks.set(timeZone, { clock, knowledge });
  return clock;
}

function create(timeZone: string): WallClock {
  const offset = (instant: number): number => zoneOffset(timeZone, instant);
  const days = new Map<PlainDate, WallDay>();

  const instantAt = (date: PlainDate, minute: number): number => {
    const wall = +utcOf(date) + minute * MINUTE_MS;
    const before = offset(wall - dayMs);
    const after = offset(wall + dayMs);
    const first = wall - before;
    return before === after || offset(first) === before || offset(wall - after) !== after ? first : wall - after;
  };
  const makeDay = (date: PlainDate): WallDay => {
    const start = instantAt(date, 0);
    const end = instantAt(addDays(date, 1), 0);
    const even = end - start === dayMs;
    const midnight = +utcOf(date);
    return {
      date,
      start,
      end,
      minuteOf: (instant) =>
        even
          ? (instant - start) / MINUTE_MS
          : instant >= end
            ? 1440
            : (instant + offset(instant) - midnight) / MINUTE_MS,
    };
  };
  return {
    timeZone,
    instantAt,
    day(date) {
      let day = days.get(date);
      if (!day) days.set(date, (day = makeDay(date)));
      return day;
    },
    wallOf(instant) {
      const wall = instant + offset(instant);
      const minute = Math.floor((wall % dayMs) / MINUTE_MS);
      return { date: new Date(wall).toISOString().slice(0, 10), minute };
    },
  };
}
