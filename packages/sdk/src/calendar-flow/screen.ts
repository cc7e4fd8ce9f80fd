import { addDays, datesOf } from '@coach-booking/time/dates';
import { plainDate, startOfDate } from '../slots-picker/visitor-time.ts';
import type { Changes } from './changes.ts';
import type { KnownDays } from './known-days.ts';
import type { PlainRange } from './range.ts';
import type { CalendarBooking, CalendarFlowState } from './state.ts';
import { summaryOf } from './summary.ts';

/** The plain dates of a range in the shown zone, as instants (milliseconds) and as dates in the coach's zone. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
  /** The dates with the one before, from which a session may run into the first. */
  readonly dates: readonly string[];
}

export function stretchOf({ from, to }: PlainRange, timeZone: string, coachZone: string): Stretch {
  const [begin, end] = [startOfDate(from, timeZone), startOfDate(addDays(to, 1), timeZone)];
  const dates = datesOf({ from: addDays(plainDate(begin, coachZone), -1), to: plainDate(end - 1, coachZone) });
  return { begin, end, dates };
}

/** Returns the drawn data of a range. Sorted again only where a moved booking has no answer yet. */
export function screenOf(
  { begin, end, dates }: Stretch,
  days: KnownDays,
  changes: Changes,
  now: number,
): Pick<CalendarFlowState, 'bookings' | 'days' | 'timeOff' | 'blocked' | 'summary'> {
  const meets = ({ start = '', end: until = '' }: { start?: string; end?: string }) =>
    Date.parse(start) < end && Date.parse(until) > begin;
  const known = dates.flatMap((date, at) => {
    const day = days.day(date);
    return day ? [{ day, shown: at > 0 }] : [];
  });
  const moved: CalendarBooking[] = [];
  for (const id of changes.keys()) {
    const before = days.find(id);
    const now = before && changes.patched(id, before);
    if (now && now.start !== before.start) moved.push(now);
  }
  const moving = new Set(moved.map(({ id }) => id));
  let bookings = known
    .flatMap(({ day }) => day.bookings)
    .filter((booking) => !moving.has(booking.id) && meets(booking))
    .map((booking) => changes.patched(booking.id, booking));
  if (moved.length > 0) {
    bookings = [...bookings, ...moved.filter(meets)].sort(
      (a, b) => Date.parse(a.start ?? '') - Date.parse(b.start ?? ''),
    );
  }
  const shown = known.filter((one) => one.shown).map(({ day }) => day);
  return {
    bookings,
    days: shown.flatMap(({ hours }) => hours ?? []),
    timeOff: [
      ...new Map(shown.flatMap(({ timeOff }) => timeOff).map((one) => [`${one.id} ${one.start}`, one])).values(),
    ].filter(meets),
    blocked: shown.flatMap(({ blocked }) => blocked ?? []).filter(meets),
    summary: summaryOf(bookings, begin, end, now),
  };
}
