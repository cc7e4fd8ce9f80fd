/**
 * The kinds of messages. `expired`: a request was not answered in time. `conflict`: another calendar of the coach is
 * busy then. `unproven`: a guest is asked to confirm by mail. `recovery`: a booking was begun and not finished, by a
 * person who agreed to be reminded.
 */
export const MESSAGE_KINDS = [
  'requested',
  'confirmed',
  'declined',
  'expired',
  'changed',
  'cancelled',
  'reminder',
  'follow_up',
  'conflict',
  'welcome',
  'unproven',
  'recovery',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const MESSAGE_CHANNELS = ['email', 'sms', 'push'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/**
 * The readers of a message: the person the booking is for, or the coach side, which is the coach and the member of
 * staff.
 */
export const AUDIENCES = ['attendee', 'coach'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The languages in which there are standard texts. */
export const MESSAGE_LANGUAGES = ['en', 'de', 'es', 'fr', 'ar', 'it', 'pt', 'nl', 'pl', 'tr', 'he'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** Returns whether a language, by its BCP 47 subtag, is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return language === 'ar' || language === 'he';
}

/** The message that a text is for. */
export interface MessageKey {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly audience: Audience;
  readonly language: MessageLanguage;
}

/**
 * The text of a message, in Liquid. A partner's or a coach's own stands in place of the standard one. `subject` is the
 * subject of a mail or the title of a push message; an SMS has none.
 */
export interface Template extends MessageKey {
  readonly subject?: string;
  readonly body: string;
}

const everywhere = MESSAGE_CHANNELS;
const byMail: readonly MessageChannel[] = ['email'];
const inWriting: readonly MessageChannel[] = ['email', 'sms'];

const channels: Readonly<Record<Audience, Readonly<Record<MessageKind, readonly MessageChannel[]>>>> = {
  attendee: {
    requested: everywhere,
    confirmed: everywhere,
    declined: everywhere,
    expired: everywhere,
    changed: everywhere,
    cancelled: everywhere,
    reminder: everywhere,
    follow_up: everywhere,
    conflict: [],
    welcome: byMail,
    unproven: byMail,
    recovery: inWriting,
  },
  coach: {
    requested: everywhere,
    confirmed: everywhere,
    declined: everywhere,
    expired: everywhere,
    changed: everywhere,
    cancelled: everywhere,
    reminder: everywhere,
    follow_up: [],
    conflict: everywhere,
    welcome: byMail,
    unproven: [],
    recovery: [],
  },
};

/** Returns the channels that carry this message to these people; none where it does not concern them. */
export function channelsOf(kind: MessageKind, audience: Audience): readonly MessageChannel[] {
  return channels[audience][kind];
}

/** Returns the language of a BCP 47 tag in which there are standard texts; English for any other. */
export function messageLanguageOf(tag: string | undefined): MessageLanguage {
  // Java and PHP write `pt_BR`.
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return MESSAGE_LANGUAGES.find((known) => known === language) ?? 'en';
}
