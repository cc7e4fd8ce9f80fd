import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCode, codeOf } from './code.ts';

describe('the code of an incentive', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 48 });

  it('has eight characters without vowels and look-alikes, whatever the bytes', () =>
    fc.assert(
      fc.property(bytes, (random) => {
        expect(codeOf(random)).toMatch(/^[CDFHJKMNPQRTVWX34679]{8}$/);
      }),
    ));

  it('is made of the bytes alone, and stays when it is cleaned', () =>
    fc.assert(
      fc.property(bytes, (random) => {
        expect(codeOf(random)).toBe(codeOf(random));
        expect(cleanCode(codeOf(random))).toBe(codeOf(random));
      }),
    ));

  it('begins as likely with one character as with another', () => {
    const counts = new Map<string, number>();
    const bytesOf = (n: number) =>
      Array.from({ length: 16 }, (_, i) => (Math.imul(n + 1, 2654435761 + i * 40503) >>> 11) & 255);
    for (let n = 0; n < 20_000; n++) {
      const [first] = codeOf(bytesOf(n));
      counts.set(first!, (counts.get(first!) ?? 0) + 1);
    }
    expect(counts.size).toBe(20);
    expect(Math.min(...counts.values())).toBeGreaterThan(700);
    expect(Math.max(...counts.values())).toBeLessThan(1300);
  });

  it.each([
    ['cdfh jkmn', 'CDFHJKMN'],
    [' CDFH-JKMN\u200e', 'CDFHJKMN'],
    ['cdfh–3479', 'CDFH3479'],
    ['ＣＤＦＨ３４７９', 'CDFH3479'],
    ['', ''],
  ])('cleans %j to %j', (typed, cleaned) => expect(cleanCode(typed)).toBe(cleaned));
});
