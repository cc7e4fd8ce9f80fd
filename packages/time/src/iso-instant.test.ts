import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoInstant } from './iso-instant.ts';

it('writes what Date writes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }),
      fc.nat(4_000_000),
      (instant, later) => {
        for (const each of [instant, Math.min(instant + later, 253_402_300_799_999)])
          expect(isoInstant(each)).toBe(new Date(each).toISOString());
      },
    ),
    {
      examples: [
        [0, 0],
        [-1, 1],
        [Date.UTC(2026, 3, 14, 13), 1_800_000],
      ],
      numRuns: 1000,
    },
  );
});
