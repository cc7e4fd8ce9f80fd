import type { CalendarFlowState } from '@coach-booking/sdk';
import { weekdayOf } from '@coach-booking/time/dates';
import { wallClock, type WallClock, type WallDay } from '../internal/dates/wall-clock.ts';
import { endMinutesOf, minutesOf } from '../internal/dates/wall-text.ts';
import { splitByDay } from './split.ts';

/** The bands behind the bookings. `open` are working hours; the others name the reason why a time cannot be booked. */
export type BandKind = 'open' | 'break' | 'off' | 'personal' | 'blocked';

/** A stretch of one day in wall-clock minutes. */
export interface Band {
  readonly kind: BandKind;
  readonly from: number;
  readonly to: number;
  /** Whether the hours are being edited and not stored yet. */
  readonly draft: boolean;
  /** The title or the reason of a time off. */
  readonly text: string;
}

type Ranges = Pick<CalendarFlowState, 'days' | 'timeOff' | 'blocked' | 'draft' | 'coachTimeZone'>;

/**
 * Codes of reasons that no other part of the view shows. Hours, breaks, time off, bookings and buffers have their own,
 * and the past is where the line of now is not yet.
 */
const drawn = new Set(['notice', 'window', 'held', 'external_busy', 'source_stale', 'capacity', 'inactive']);

/** Returns the bands of each shown day, in the order in which they are drawn on each other. */
export function bandsOf(
  days: readonly WallDay[],
  { days: dates, timeOff, blocked, draft, coachTimeZone }: Ranges,
): Band[][] {
  const bands: Band[][] = days.map(() => []);
  const lay = (
    kind: BandKind,
    ranges: readonly { start: string; end: string; reason?: string; title?: string }[],
    isDraft = false,
  ) => {
    for (const { start, end, reason = '', title = reason } of ranges)
      splitByDay(days, Date.parse(start), Date.parse(end), (at, from, to) =>
        bands[at]!.push({ kind, from, to, draft: isDraft, text: title }),
      );
  };
  const hours = draft ? draftDays(days, draft.schedule, wallClock(draft.schedule.timeZone ?? coachTimeZone)) : dates;
  for (const { workingHours } of hours) lay('open', workingHours, !!draft);
  for (const { breaks } of hours) lay('break', breaks, !!draft);
  lay(
    'blocked',
    blocked.filter(({ code }) => drawn.has(code)),
  );
  for (const one of timeOff) lay(one.kind === 'personal' ? 'personal' : 'off', [one]);
  return bands;
}

/** Returns the weekly hours on the shown dates, and the part of the day before that runs past midnight. */
function draftDays(
  days: readonly WallDay[],
  { workingHours = [], breaks = [] }: NonNullable<Ranges['draft']>['schedule'],
  clock: WallClock,
) {
  const dates = new Set(
    days.flatMap(({ start, end }) => [start - 1, start, end - 1].map((at) => clock.wallOf(at).date)),
  );
  return [...dates].map((date) => {
    const at = (minute: number) => new Date(clock.instantAt(date, minute)).toISOString();
    const on = (ranges: typeof workingHours) =>
      ranges
        .filter(({ dayOfWeek }) => dayOfWeek === weekdayOf(date))
        .map((range) => ({ start: at(minutesOf(range.start)), end: at(endMinutesOf(range)) }));
    return { workingHours: on(workingHours), breaks: on(breaks) };
  });
}
