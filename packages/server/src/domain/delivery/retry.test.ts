import { expect, it } from 'vitest';
import { MINUTE } from '@coach-booking/time/units';
import { retryAfter } from './retry.ts';

it.each([
  [1, 0, 0.8],
  [1, 0.5, 1],
  [2, 0.5, 5],
  [6, 0.5, 300],
])('waits after %i failures, by chance %d, for %d minutes', (failures, chance, minutes) =>
  expect(retryAfter(failures, chance)).toBe(minutes * MINUTE),
);

it('gives up after the seventh', () => expect(retryAfter(7, 0.5)).toBeNull());
