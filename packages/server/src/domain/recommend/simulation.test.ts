import { describe, expect, it } from 'vitest';
import type { Weekday } from '@coach-booking/time/plain-date';
import { NO_COUNTS, type HourOfWeek } from './hour-counts.ts';
import { createRates, dayPartOf, type DayPart } from './rates.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
const createRandom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const HOURS = Array.from({ length: 15 }, (_, i) => i + 6);
const REPEATS = 100;

/** The hours of a week with their true rates: 21 %, more or less by part of the day and hour. */
const week = (random: () => number) => {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const parts: Record<DayPart, number> = {
    night: 0,
    morning: 0.05 * normal(),
    afternoon: 0.05 * normal(),
    evening: 0.05 * normal(),
  };
  return WEEKDAYS.flatMap((weekday) =>
    HOURS.map((hour) => ({
      weekday,
      hour,
      truth: Math.min(0.9, Math.max(0.01, 0.21 + parts[dayPartOf(hour)] + 0.035 * normal())),
    })),
  );
};

/** Returns by how much estimates are wrong (root mean square), and how much the best three claim too much. */
const simulate = (views: number) => {
  const random = createRandom(views);
  let squares = 0;
  let raw = 0;
  let claimed = 0;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const hours = week(random);
    const counts = hours.map(() => ({ shown: 0, booked: 0 }));
    for (let view = 0; view < views; view += 1) {
      const i = Math.floor(random() * hours.length);
      counts[i]!.shown += 1;
      if (random() < hours[i]!.truth) counts[i]!.booked += 1;
    }
    const known = hours.map(({ weekday, hour }, i): HourOfWeek => ({ ...NO_COUNTS, ...counts[i]!, weekday, hour }));
    const ratesOf = createRates(known, NO_COUNTS);
    const estimates = hours.map(({ weekday, hour, truth }, i) => {
      const { mean, low } = ratesOf(weekday, hour).conversion;
      const { shown, booked } = counts[i]!;
      squares += (mean - truth) ** 2;
      raw += ((shown === 0 ? 0 : booked / shown) - truth) ** 2;
      return { low, truth };
    });
    const best = estimates.sort((a, b) => b.low - a.low).slice(0, 3);
    claimed += best.reduce((sum, { low, truth }) => sum + (low - truth) / 3, 0);
  }
  const rootMean = (sum: number) => Math.sqrt(sum / (REPEATS * WEEKDAYS.length * HOURS.length));
  return { error: rootMean(squares), raw: rootMean(raw), overClaim: claimed / REPEATS };
};

describe('the conversion of 105 hours whose true rates are known', () => {
  it.each([
    [200, 0.063, 0.25],
    [1000, 0.053, 0.12],
    [5000, 0.044, 0.055],
  ])(
    'is estimated from %d views with an error of at most %d, and the best are claimed by at most 0.01 too high',
    (views, error, raw) => {
      const found = simulate(views);
      expect(found.error).toBeLessThanOrEqual(error);
      expect(found.raw).toBeGreaterThan(raw);
      expect(found.overClaim).toBeLessThanOrEqual(0.01);
    },
  );
});
