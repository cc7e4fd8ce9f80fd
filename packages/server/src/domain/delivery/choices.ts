import type { ReminderRule, Reminders } from '../schedule/schedule.ts';
import { MESSAGE_KINDS, type Audience, type MessageKind } from '../message/message.ts';
import type { DeliveryChannel, DeliveryKind, DeliveryRole } from './delivery.ts';

/** Those about an account, which has one, and to people who have none. */
const UNCHOSEN = ['welcome', 'unproven', 'recovery'] as const satisfies readonly MessageKind[];
export type ChosenKind = Exclude<MessageKind, (typeof UNCHOSEN)[number]>;

const isChosen = (kind: MessageKind): kind is ChosenKind => !(UNCHOSEN as readonly string[]).includes(kind);

/** The kinds about which a person may choose. */
export const CHOSEN_KINDS: readonly ChosenKind[] = MESSAGE_KINDS.filter(isChosen);

/** Whether it is wanted, by kind and channel. */
export type Wanted = Partial<Record<ChosenKind, Partial<Record<DeliveryChannel, boolean>>>>;

/** The choices of one person about messages; what is absent is the standard. */
export interface MessageChoices {
  readonly wanted?: Wanted;
  /** Own reminders, in place of the coach's; with none in it there are no reminders at all. */
  readonly reminders?: readonly ReminderRule[];
}

/** The state of a channel before a choice. `always` cannot be switched off. */
export type Standard = 'on' | 'off' | 'always';
type Standards = Readonly<Record<ChosenKind, Readonly<Partial<Record<DeliveryChannel, Standard>>>>>;

/** A change of a booking is sent in writing. An SMS costs the partner money, so attendees cannot ask for more. */
const inWriting = { email: 'always', push: 'off' } as const;
/** The coach side gets at once what asks for something, and by mail the rest. */
const urgent = { email: 'on', sms: 'off', push: 'on' } as const;
const calm = { email: 'on', sms: 'off', push: 'off' } as const;

const standards: Readonly<Record<Audience, Standards>> = {
  attendee: {
    requested: inWriting,
    confirmed: inWriting,
    declined: inWriting,
    expired: inWriting,
    changed: inWriting,
    cancelled: inWriting,
    reminder: { email: 'on', sms: 'on', push: 'on' },
    follow_up: { email: 'on' },
    conflict: {},
  },
  coach: {
    requested: urgent,
    confirmed: calm,
    declined: calm,
    expired: calm,
    changed: calm,
    cancelled: urgent,
    // They have their own reminders alone, each with its channel.
    reminder: {},
    follow_up: {},
    conflict: urgent,
  },
};

/** Returns the audience that a recipient belongs to. */
export function audienceOf(role: DeliveryRole): Audience {
  return role === 'attendee' ? 'attendee' : 'coach';
}

/** Returns how a kind goes by each channel before a choice; a channel that is not offered is absent. */
export function standardsOf(
  kind: ChosenKind,
  audience: Audience,
): Readonly<Partial<Record<DeliveryChannel, Standard>>> {
  return standards[audience][kind];
}

/** Returns whether a person wants messages of a kind by a channel. `undefined` choices: none were made. */
export function isWanted(
  kind: DeliveryKind,
  channel: DeliveryChannel,
  audience: Audience,
  choices: MessageChoices | undefined,
): boolean {
  if (!isChosen(kind)) return true;
  // The rule of a reminder of the coach side is a choice by itself.
  if (kind === 'reminder' && audience === 'coach') return true;
  const standard = standardsOf(kind, audience)[channel];
  if (standard === undefined || standard === 'always') return standard === 'always';
  return choices?.wanted?.[kind]?.[channel] ?? standard === 'on';
}

/** Returns the reminders of a recipient: their own, else those of the coach, which are for attendees alone. */
export function remindersOfReader(
  ofCoach: Reminders,
  choices: MessageChoices | undefined,
  role: DeliveryRole,
): Reminders {
  const rules = choices?.reminders ?? (role === 'attendee' ? ofCoach.rules : []);
  return { ...ofCoach, rules };
}
