import { brandOf } from '../mail/brand-of.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { MailPart } from '../mail/mail-parts.ts';
import { oneLine } from '../mail/one-line.ts';
import { present } from '../kernel/present.ts';
import type { MailMessage, NoticeKind } from '../ports/mail.ts';
import type { MessagingSettings } from '../ports/messaging.ts';
import type { Partner } from '../ports/partners.ts';
import { noticeTextsFor } from './notice-texts.ts';
import { senderOf } from './sender.ts';

export interface Notice {
  readonly kind: NoticeKind;
  readonly to: string;
  /** BCP 47 */
  readonly language?: string | undefined;
  readonly partner: Partner | null;
  readonly settings: MessagingSettings;
  /** The values of `{max}` and the like. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Returns the text with its values in place. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** Returns a mail to an admin about how messages go, in the look of the partner's mails. */
export function noticeMail({ kind, to, language: wanted, partner, settings, values = {} }: Notice): MailMessage {
  const { language, dir, [kind]: text } = noticeTextsFor(wanted);
  const brand = brandOf(partner, settings);
  const all = { ...values, brand: oneLine(brand.name) };
  const subject = filled(text.subject, all);
  const body = text.body.map((paragraph) => filled(paragraph, all));
  const parts = [subject, ...body].map((line, n): MailPart => {
    const piece = [{ text: line, isValue: false }];
    return n === 0 ? { kind: 'headline', line: piece } : { kind: 'text', lines: [piece] };
  });
  const letter = { language, dir, subject, preview: body[0]!, parts, links: new Set<string>(), brand, footer: [] };
  const below = brand.address === undefined ? '' : `\n-- \n${brand.address}\n`;
  return {
    kind,
    to,
    subject,
    text: `${body.join('\n\n')}\n${below}`,
    html: mailHtml(letter),
    ...present(senderOf(partner, settings)),
  };
}
