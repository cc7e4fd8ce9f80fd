import { draftOf, spanOf } from '../desk/messages/rule.ts';
import type { Channel, Rule, Settings } from './calls.ts';

/** The times before a session that are offered, in minutes. */
const TIMES: readonly number[] = [15, 30, 60, 120, 240, 720, 1440, 2880, 10_080];
/** The most reminders of one's own. */
export const MAX_OWN = 5;
export const channels: readonly Channel[] = ['email', 'sms', 'push'];

/** Returns the times to choose from, with the one that is chosen already. */
export function timesWith(minutes: number): readonly number[] {
  return [...new Set([...TIMES, minutes])].sort((a, b) => a - b);
}

/** Returns a time in words of a language: `24 hours`. */
export function timeText(minutesBefore: number, language: string): string {
  return spanOf(draftOf({ channel: 'email', minutesBefore }), language);
}

const isSame = (a: Rule, b: Rule): boolean => a.channel === b.channel && a.minutesBefore === b.minutesBefore;

/** Returns whether the reminder is among those before it. */
export function isTwice(rules: readonly Rule[], index: number): boolean {
  return rules.slice(0, index).some((rule) => isSame(rule, rules[index]!));
}

/** Returns the reminders with one more, a day before by mail at first. */
export function withAnother(rules: readonly Rule[]): readonly Rule[] {
  const offered = [1440, 120, 60, 30, 15, 2880].map((minutesBefore): Rule => ({ channel: 'email', minutesBefore }));
  return [...rules, offered.find((rule) => !rules.some((other) => isSame(rule, other)))!];
}

/** The origin of the reminders of a person. */
export type Origin = 'coach' | 'none' | 'own';

/** Returns where the reminders come from; without a choice a client gets those of the coach, the team none. */
export function originOf({ reminders }: Settings, isTeam: boolean): Origin {
  if (reminders === undefined) return isTeam ? 'none' : 'coach';
  return reminders.length === 0 ? 'none' : 'own';
}
