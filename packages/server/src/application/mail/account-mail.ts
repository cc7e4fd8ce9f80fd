import type { Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import type { Device, Role } from '../kernel/context.ts';
import type { MailKind, MailMessage } from '../ports/mail.ts';
import type { Line } from '../../domain/message/marked-text.ts';
import { mailHtml } from './mail-html.ts';
import type { MailPart } from './mail-parts.ts';
import { mailTextsFor } from './mail-texts.ts';
import { momentText } from './moment-text.ts';
import type { MessageBrand } from './message-brand.ts';
import { nameForGreeting, oneLine } from './one-line.ts';
import type { MailText, MailTexts } from './texts/mail-text.ts';

export interface AccountMail {
  readonly kind: MailKind;
  readonly to: string;
  /** As the person entered it. */
  readonly name: string;
  /** The sender. */
  readonly brand: MessageBrand;
  /** An absolute URL: it carries the token, or leads to where a password is chosen. A notice needs none. */
  readonly link?: string | undefined;
  /** The milliseconds for which the link works. */
  readonly lifetime?: number | undefined;
  /** The link of "this was not me". */
  readonly secondLink?: string | undefined;
  readonly role: Role;
  /** When the event was, epoch milliseconds. */
  readonly at: Instant;
  readonly timeZone?: string | undefined;
  readonly device?: Device | undefined;
  /** The names of the calendars that a mail is about. */
  readonly calendars?: readonly string[] | undefined;
  /** The connected accounts that a mail is about. */
  readonly accounts?: readonly string[] | undefined;
  /** The sessions that a mail is about. */
  readonly sessions?: readonly string[] | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}

const countOf = (lifetime: number): readonly [number, 'day' | 'hour' | 'minute'] => {
  if (lifetime > DAY && lifetime % DAY === 0) return [lifetime / DAY, 'day'];
  return lifetime % HOUR === 0 ? [lifetime / HOUR, 'hour'] : [Math.round(lifetime / MINUTE), 'minute'];
};

/** Returns `7 days`, `24 hours`, or minutes where it is no whole number of either, in words of the language. */
const timeOf = (lifetime: number, language: string): string => {
  const [count, unit] = countOf(lifetime);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
};

const deviceOf = ({ browser, system }: Device = {}, unknown: string): string => {
  const known = [browser, system].filter((part) => part !== undefined);
  return known.length > 0 ? known.join(', ') : unknown;
};

type Values = Readonly<Record<string, string>>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** Returns the same in pieces: in HTML each value has its own direction, and none becomes a link. */
const lineOf = (text: string, values: Values): Line =>
  text
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 1 ? { text: values[part] ?? '', isValue: true } : { text: part, isValue: false }))
    .filter((piece) => piece.text !== '');

/** A paragraph, or a link with its text. */
type Part = { readonly text: string } | { readonly label: string; readonly url: string };

const partsOf = (text: MailText, { link, secondLink }: AccountMail): readonly Part[] => {
  const main: readonly Part[] = link && text.action ? [{ label: text.action, url: link }] : [];
  const limit: readonly Part[] = text.limit ? [{ text: text.limit }] : [];
  const second: readonly Part[] = secondLink && text.refuse ? [{ label: text.refuse, url: secondLink }] : [];
  // The link of a notice is for persons who did not make the change.
  if (!text.limit) return [{ text: text.reason }, { text: text.unasked }, ...main];
  return [{ text: text.reason }, ...main, ...limit, { text: text.unasked }, ...second];
};

const textOf = (parts: readonly Part[], greeting: string, values: Values): string =>
  [
    fill(greeting, values),
    ...parts.map((part) => ('text' in part ? fill(part.text, values) : `${part.label}:\n${part.url}`)),
  ].join('\n\n') + '\n';

/** Returns the mail in the look of the brand, like all others. */
function htmlOf(
  mail: AccountMail,
  { language, dir }: MailTexts,
  parts: readonly Part[],
  subject: string,
  greeting: string,
  values: Values,
): string {
  const drawn = parts.map((part): MailPart => {
    if (!('text' in part)) return { kind: 'action', ...part };
    return { kind: 'text', lines: [lineOf(part.text, values)] };
  });
  return mailHtml({
    language,
    dir,
    subject: fill(subject, values),
    preview: fill(subject, values),
    parts: [
      { kind: 'headline', line: lineOf(subject, values) },
      { kind: 'text', lines: [lineOf(greeting, values)] },
      ...drawn,
    ],
    links: new Set(),
    brand: mail.brand,
    footer: [],
  });
}

const checkLink = (link: string | undefined): void => {
  if (link !== undefined && !/^https?:$/.test(new URL(link).protocol))
    throw new TypeError('A mail links to http(s) only.');
};

/**
 * Returns the values to fill in. A person who registers with another's address must not write to them by way of a name.
 */
const valuesOf = (mail: AccountMail, texts: MailTexts): Values => {
  const { language, roles, unknownDevice } = texts;
  const name = nameForGreeting(mail.name);
  return {
    name: name ?? '',
    given: name ?? '—',
    product: oneLine(mail.brand.name),
    role: roles[mail.role],
    when: momentText(mail.at, mail.timeZone ?? 'UTC', language),
    device: deviceOf(mail.device, unknownDevice),
    calendars: (mail.calendars ?? []).map(oneLine).join(' · '),
    accounts: (mail.accounts ?? []).map(oneLine).join(' · '),
    sessions: (mail.sessions ?? []).map(oneLine).join(' · '),
    time: mail.lifetime === undefined ? '' : timeOf(mail.lifetime, language),
  };
};

/**
 * Returns a mail about an account, as plain text and as HTML, in the reader's language. Throws a TypeError for a link
 * that is not http(s), since not every mail program would show it as one.
 */
export function accountMail(mail: AccountMail): MailMessage {
  const { kind, to, link, secondLink } = mail;
  [link, secondLink].forEach(checkLink);
  const texts = mailTextsFor(mail.language);
  const text = texts[kind];
  const values = valuesOf(mail, texts);
  const greeting = values.name === '' ? texts.greetingWithoutName : texts.greeting;
  const parts = partsOf(text, mail);
  return {
    kind,
    to,
    subject: fill(text.subject, values),
    text: textOf(parts, greeting, values),
    html: htmlOf(mail, texts, parts, text.subject, greeting, values),
  };
}
