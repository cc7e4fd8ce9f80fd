import type { Role } from '../context.ts';
import type { MailKind } from '../ports/mail.ts';
import { ar } from './texts/ar.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';

/**
 * What one mail says. Filled in are `{product}`, `{time}` (how long the link works, in words), `{when}`, `{given}` (the name that was given),
 * `{role}` and `{device}`. A mail without a limit only tells something; its link is for those whose doing it was not.
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

const all: Readonly<Record<string, MailTexts>> = { ar, de, en, es, fr };

/** The texts for a BCP 47 tag; English for a language that we do not write. */
export const mailTextsFor = (tag: string | undefined): MailTexts => {
  const language = tag?.toLowerCase().split('-')[0] ?? '';
  return (Object.hasOwn(all, language) ? all[language] : undefined) ?? en;
};
