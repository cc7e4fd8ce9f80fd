import type { Role } from '../../kernel/context.ts';
import type { MailKind } from '../../ports/mail.ts';

/**
 * The text of one mail. Placeholders are `{product}`, `{time}` (how long the link works, in words), `{when}`, `{given}`
 * (the name that was given), `{role}`, `{device}` and `{calendars}` (their names). A mail without a limit is a notice;
 * its link is for persons who did not make the change.
 */
export interface MailText {
  readonly subject: string;
  readonly reason: string;
  /** The text of the link. */
  readonly action?: string;
  readonly limit?: string;
  readonly unasked: string;
  /** The text of the link "this was not me". */
  readonly refuse?: string;
}

/** One language. `{name}` is a placeholder. */
export interface MailTexts extends Readonly<Record<MailKind, MailText>> {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly greeting: string;
  /** For a person whose name is unsafe to repeat. */
  readonly greetingWithoutName: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly unknownDevice: string;
}
