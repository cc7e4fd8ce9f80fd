import { weekdayOf } from '@coach-booking/time/dates';
import type { ScheduleReplacement, ScheduleView, WallRange } from '@coach-booking/sdk';
import { differsIn } from '../parts/form-state.ts';
import { wholeNumber } from '../../../internal/numbers.ts';
import { weekIsValid, weekOf, weeklyOf, type WeekdayHours } from './weekly-hours.ts';

/** The rules with a number: their limits are the API's. */
export const ruleLimits = {
  slotInterval: [5, 1440],
  defaultDuration: [5, 1440],
  bufferBefore: [0, 720],
  bufferAfter: [0, 720],
  minimumNotice: [0, 129_600],
  bookingWindow: [0, 730],
} as const satisfies Partial<Record<keyof ScheduleReplacement, readonly [min: number, max: number]>>;

export type Rule = keyof typeof ruleLimits;
export const rules = Object.keys(ruleLimits) as Rule[];

/** The hours of one date as they are typed; no ranges is a closed day. */
export interface TypedOverride {
  readonly date: string;
  readonly ranges: readonly WallRange[];
  /** Whether it is in the list already, so that its date is fixed. */
  readonly known: boolean;
}

/** The schedule as it is typed. */
export interface ScheduleForm {
  readonly tab: 'weekly' | 'rules' | 'overrides';
  readonly week: readonly WeekdayHours[];
  readonly numbers: Readonly<Record<Rule, string>>;
  readonly sameDayBooking: boolean;
  readonly autoConfirm: boolean;
  readonly timeZone: string;
  /** The day whose hours are being copied, and the target days. */
  readonly copying: { readonly from: number; readonly to: readonly number[] } | null;
  readonly override: TypedOverride | null;
  readonly submitted: boolean;
  /**
   * The version of the schedule that is being edited: when another one is stored by now, another person has saved
   * meanwhile.
   */
  readonly scheduleVersion: number;
}

/** Returns the form of a stored schedule, optionally at one date. */
export function initialScheduleForm(schedule: ScheduleView, date?: string): ScheduleForm {
  return {
    tab: date ? 'overrides' : 'weekly',
    week: weekOf(schedule),
    numbers: Object.fromEntries(rules.map((rule) => [rule, `${schedule[rule]}`])) as Record<Rule, string>,
    sameDayBooking: schedule.sameDayBooking,
    autoConfirm: schedule.autoConfirm,
    timeZone: schedule.timeZone,
    copying: null,
    override: date ? overrideFor(schedule, date) : null,
    submitted: false,
    scheduleVersion: schedule.scheduleVersion,
  };
}

/** Returns the hours to edit for a date: its own, else those of its weekday, else nine to five. */
export function overrideFor({ dateOverrides, workingHours }: ScheduleView, date: string): TypedOverride {
  const stored = dateOverrides.find((override) => override.date === date);
  if (stored) return { date, ranges: stored.ranges, known: true };
  const dayOfWeek = weekdayOf(date);
  const usual = workingHours.filter((range) => range.dayOfWeek === dayOfWeek).map(({ start, end }) => ({ start, end }));
  return { date, ranges: usual.length > 0 ? usual : [{ start: '09:00', end: '17:00' }], known: false };
}

/**
 * Returns the whole schedule to store, with the fields that this form does not show unchanged; null while a field is
 * invalid.
 */
export function scheduleInputOf(typed: ScheduleForm, stored: ScheduleView): ScheduleReplacement | null {
  const numbers = rules.map(
    (rule) => [rule, wholeNumber(typed.numbers[rule], ruleLimits[rule][0], ruleLimits[rule][1])] as const,
  );
  if (!weekIsValid(typed.week) || numbers.some(([, value]) => value === null)) return null;
  return {
    timeZone: typed.timeZone,
    ...weeklyOf(typed.week),
    ...(Object.fromEntries(numbers) as Record<Rule, number>),
    sameDayBooking: typed.sameDayBooking,
    autoConfirm: typed.autoConfirm,
    reminders: stored.reminders,
    scheduleVersion: typed.scheduleVersion,
  };
}

/** Returns whether hours, rules or a date were typed and not stored. With a newer schedule, the first state counts. */
export function isTyped(value: ScheduleForm, first: ScheduleForm, stored: ScheduleView): boolean {
  const { override, scheduleVersion } = value;
  const before = scheduleVersion === stored.scheduleVersion ? initialScheduleForm(stored) : first;
  if (differsIn(['week', 'numbers', 'sameDayBooking', 'autoConfirm', 'timeZone'], value, before)) return true;
  return !!override?.date && differsIn(['ranges'], override, overrideFor(stored, override.date));
}
