import { weekdayOf } from '@coach-booking/time/dates';
import type { ScheduleReplacement, ScheduleView, WallRange } from '@coach-booking/sdk';
import { differsIn } from '../parts/form-state.ts';
import { allZones } from '../../../internal/dates/zone-list.ts';
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

export type Unit = 'minute' | 'hour' | 'day' | 'week';
/** The units in which a rule can be typed; the API has it in the first. */
export const ruleUnits: Readonly<Record<Rule, readonly Unit[]>> = {
  slotInterval: ['minute', 'hour'],
  defaultDuration: ['minute', 'hour'],
  bufferBefore: ['minute', 'hour'],
  bufferAfter: ['minute', 'hour'],
  minimumNotice: ['minute', 'hour', 'day'],
  bookingWindow: ['day', 'week'],
};
const MINUTES = { minute: 1, hour: 60, day: 1440, week: 10_080 } as const satisfies Record<Unit, number>;

/** Returns how many of the API's units one unit of a rule is. */
const sizeOf = (rule: Rule, unit: Unit): number => MINUTES[unit] / MINUTES[ruleUnits[rule][0]!];

/** A rule as it is typed. */
export interface TypedRule {
  readonly text: string;
  readonly unit: Unit;
}

/** Returns a rule in the largest unit that has no fraction of it. */
function typedRule(rule: Rule, value: number): TypedRule {
  const unit = ruleUnits[rule].findLast((each) => value > 0 && value % sizeOf(rule, each) === 0) ?? ruleUnits[rule][0]!;
  return { text: `${value / sizeOf(rule, unit)}`, unit };
}

/** Returns the limits of a rule in one of its units. */
export function limitsIn(rule: Rule, unit: Unit): { readonly min: number; readonly max: number } {
  const [min, max] = ruleLimits[rule];
  const size = sizeOf(rule, unit);
  return { min: Math.ceil(min / size), max: Math.floor(max / size) };
}

/** Returns a rule as the API has it; null while it is no number, or beyond its limits. */
export function ruleOf(rule: Rule, { text, unit }: TypedRule): number | null {
  const { min, max } = limitsIn(rule, unit);
  const value = wholeNumber(text, min, max);
  return value === null ? null : value * sizeOf(rule, unit);
}

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
  readonly numbers: Readonly<Record<Rule, TypedRule>>;
  readonly sameDayBooking: boolean;
  readonly autoConfirm: boolean;
  /** The zone as it is typed, or chosen from the list. */
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
    numbers: Object.fromEntries(rules.map((rule) => [rule, typedRule(rule, schedule[rule])])) as Record<
      Rule,
      TypedRule
    >,
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

/** Returns the zone of a name as people type it, `new york` or `America/New York`; null where there is none or many. */
export function zoneTyped(typed: string, stored: string): string | null {
  const name = typed.trim().replaceAll(' ', '_').toLowerCase();
  const zones = [...new Set([stored, ...allZones()])];
  const found = zones.filter((zone) => zone.toLowerCase() === name);
  const ending = zones.filter((zone) => zone.toLowerCase().endsWith(`/${name}`));
  return found[0] ?? (ending.length === 1 ? ending[0]! : null);
}

/**
 * Returns the whole schedule to store, with the fields that this form does not show unchanged; null while a field is
 * invalid.
 */
export function scheduleInputOf(typed: ScheduleForm, stored: ScheduleView): ScheduleReplacement | null {
  const numbers = rules.map((rule) => [rule, ruleOf(rule, typed.numbers[rule])] as const);
  const timeZone = zoneTyped(typed.timeZone, stored.timeZone);
  if (!timeZone || !weekIsValid(typed.week) || numbers.some(([, value]) => value === null)) return null;
  return {
    timeZone,
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
