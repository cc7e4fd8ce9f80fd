import { addDays, utcOf, type PlainDate } from './plain-date.ts';

const MINUTE_MS = 60_000;
/** Clocks change, and zones differ from UTC, by whole quarters of an hour. */
const quarterMs = 15 * MINUTE_MS;
const dayMs = 1440 * MINUTE_MS;

/**
 * One date on the wall of a zone: its two midnights, and what the wall shows in between. Instants are ms since the
 * epoch.
 */
export interface WallDay {
  readonly date: PlainDate;
  /** The first instant of the date. */
  readonly start: number;
  /** The first instant of the next date; 23 or 25 hours later where the clocks change. */
  readonly end: number;
  /** Minutes that the wall shows at an instant of this date; 1440 at its end. */
  minuteOf(instant: number): number;
}

/** The wall of one zone as arithmetic: no formatter is asked but for offsets, and each date is asked for once. */
export interface WallClock {
  readonly timeZone: string;
  day(date: PlainDate): WallDay;
  /**
   * The instant at which the wall shows so many minutes after midnight; they may lie outside 0–1440, for the days
   * around. What the wall shows twice is meant the first time; what it skips is as much later as it skips.
   */
  instantAt(date: PlainDate, minute: number): number;
  /** Date and minute that the wall shows at an instant. */
  wallOf(instant: number): { readonly date: PlainDate; readonly minute: number };
}

const clocks = new Map<string, WallClock>();

/** The clock of a zone (IANA name). The same zone gives the same clock. */
export function wallClock(timeZone: string): WallClock {
  let clock = clocks.get(timeZone);
  if (!clock) clocks.set(timeZone, (clock = create(timeZone)));
  return clock;
}

function create(timeZone: string): WallClock {
  // Swedish writes `2028-04-11 09:30`, which `Date` can read.
  const stamp = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const wallMs = (instant: number) => Date.parse(`${stamp.format(instant).replace(' ', 'T')}Z`);
  const offsets = new Map<number, number>();
  const offset = (instant: number): number => {
    const quarter = Math.floor(instant / quarterMs) * quarterMs;
    let known = offsets.get(quarter);
    if (known === undefined) {
      if (offsets.size > 5000) offsets.clear();
      offsets.set(quarter, (known = wallMs(quarter) - quarter));
    }
    return known;
  };
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
