import type { CalendarBooking } from '@coach-booking/sdk';
import { formatsFor } from '../internal/dates/format.ts';
import type { PlainDate } from '../internal/dates/plain-date.ts';
import type { CalendarSay } from '../translations/calendar/index.ts';

/** The signs that distinguish a status where colours do not. Signs that every font has. */
const signs: Partial<Record<CalendarBooking['status'], string>> = {
  pending: '? ',
  in_progress: '• ',
  completed: '√ ',
  no_show: '× ',
};

/** Returns what stands first on a booking: the sign of its status, and whose it is. */
export function titleOf({ status, attendee }: CalendarBooking): string {
  return `${signs[status] ?? ''}${attendee.name}`;
}

/** The texts of the grid: each day, time and status is written once. */
export interface Labels {
  readonly say: CalendarSay;
  /** `Tuesday, April 11` */
  day(date: PlainDate): string;
  /** `Tue` */
  weekday(date: PlainDate): string;
  /** `9:30 AM` of a wall-clock minute; 1440 is midnight. */
  time(minute: number): string;
  /** `9:00 AM – 10:00 AM` */
  range(from: number, to: number): string;
  /** `Tuesday 14 April, 09:00 to 10:00, Ana Diaz, confirmed` */
  booking(booking: CalendarBooking, date: PlainDate, from: number, to: number): string;
}

const cache = new WeakMap<CalendarSay, Labels>();

/** Returns the texts of a sayer and its language; the same sayer gives the same texts. */
export function labelsFor(say: CalendarSay, language: string): Labels {
  let labels = cache.get(say);
  if (!labels) cache.set(say, (labels = create(say, language)));
  return labels;
}

function create(say: CalendarSay, language: string): Labels {
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
    range: (from, to) => `${time(from)} – ${time(to)}`,
    booking: ({ attendee, status: name }, date, from, to) =>
      say('blockLabel', { day: day(date), from: time(from), to: time(to), name: attendee.name, status: status(name) }),
  };
}
