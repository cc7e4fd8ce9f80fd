import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { isRightToLeft, MESSAGE_LANGUAGES } from '../../domain/message/message.ts';
import type { MailKind } from '../ports/mail.ts';
import { accountMail, type AccountMail } from './account-mail.ts';
import { mailTextsFor } from './mail-texts.ts';

const link = 'https://fit.example/verify?token=eyJ&lang=en';
const mail = (given: Partial<AccountMail> = {}) =>
  accountMail({
    kind: 'email_verification',
    to: 'ana@example.com',
    name: 'Ana Díaz',
    brand: { name: 'Harbour Strength', accent: '#0f766e' },
    link,
    lifetime: 24 * HOUR,
    role: 'client',
    at: instant(Date.UTC(2026, 3, 13, 8)),
    ...given,
  });

const kinds = Object.entries(mailTextsFor('en')).flatMap(([key, text]) =>
  typeof text === 'object' && 'subject' in text ? [key as MailKind] : [],
);
const languages = MESSAGE_LANGUAGES;

describe.each(kinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
  'a mail for %s in %s',
  (kind, language) => {
    const { subject, text, html, to } = mail({ kind, language });

    it('fills in all placeholders, in both forms', () => {
      expect(to).toBe('ana@example.com');
      expect(subject).toContain('Harbour Strength');
      const body = html!.replace(/<style>[^]*<\/style>/, '');
      for (const form of [subject, text, body]) expect(form).not.toMatch(/[{}]|undefined/);
      for (const form of [text, html!]) expect(form).toContain('Ana Díaz');
      if (mailTextsFor(language)[kind].action === undefined) return expect(text + html!).not.toContain('https:');
      expect(text.split('\n')).toContain(link);
      expect(html).toContain(`class="button" href="${link.replace('&', '&amp;')}"`);
    });

    it('declares its language and direction', () => {
      expect(html).toContain(`<html lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">`);
    });
  },
);

it.each(kinds.flatMap((kind) => languages.slice(1).map((language) => [kind, language] as const)))(
  'leaves no English words for %s in %s',
  (kind, language) => {
    const english = Object.values(mailTextsFor('en')[kind]);
    for (const phrase of Object.values(mailTextsFor(language)[kind])) expect(english).not.toContain(phrase);
  },
);

describe('a mail with a link', () => {
  it('states how long the link works', () => {
    expect(mail().text).toContain('works for 24 hours.');
    expect(mail({ lifetime: HOUR }).text).toContain('works for 1 hour.');
    expect(mail({ lifetime: 90 * MINUTE }).text).toContain('works for 90 minutes.');
    expect(mail({ lifetime: HOUR, language: 'de-CH' }).text).toContain('gilt 1 Stunde.');
  });

  it.each(['sv', undefined, 'constructor', ''])('writes English for %s', (language) =>
    expect(mail({ language }).text).toMatch(/^Hello Ana Díaz,/),
  );

  it('escapes HTML in a name, and in the name of a brand', () => {
    const { html } = mail({ name: '<b onclick="x">Ana & Co', brand: { name: `<img src=x>"'` } });
    expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;Ana &amp; Co');
    expect(html).not.toMatch(/<b |<img/);
  });

  it.each([
    'win at www.evil.example',
    'https://evil.example',
    'evil.example',
    'me@evil.example',
    'A'.repeat(61),
    ' \u200b ',
  ])('does not carry %j to the owner of the address', (name) => {
    const { text, html } = mail({ name });
    expect(text).toMatch(/^Hello,\n/);
    expect(html).toMatch(/<p [^>]*>Hello,<\/p>/);
    expect(text + html).not.toMatch(/evil|AAAA/);
  });

  it.each([
    ['Dr. Ana', 'Dr. Ana'],
    ['J. P. O’Neil-Ruíz', 'J. P. O’Neil-Ruíz'],
    ['Ana\r\nBcc: x', 'Ana Bcc: x'],
    ['\u202eAna', 'Ana'],
    ['{product}', '{product}'],
  ])('greets %j as %s', (name, greeted) => expect(mail({ name }).text.split('\n')[0]).toBe(`Hello ${greeted},`));

  it('writes a subject of one line', () =>
    expect(mail({ brand: { name: 'Harbour\nBcc: x' } }).subject).not.toContain('\n'));

  it.each(['javascript:alert(1)', '/verify', 'file:///etc/passwd'])('does not link to %s', (odd) =>
    expect(() => mail({ link: odd })).toThrow(TypeError),
  );
});
