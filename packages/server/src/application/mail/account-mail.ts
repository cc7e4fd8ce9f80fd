import type { Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import type { Device, Role } from '../kernel/context.ts';
import type { MailKind, MailMessage } from '../ports/mail.ts';
import { escapeHtml } from './escape.ts';
import { mailTextsFor } from './mail-texts.ts';
import { momentText } from './moment-text.ts';
import { nameForGreeting, oneLine } from './one-line.ts';
import type { MailText, MailTexts } from './texts/mail-text.ts';

export interface AccountMail {
  readonly kind: MailKind;
  readonly to: string;
  /** As the person entered it. */
  readonly name: string;
  /** The sender: the name of the partner's brand. */
  readonly product: string;
  /** An absolute URL: it carries the token, or leads to where a password is chosen. A notice needs none. */
  readonly link?: string | undefined;
  /** How long the link works, in milliseconds. */
  readonly lifetime?: number | undefined;
  /** The link of "this was not me". */
  readonly secondLink?: string | undefined;
  readonly role: Role;
  /** When the event was, epoch milliseconds. */
  readonly at: Instant;
  readonly timeZone?: string | undefined;
  readonly device?: Device | undefined;
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

type Fill = (text: string) => string;

const filler =
  (values: Readonly<Record<string, string>>): Fill =>
  (text) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

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

const textOf = (parts: readonly Part[], greeting: string, fill: Fill): string =>
  [fill(greeting), ...parts.map((part) => ('text' in part ? fill(part.text) : `${part.label}:\n${part.url}`))].join(
    '\n\n',
  ) + '\n';

const partHtml = (part: Part, fill: Fill): string => {
  if ('text' in part) return `    <p>${fill(part.text)}</p>`;
  const href = escapeHtml(part.url);
  return `    <p><a href="${href}">${escapeHtml(part.label)}</a></p>\n    <p><small dir="ltr">${href}</small></p>`;
};

/** Returns paragraphs and links alone, readable everywhere, in the reader's own font and colours. */
const htmlOf = (
  { language, dir }: MailTexts,
  parts: readonly Part[],
  greeting: string,
  fill: Fill,
  subject: string,
): string => `<!doctype html>
<html lang="${language}" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <title>${subject}</title>
  </head>
  <body>
    <p>${fill(greeting)}</p>
${parts.map((part) => partHtml(part, fill)).join('\n')}
  </body>
</html>
`;

const checkLink = (link: string | undefined): void => {
  if (link !== undefined && !/^https?:$/.test(new URL(link).protocol))
    throw new TypeError('A mail links to http(s) only.');
};

/**
 * Returns the values to fill in. A person who registers with another's address must not write to them by way of a name.
 */
const valuesOf = (mail: AccountMail, texts: MailTexts): Readonly<Record<string, string>> => {
  const { language, roles, unknownDevice } = texts;
  const name = nameForGreeting(mail.name);
  return {
    name: name ?? '',
    given: name ?? '—',
    product: oneLine(mail.product),
    role: roles[mail.role],
    when: momentText(mail.at, mail.timeZone ?? 'UTC', language),
    device: deviceOf(mail.device, unknownDevice),
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
  const plain = filler(values);
  // Each in its own direction, independent of the sentence's.
  const isolated = Object.entries(values).map(([key, value]) => [key, `<bdi>${escapeHtml(value)}</bdi>`]);
  const marked = filler(Object.fromEntries(isolated) as Record<string, string>);
  const subject = plain(text.subject);
  const parts = partsOf(text, mail);
  return {
    kind,
    to,
    subject,
    text: textOf(parts, greeting, plain),
    html: htmlOf(texts, parts, greeting, marked, escapeHtml(subject)),
  };
}
