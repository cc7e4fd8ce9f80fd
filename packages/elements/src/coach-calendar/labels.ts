import type { CalendarBooking } from '@coach-booking/sdk';
import { formatsFor, type Formats } from '../internal/dates/format.ts';
import { wallClock, type WallDay } from '../internal/dates/wall-clock.ts';
import type { CalendarSay } from '../translations/calendar/index.ts';
import type { PlainDate } from '../internal/dates/plain-date.ts';

/** The signs that distinguish a status where colours do not. Every font has them. */
const signs: Partial<Record<CalendarBooking['status'], string>> = {
  pending: '? ',
  in_progress: '• ',
  completed: '√ ',
  no_show: '× ',
};

/** Returns the title of a booking: the sign of its status and the client's name. */
export function titleOf({ status, attendee }: CalendarBooking): string {
  return `${signs[status] ?? ''}${attendee.name}`;
}

/** The texts of the grid: each day, time and status is written once. */
export interface Labels {
  readonly say: CalendarSay;
  /** Writes a date as `Tuesday, April 11`. */
  day(date: PlainDate): string;
  /** Writes the weekday of a date as `Tue`. */
  weekday(date: PlainDate): string;
  /** Writes a wall-clock minute as `9:30 AM`; 1440 is midnight. */
  time(minute: number): string;
  /**
   * Writes a minute of a day, which is this instant, as `time` does; as `1:30 AM EDT` where the clocks show it twice.
   */
  timeAt(day: WallDay, minute: number, instant: string): string;
  /** Writes two wall-clock minutes as `9:00 AM – 10:00 AM`. */
  range(from: number, to: number): string;
  /** Describes a booking with its two times in words: `Tuesday 14 April, 09:00 to 10:00, Ana Diaz, confirmed`. */
  booking(booking: CalendarBooking, date: PlainDate, from: string, to: string, staff?: string): string;
}

/** Caches the results of a function of one text. */
function cached(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => known.get(text) ?? (known.set(text, make(text)), known.get(text)!);
}

/** Removes the minutes of a full hour from a time that has `AM` or `PM`: without one, an hour alone is no time. */
export const leanTime = cached((time) => time.replace(/:(00|٠٠)(?=\D)/, ''));

/** Writes `8a` for `8:00 AM`, where a name has to stand beside it. */
export const shortTime = cached((time) =>
  leanTime(time).replace(/\s?([ap])\.?\s?m\.?/i, (_, half: string) => half.toLowerCase()),
);

/** Returns the service of a booking, where it is when that is online, and the initials of who runs it. */
export function detailsOf({ say }: Labels, { serviceTitle, locationKind }: CalendarBooking, staff?: string): string {
  const initials =
    staff &&
    Array.from(staff.matchAll(/(?<=^|\s)\S/gu), String)
      .slice(0, 2)
      .join('');
  return [serviceTitle, locationKind === 'online' && say('online'), initials].filter(Boolean).join(' · ');
}

/** Returns the mark after a time that the clocks of a zone show twice. It is loaded with the panels, after the grid. */
export type ZoneMark = typeof import('../internal/dates/zone-mark.ts').zoneMark;

const cache = new WeakMap<CalendarSay, readonly [Formats, ZoneMark | undefined, Labels]>();

/** Returns the texts of a translator and a zone; the same values give the same texts. */
export function labelsFor(say: CalendarSay, format: Formats, mark?: ZoneMark): Labels {
  const known = cache.get(say);
  if (known && known[0] === format && known[1] === mark) return known[2];
  const labels = create(say, format, mark);
  cache.set(say, [format, mark, labels]);
  return labels;
}

const DAY_MS = 86_400_000;

function create(say: CalendarSay, zoned: Formats, mark?: ZoneMark): Labels {
  const { language, timeZone } = zoned;
  const format = formatsFor(language, 'UTC');
  const memo = <K, V>(make: (key: K) => V) => {
    const known = new Map<K, V>();
    return (key: K): V => {
      let value = known.get(key);
      if (value === undefined) known.set(key, (value = make(key)));
      return value;
    };
  };
  const day = memo((date: PlainDate) => format.day(date));
  const time = memo((minute: number) => format.time(new Date(minute * 60_000).toISOString()));
  const status = memo((name: CalendarBooking['status']) => say(name).toLocaleLowerCase(language));
  return {
    say,
    day,
    weekday: format.weekday,
    time,
    timeAt({ start, end }, minute, instant) {
      // Only on a day on which the clocks change does a time occur twice, and do minutes differ from the clock.
      if (end - start === DAY_MS) return time(minute);
      return time(wallClock(timeZone).wallOf(Date.parse(instant)).minute) + (mark?.(zoned, instant) ?? '');
    },
    range: (from, to) => `${time(from)} – ${time(to)}`,
    booking: ({ attendee, status: name, serviceTitle, locationKind }, date, from, to, staff) =>
      say('blockLabel', { day: day(date), from, to, name: attendee.name, status: status(name) }) +
      [serviceTitle, locationKind === 'online' && say('online'), staff]
        .map((part) => (part ? `, ${part}` : ''))
        .join(''),
  };
}
