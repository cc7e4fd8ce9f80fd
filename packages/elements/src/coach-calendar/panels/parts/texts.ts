import type { CalendarBooking, CalendarFlowState, CalendarProblem, WallRange } from '@coach-booking/sdk';
import { formatsFor, type Formats } from '../../../internal/dates/format.ts';
import { addDays, utcOf } from '@coach-booking/time/dates';
import type { PlainDate } from '../../../internal/dates/plain-date.ts';
import { wallOf } from '../../../internal/dates/wall.ts';
import { zoneMark } from '../../../internal/dates/zone-mark.ts';
import { wallDate } from '../../../internal/dates/wall-date.ts';
import { isCalendarPhrase, type CalendarPhrase, type CalendarSay } from '../../../translations/calendar/index.ts';
import { shownEnd } from './typed-range.ts';

/** Returns a text that is not broken over lines. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** Writes `1:00 PM`; with its zone where the clocks show that time twice. */
const timeText = (format: Formats, instant: string): string =>
  unbroken(format.time(instant) + zoneMark(format, instant));

/** Writes `Wednesday, April 12, 1:00 PM`. */
export function momentText(format: Formats, instant: string): string {
  return `${format.day(wallOf(instant, format.timeZone).date)}, ${timeText(format, instant)}`;
}

/**
 * Writes `Wednesday, April 12, 1:00 PM – 2:00 PM`; both dates when it ends on another. A line may break after a dash
 * (UAX 14), so a word joiner keeps the two times on one.
 */
export function spanText(format: Formats, start: string, end: string): string {
  const sameDay = wallOf(start, format.timeZone).date === wallOf(end, format.timeZone).date;
  return sameDay
    ? `${momentText(format, start)}\u00a0–\u2060\u00a0${timeText(format, end)}`
    : `${momentText(format, start)} – ${momentText(format, end)}`;
}

/** Writes time off that covers whole days as dates, other time off with its times. */
export function timeOffText(format: Formats, start: string, end: string): string {
  const [from, to] = [wallOf(start, format.timeZone), wallOf(end, format.timeZone)];
  if (from.time !== '00:00' || to.time !== '00:00') return spanText(format, start, end);
  const last = addDays(to.date, -1);
  return last === from.date ? format.day(from.date) : `${format.day(from.date)} – ${format.day(last)}`;
}

/** Writes a wall-clock text as `2:00 PM`. */
export function wallTimeText(language: string, wall: string): string {
  return unbroken(formatsFor(language, 'UTC').time(`2000-01-02T${shownEnd(wall)}:00Z`));
}

/** Writes `10:00 AM – 2:00 PM` of wall-clock texts. */
export function wallRangeText(language: string, { start, end }: WallRange): string {
  return `${wallTimeText(language, start)} – ${wallTimeText(language, end)}`;
}

/** Returns the name of a weekday; 0 is Sunday. */
export function weekdayName(language: string, dayOfWeek: number): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    utcOf(`2000-01-0${2 + dayOfWeek}` as PlainDate),
  );
}

/** Returns in plain words what went wrong: by its code where that is more exact than its kind. */
export function problemText(
  say: CalendarSay,
  { code, kind, intent }: Pick<CalendarProblem, 'code' | 'kind' | 'intent'>,
): string {
  if (kind === 'stale' && /^(save|draft)Schedule$/.test(intent)) return say('hoursMoved');
  if (intent === 'findBooking' && /stale|forbidden|refused/.test(kind)) return say('bookingNotHere');
  const byCode = `code_${code}`;
  return say(isCalendarPhrase(byCode) ? byCode : `problem_${kind}`);
}

/** Returns the text about a finished act. */
export function doneText(say: CalendarSay, intent: string): string {
  const phrase = `done_${intent}`;
  return say(isCalendarPhrase(phrase) ? phrase : 'done');
}

/** Returns the label of a field that the server refused, independent of the object it belongs to. */
export function refusedField(problem: CalendarProblem | null, name: string): boolean {
  return Object.keys(problem?.fields ?? {}).some((field) => field.split(/[./]/).at(-1) === name);
}

/** Returns the name of the person who runs a booking, or null when it is the coach. */
export function staffName(
  { say }: { say: CalendarSay },
  { staffNames, team }: CalendarFlowState,
  { staffId }: CalendarBooking,
): string | null {
  if (!staffId) return null;
  return staffNames[staffId] ?? team.find(({ id }) => id === staffId)?.name ?? say('staffFormer');
}

/** Returns the phrase of a status or of an actor. */
export function byPhrase(by: CalendarBooking['rescheduleHistory'][number]['by']): CalendarPhrase {
  return `by_${by}`;
}

/** Writes `Apr 12, 2028, 9:30 AM` in the zone of the formats. */
export function stampText({ language, timeZone }: Formats, instant: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
    wallDate(instant, timeZone),
  );
}
