import { expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { daily, planWith } from '../../../../../test/support/plans.ts';
import { openMinutesIn } from './open-minutes.ts';

const minutes = (plan: Parameters<typeof planWith>[0], start: string, end: string): number =>
  openMinutesIn(planWith(plan), { start: parseInstant(start)!, end: parseInstant(end)! });

it.each([
  ['two days', {}, '2026-04-14T00:00:00Z', '2026-04-16T00:00:00Z', 360],
  ['part of a day', {}, '2026-04-14T11:00:00Z', '2026-04-14T20:00:00Z', 60],
  ['no hours', { workingHours: [] }, '2026-04-14T00:00:00Z', '2026-04-16T00:00:00Z', 0],
  ['a break', { breaks: daily('10:00-11:00') }, '2026-04-14T00:00:00Z', '2026-04-15T00:00:00Z', 120],
  ['hours past midnight', { workingHours: daily('22:00-02:00') }, '2026-04-14T00:00:00Z', '2026-04-15T00:00:00Z', 240],
  [
    'a day of 23 hours',
    { timeZone: 'America/New_York', workingHours: daily('00:00-24:00') },
    '2026-03-08T05:00:00Z',
    '2026-03-09T04:00:00Z',
    23 * 60,
  ],
] as const)('counts the open minutes of %s', (_, plan, start, end, expected) => {
  expect(minutes(plan, start, end)).toBe(expected);
});
