import type { Audience, MessageKind, MessageLanguage } from '../../../domain/message/message.ts';

/** The texts of a message around its template. */
export interface MessageWords {
  /** `{date}`, `{time}` and `{zone}`. */
  readonly when: string;
  /** The same with `{end}`. */
  readonly whenUntil: string;
  /** In place of a name that is unsafe to repeat. */
  readonly unnamed: Readonly<Record<Audience, string>>;
  /** Below a mail: `{brand}`, `{coach}`. */
  readonly sentBy: Readonly<Record<Audience, string>>;
  /** Below a mail of a kind that one need not get. */
  readonly unsubscribe: string;
  /** In place of answers about health. */
  readonly healthAnswers: string;
}

/** The texts of one kind for one audience, in Liquid. A channel that is absent is not used. */
export interface StandardText {
  readonly subject: string;
  readonly mail: string;
  readonly sms?: string;
  /** Title and body. */
  readonly push?: readonly [title: string, body: string];
}

/** All texts in one language. */
export interface StandardTexts {
  readonly language: MessageLanguage;
  readonly dir: 'ltr' | 'rtl';
  readonly words: MessageWords;
  /** The description of a session in a calendar. */
  readonly calendar: Readonly<Record<Audience, string>>;
  readonly attendee: Readonly<Record<Exclude<MessageKind, 'conflict' | 'recovery'>, StandardText>>;
  readonly coach: Readonly<Partial<Record<MessageKind, StandardText>>>;
}
