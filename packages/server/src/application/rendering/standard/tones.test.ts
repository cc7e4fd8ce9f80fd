import { describe, expect, it } from 'vitest';
import { MESSAGE_LANGUAGES, type MessageLanguage } from '../../../domain/message/message.ts';
import { recoveryTextsIn, standardTemplate, standardTextsIn } from './standard-template.ts';
import { otherTones } from './tones.ts';

/** The words by which a language addresses its reader by itself. */
const usual: Readonly<Partial<Record<MessageLanguage, RegExp>>> = {
  de: /(?<!\p{L})(?:Ihre?[mnrs]?|Ihnen|(?<![.:!?] |\n|^|")Sie)(?!\p{L})/u,
  es: /(?<!\p{L})(?:usted|sus?|le)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:(?<!rendez-)vous|votre|vos|(?!chez)\p{L}+ez)(?!\p{L}|-vous)/iu,
  it: /(?<!\p{L})(?:tu[aeo]?|tuoi|ti|te|hai)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:je|jij|jou|jouw)(?!\p{L})/iu,
};
const two = Object.entries(otherTones).map(([language, { tone }]) => [language as MessageLanguage, tone] as const);
const toAttendees = (language: MessageLanguage, tone?: 'formal' | 'informal') => {
  const { attendee, calendar, words } = standardTextsIn(language, tone);
  const { sentBy, unnamed } = words;
  return [attendee, calendar.attendee, sentBy.attendee, unnamed.attendee, recoveryTextsIn(language, tone)];
};

describe.each(two)('the other tone of %s', (language, tone) => {
  const texts = JSON.stringify(toAttendees(language, tone), null, 1);

  it('holds no word of the tone that the language has by itself', () => {
    for (const text of texts.replaceAll('\\n', '\n').split('\n')) expect(text).not.toMatch(usual[language]!);
  });

  it('replaces only what is there', () => {
    const before = JSON.stringify(toAttendees(language));
    for (const [from] of otherTones[language]!.pairs) expect(before).toContain(from);
  });

  it('leaves texts to coaches as they are, and keeps the values and tags of templates', () => {
    const [before, after] = [standardTextsIn(language), standardTextsIn(language, tone)];
    expect(after.coach).toBe(before.coach);
    const tags = (all: unknown) => JSON.stringify(all).match(/\{\{[^}]*\}\}|\{%[^%]*%\}|\{\w+\}/g);
    expect(tags(toAttendees(language, tone))).toEqual(tags(toAttendees(language)));
  });
});

it('has one tone alone in the other languages', () => {
  const alone = MESSAGE_LANGUAGES.filter((language) => !otherTones[language]);
  for (const language of alone)
    for (const tone of ['formal', 'informal'] as const) {
      expect(standardTextsIn(language, tone)).toBe(standardTextsIn(language));
      expect(recoveryTextsIn(language, tone)).toBe(recoveryTextsIn(language));
    }
});

it('keeps the texts of a language that has the tone by itself', () => {
  expect(standardTextsIn('de', 'formal')).toBe(standardTextsIn('de'));
  expect(standardTextsIn('it', 'informal')).toBe(standardTextsIn('it'));
});

it('begins a sentence with a capital', () => {
  const key = { kind: 'confirmed', channel: 'sms', audience: 'attendee', language: 'de' } as const;
  expect(standardTemplate(key)?.body).toContain('Ihr Termin mit');
  expect(standardTemplate(key, 'informal')?.body).toMatch(/^Dein Termin mit/);
});
