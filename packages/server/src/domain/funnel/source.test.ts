import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECT, OTHER, SOURCE_LENGTH, countedSource } from './source.ts';

describe('the source under which a visit is counted', () => {
  it.each<[string | undefined, string]>([
    [undefined, DIRECT],
    ['', DIRECT],
    ['  ', DIRECT],
    ['Newsletter', 'newsletter'],
    [' spring sale ', 'spring-sale'],
    ['instagram.com', 'instagram.com'],
    ['ad_2026-04', 'ad_2026-04'],
    ['<script>', 'script'],
    ['Réseau', 'réseau'],
    ['نشرة بريدية', 'نشرة-بريدية'],
    ['???', OTHER],
    ['ana@example.com', OTHER],
    ['ana%40example.com', OTHER],
    ['+1 212 555 0100', OTHER],
    ['call-(212)555-0100', OTHER],
    ['２１２５５５０１００', OTHER],
    ['ａna＠example.com', OTHER],
    ['x'.repeat(200), 'x'.repeat(SOURCE_LENGTH)],
  ])('counts %j as %s', (given, expected) => expect(countedSource(given)).toBe(expected));

  it('returns a short name without blanks and signs of addresses, and the same of it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        const counted = countedSource(given);
        expect(counted).toMatch(/^[\p{L}\p{M}\p{N}._-]+$/u);
        expect([...counted].length).toBeLessThanOrEqual(SOURCE_LENGTH);
        expect(countedSource(counted)).toBe(counted);
      }),
    );
  });
});
