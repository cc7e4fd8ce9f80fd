import type { Role } from '../../kernel/context.ts';
import type { MailKind } from '../../ports/mail.ts';

/**
 * What one mail says. Filled in are `{product}`, `{time}` (how long the link works, in words), `{when}`, `{given}` (the
 * name that was given), `{role}` and `{device}`. A mail without a limit only tells something; its link is for those
 * whose doing it was not.
 */
export interface MailText {
  readonly subject: string;
  readonly why: string;
  /** On the link. */
  readonly action?: string;
  readonly limit?: string;
  readonly unasked: string;
  /** On the link that says "this was not me". */
  readonly refuse?: string;
}

/** One language. `{name}` is filled in. */
export interface MailTexts extends Readonly<Record<MailKind, MailText>> {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly greeting: string;
  /** For somebody whose name is better not repeated. */
  readonly greetingWithoutName: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly unknownDevice: string;
}
