import { describe, expect, it } from 'vitest';
import { inSmsSigns, smsLengthOf } from './sms-text.ts';

describe('the signs of an SMS', () => {
  it.each([
    ['It’s “on” – 2:00\u202fPM…', `It's "on" - 2:00 PM...`],
    ['70\u00a0€ a\u2009b', '70 € a b'],
    ['«\u00a0oui\u00a0»', '" oui "'],
    ['Muñoz, Zoë’s à la Käse', 'Muñoz, Zoë’s à la Käse'],
    ['\u2066Ana\u2069', 'Ana'],
    ['مرحبًا \u2068Ana\u2069 – “x”', 'مرحبًا \u2068Ana\u2069 – “x”'],
  ])('sends %j as %j', (written, sent) => expect(inSmsSigns(written)).toBe(sent));

  it.each([
    ['a'.repeat(160), 1, 'GSM-7'],
    ['a'.repeat(161), 2, 'GSM-7'],
    ['€'.repeat(80), 1, 'GSM-7'],
    ['€'.repeat(81), 2, 'GSM-7'],
    ['ç'.repeat(70), 1, 'UCS-2'],
    ['ç'.repeat(71), 2, 'UCS-2'],
    ['👋'.repeat(35), 1, 'UCS-2'],
    ['', 0, 'GSM-7'],
  ])('counts the segments of %.3s…', (text, segments, encoding) =>
    expect(smsLengthOf(text)).toMatchObject({ segments, encoding }),
  );

  it('names what makes it long, each once', () => expect(smsLengthOf('Díaz, Ruíz ç').odd).toEqual(['í', 'ç']));
});
