import { describe, expect, it } from 'vitest';
import { untilIn } from './time-until.ts';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';

describe('the time until something', () => {
  it.each([
    [2 * DAY + 4 * HOUR + 59 * MINUTE, '2 days, 4 hours'],
    [DAY + HOUR, '1 day, 1 hour'],
    [DAY + 59 * MINUTE, '1 day'],
    [3 * HOUR, '3 hours'],
    [DAY - 1, '23 hours, 59 minutes'],
    [HOUR + MINUTE, '1 hour, 1 minute'],
    [MINUTE, '1 minute'],
    [MINUTE - 1, 'this minute'],
    [1, 'this minute'],
    [0, ''],
    [-HOUR, ''],
    [1200 * DAY, '1,200 days'],
  ])('writes %i ms as "%s"', (milliseconds, text) => {
    expect(untilIn('en')(milliseconds)).toBe(text);
  });

  it.each([
    ['de', '2 Tage, 4 Stunden', '1 Minute', 'in dieser Minute'],
    ['es', '2 días y 4 horas', '1 minuto', 'este minuto'],
    ['fr', '2 jours et 4 heures', '1 minute', 'cette minute-ci'],
    ['ar', 'يومان و4 ساعات', 'دقيقة', 'هذه الدقيقة'],
    ['de-AT', '2 Tage, 4 Stunden', '1 Minute', 'in dieser Minute'],
  ])('writes a span in %s', (language, ...text) => {
    const until = untilIn(language);
    // Which of the blanks is one that keeps words together is the language's matter.
    expect([2 * DAY + 4 * HOUR, MINUTE, 1].map((length) => until(length).replace(/\s/gu, ' '))).toEqual(text);
  });

  it.each(['tlh', 'xx-not a tag', '', '-', '☃', 'e', undefined])('writes English for the language %j', (language) => {
    expect(untilIn(language)(2 * HOUR)).toBe('2 hours');
  });
});
