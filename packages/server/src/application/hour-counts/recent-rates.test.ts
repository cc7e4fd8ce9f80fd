import { expect, it, vi } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { createWorld, NOW, PARTNER } from '../../../test/application/world.ts';
import { createRecentCounts, createRecentReliability } from './recent-rates.ts';

const SCOPE = { partnerId: PARTNER, mode: 'live' } as const;
const HOUR = { weekday: 2, hour: 9 } as const;
const SHOWN = { count: 'shown', by: 10, at: NOW } as const;
const BINS = [{ shown: 1 }];

const given = () => {
  const { hourCounts, reliability } = createWorld().deps;
  let now = instant(NOW);
  const reads = { counts: vi.spyOn(hourCounts, 'of'), reliability: vi.spyOn(reliability, 'of') };
  const realNow = () => now;
  return {
    hourCounts,
    reads,
    counts: createRecentCounts({ hourCounts, realNow }),
    reliability: createRecentReliability({ reliability, realNow }),
    pass: (ms: number) => (now = plus(now, ms)),
  };
};

it('reads the counts of a coach once a minute, and each coach by itself', async () => {
  const { counts, reads, pass } = given();
  await Promise.all([counts.of(SCOPE, 'a', NOW), counts.of(SCOPE, 'a', plus(NOW, 1000)), counts.of(SCOPE, 'b', NOW)]);
  expect(reads.counts).toHaveBeenCalledTimes(2);
  pass(MINUTE);
  await counts.of(SCOPE, 'a', plus(NOW, MINUTE));
  expect(reads.counts).toHaveBeenCalledTimes(3);
});

it('returns its own changes at once, and those of others within a minute', async () => {
  const { counts, hourCounts, pass } = given();
  const shown = async (now = NOW) => (await counts.of(SCOPE, 'a', now)).hours[0]?.shown ?? 0;
  expect(await shown()).toBe(0);
  await counts.add(SCOPE, 'a', [HOUR], SHOWN);
  expect(await shown()).toBeCloseTo(10, 2);
  await hourCounts.add(SCOPE, 'a', [HOUR], SHOWN);
  expect(await shown()).toBeCloseTo(10, 2);
  pass(MINUTE);
  expect(await shown()).toBeCloseTo(20, 2);
});

it('returns counts as of the clock of the rules', async () => {
  const { counts } = given();
  await counts.add(SCOPE, 'a', [HOUR], SHOWN);
  const shown = async (now: typeof NOW) => (await counts.of(SCOPE, 'a', now)).hours[0]!.shown;
  expect(await shown(NOW)).toBeGreaterThan(await shown(plus(NOW, 400 * 24 * 60 * MINUTE)));
});

it('reads what is known of confidences once a minute, and again after a change of its own', async () => {
  const { reliability, reads } = given();
  await reliability.of(SCOPE, NOW);
  await reliability.of(SCOPE, NOW);
  expect(reads.reliability).toHaveBeenCalledTimes(1);
  await reliability.add(SCOPE, BINS, NOW);
  await reliability.of(SCOPE, NOW);
  expect(reads.reliability).toHaveBeenCalledTimes(2);
});
