import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

const graphemes = (text: string) => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)];

describe('the initials', () => {
  it.each([
    ['Ana Diaz', 'AD'],
    ['ana maria diaz lopez', 'AL'],
    ['Madonna', 'M'],
    ['Ludwig van der Rohe', 'LR'],
    ['van der', 'VD'],
    ['Jean-Luc Picard', 'JP'],
    ["d'Artagnan", 'D'],
    ['  Zoë\u00a0 \t Ödegaard\n', 'ZÖ'],
    ['É\u0301lise E\u0301toile', 'É\u0301E\u0301'],
    ['محمد علي', 'مع'],
    ['山田 太郎', '山太'],
    ['👩🏽‍🚀 Sally', '👩🏽‍🚀S'],
    ['🇳🇵', '🇳🇵'],
    ['(Ana) "Diaz"', 'AD'],
    ['Ana (she/her)', 'AS'],
    ['Ana —', 'A'],
    ['7of9', '7'],
    ['ßen', 'ß'],
    ['', '?'],
    ['   ', '?'],
    ['— !', '?'],
    ['\u200b \u200f', '?'],
  ])('makes of "%s" the initials %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('makes initials of one or two characters as a reader counts them, of whatever name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        expect([1, 2]).toContain(graphemes(initialsOf(name)).length);
      }),
    );
  });
});
