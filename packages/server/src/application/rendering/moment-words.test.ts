import { describe, expect, it } from 'vitest';
import { minus, parseInstant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { dateText, lengthText, timeText, untilText, zoneText, type Manner } from './moment-words.ts';
import { moneyText } from './money-text.ts';

const at = parseInstant('2026-04-14T18:00:00Z');
const manner = (locale: string, timeZone: string, isShort = false): Manner => ({ locale, timeZone, isShort });
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ').replace(/[\u200e\u200f]/g, '');
const all = (given: Manner) => [dateText(at, given), timeText(at, given), zoneText(at, given)].map(plain);

describe('a moment', () => {
  it.each([
    ['en', 'America/New_York', ['Tuesday, April 14, 2026', '2:00 PM', 'Eastern Daylight Time']],
    ['en-GB', 'Europe/London', ['Tuesday, 14 April 2026', '19:00', 'British Summer Time']],
    ['de', 'Europe/Berlin', ['Dienstag, 14. April 2026', '20:00', 'Mitteleuropäische Sommerzeit']],
    ['es', 'America/Bogota', ['martes, 14 de abril de 2026', '13:00', 'hora estándar de Colombia']],
    ['fr', 'Europe/Paris', ['mardi 14 avril 2026', '20:00', 'heure d’été d’Europe centrale']],
  ])('writes a moment in %s for %s with the name of the zone', (locale, zone, words) =>
    expect(all(manner(locale, zone))).toEqual(words),
  );

  it('writes a short moment where there is little room', () =>
    expect(all(manner('en', 'America/New_York', true))).toEqual(['Tue, Apr 14', '2:00 PM', 'EDT']));

  it.each([
    ['America/New_York', '2026-11-01T05:30:00Z', '1:30 AM EDT'],
    ['America/New_York', '2026-11-01T06:30:00Z', '1:30 AM EST'],
    ['America/New_York', '2026-11-01T04:30:00Z', '12:30 AM'],
    ['America/New_York', '2026-11-01T07:00:00Z', '2:00 AM'],
    ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', '1:45 AM GMT+11'],
    ['Australia/Lord_Howe', '2026-04-04T15:15:00Z', '1:45 AM GMT+10:30'],
    ['Australia/Lord_Howe', '2026-04-04T14:15:00Z', '1:15 AM'],
  ])('writes for %s at %s %s: an hour that comes twice is marked', (zone, instant, text) =>
    expect(plain(timeText(parseInstant(instant), manner('en', zone)))).toBe(text),
  );
});

describe('how far off a session is (R35)', () => {
  const zone = 'Europe/Berlin';
  // 20:00 in Berlin.
  it.each([
    [30 * MINUTE, 'in 30 minutes'],
    [2 * HOUR, 'in 2 hours'],
    [2 * HOUR + 20 * MINUTE, 'in 2 hours'],
    [11 * HOUR, 'in 11 hours'],
    [19 * HOUR, 'in 19 hours'],
    [24 * HOUR, 'tomorrow'],
    [22 * HOUR, 'tomorrow'],
    [3 * DAY, 'in 3 days'],
    [-MINUTE, 'this minute'],
  ])('writes %i ms before as "%s"', (left, text) =>
    expect(untilText(at, minus(at, left), manner('en', zone))).toBe(text),
  );

  it('writes how far off a session is in the language of the reader', () =>
    expect(['de', 'es', 'fr', 'ar'].map((locale) => untilText(at, minus(at, DAY), manner(locale, zone)))).toEqual([
      'morgen',
      'mañana',
      'demain',
      'غدًا',
    ]));
});

describe('what a session takes', () => {
  it.each([
    [60, '60 minutes'],
    [90, '90 minutes'],
    [120, '2 hours'],
  ])('writes %i minutes as %s', (minutes, text) => expect(lengthText(minutes, 'en')).toBe(text));

  it.each([
    [7000, 'USD', 'en', '$70'],
    [7050, 'USD', 'en', '$70.50'],
    [7000, 'JPY', 'en', '¥7,000'],
    [7000, 'EUR', 'de', '70 €'],
    [12345, 'KWD', 'en', 'KWD 12.345'],
  ])('writes %i %s in %s as %s', (amount, currency, locale, text) =>
    expect(plain(moneyText({ amount, currency }, locale))).toBe(text),
  );
});
