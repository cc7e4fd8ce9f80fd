import { DAY, HOUR, MINUTE } from '../../domain/time/units.ts';
import type { MailKind, MailMessage } from '../ports/mail.ts';
import { escapeHtml } from './escape.ts';
import { mailTextsFor, type MailText, type MailTexts } from './mail-texts.ts';
import { greetable, oneLine } from './one-line.ts';

export interface LinkMail {
  readonly kind: MailKind;
  readonly to: string;
  /** As the person gave it. */
  readonly name: string;
  /** Who writes: the name of the partner's brand. */
  readonly product: string;
  /** Carries the token; an absolute URL. */
  readonly link: string;
  /** How long the link works, in milliseconds. */
  readonly lifetime: number;
  /** BCP 47. */
  readonly language?: string | undefined;
}

const countOf = (lifetime: number): readonly [number, 'day' | 'hour' | 'minute'] => {
  if (lifetime > DAY && lifetime % DAY === 0) return [lifetime / DAY, 'day'];
  return lifetime % HOUR === 0 ? [lifetime / HOUR, 'hour'] : [Math.round(lifetime / MINUTE), 'minute'];
};

/** `7 days`, `24 hours`, or minutes where it is no whole number of either, in words of the language. */
const timeOf = (lifetime: number, language: string): string => {
  const [count, unit] = countOf(lifetime);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
};

type Fill = (text: string) => string;

const filler =
  (values: Readonly<Record<string, string>>): Fill =>
  (text) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

const textOf = (text: MailText, greeting: string, fill: Fill, link: string): string =>
  [fill(greeting), fill(text.why), `${text.action}:\n${link}`, fill(text.limit), fill(text.unasked)].join('\n\n') + '\n';

/** Nothing but paragraphs and a link, so that it reads well everywhere, in the reader's own font and colours. */
const htmlOf = ({ language, dir }: MailTexts, text: MailText, greeting: string, fill: Fill, subject: string, link: string): string => {
  const href = escapeHtml(link);
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <title>${subject}</title>
  </head>
  <body>
    <p>${fill(greeting)}</p>
    <p>${fill(text.why)}</p>
    <p><a href="${href}">${escapeHtml(text.action)}</a></p>
    <p>${fill(text.limit)}</p>
    <p>${fill(text.unasked)}</p>
    <p><small dir="ltr">${href}</small></p>
  </body>
</html>
`;
};

/**
 * A mail whose point is one link, as plain text and as HTML, in the reader's language. Throws a TypeError for a link that is not http(s),
 * since it would not be one in every mail program.
 */
export const linkMail = ({ kind, to, name, product, link, lifetime, language }: LinkMail): MailMessage => {
  if (!/^https?:$/.test(new URL(link).protocol)) throw new TypeError('A mail links to http(s) only.');
  const texts = mailTextsFor(language);
  const text = texts[kind];
  const person = greetable(name);
  const greeting = person === null ? texts.greetingWithoutName : texts.greeting;
  const values = { name: person ?? '', product: oneLine(product), time: timeOf(lifetime, texts.language) };
  const plain = filler(values);
  // Each in its own direction, whatever the sentence around it has.
  const isolated = Object.entries(values).map(([key, value]) => [key, `<bdi>${escapeHtml(value)}</bdi>`]);
  const marked = filler(Object.fromEntries(isolated) as Record<string, string>);
  const subject = plain(text.subject);
  return {
    kind,
    to,
    subject,
    text: textOf(text, greeting, plain, link),
    html: htmlOf(texts, text, greeting, marked, escapeHtml(subject), link),
  };
};
