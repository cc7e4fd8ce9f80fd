import type { ReminderRule } from './calls.ts';

/** The units of the lead of a reminder, with their minutes, the longest first. */
export const units = { day: 1440, hour: 60, minute: 1 } as const;
export type Unit = keyof typeof units;

/** The longest time before a session that a reminder may have: thirty days. */
export const MAX_MINUTES = 43_200;

/** A rule as the form has it. */
export interface DraftRule {
  readonly channel: ReminderRule['channel'];
  readonly amount: number;
  readonly unit: Unit;
}

export const minutesOf = ({ amount, unit }: DraftRule): number => amount * units[unit];

/** Returns a rule in the longest unit that holds it whole. One day is written as 24 hours, which is what counts. */
export function draftOf({ channel, minutesBefore }: ReminderRule): DraftRule {
  const fits = (unit: Unit) =>
    minutesBefore % units[unit] === 0 && minutesBefore / units[unit] >= (unit === 'day' ? 2 : 1);
  const unit = (Object.keys(units) as Unit[]).find(fits) ?? 'minute';
  return { channel, amount: minutesBefore / units[unit], unit };
}

export const ruleOf = (draft: DraftRule): ReminderRule => ({ channel: draft.channel, minutesBefore: minutesOf(draft) });

/** Returns the reason why a rule cannot be saved; null when it can. */
export function wrongOf(draft: DraftRule, before: readonly DraftRule[]): 'tooLong' | 'twice' | null {
  const minutes = minutesOf(draft);
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > MAX_MINUTES) return 'tooLong';
  return before.some((other) => other.channel === draft.channel && minutesOf(other) === minutes) ? 'twice' : null;
}

/** Returns how long that is, in words of a language: `24 hours`. */
export function spanOf({ amount, unit }: DraftRule, language: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}
