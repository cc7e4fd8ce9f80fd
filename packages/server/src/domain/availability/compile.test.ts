import { describe, expect, it } from 'vitest';
import { at, daily, planWith } from '../../../../../test/support/plans.ts';

describe('compilePlan', () => {
  it('merges time off and external busy, each and together', () => {
    const plan = planWith(
      {},
      {
        timeOff: [
          { id: 'b', start: at('04-16 00:00'), end: at('04-17 00:00') },
          { id: 'a', start: at('04-14 00:00'), end: at('04-15 00:00') },
        ],
        externalBusy: [{ start: at('04-15 00:00'), end: at('04-15 10:00') }],
      },
    );
    expect(plan.timeOff).toHaveLength(2);
    expect(plan.cuts).toEqual([
      { start: at('04-14 00:00'), end: at('04-15 10:00') },
      { start: at('04-16 00:00'), end: at('04-17 00:00') },
    ]);
  });

  it('lets the later of two overrides of one date count', () => {
    const date = '2026-04-14';
    const plan = planWith(
      {},
      {
        overrides: [
          { date, ranges: [{ start: '10:00', end: '15:00' }] },
          { date, ranges: [] },
        ],
      },
    );
    expect([...plan.overrides.values()]).toEqual([[]]);
  });

  it.each([
    ['a time', () => planWith({ workingHours: daily('9:00-12:00') }), TypeError],
    ['a date', () => planWith({}, { overrides: [{ date: '2026-02-30', ranges: [] }] }), TypeError],
    ['a zone', () => planWith({ timeZone: 'Mars/Olympus' }), RangeError],
  ])('refuses %s that is none', (_, compile, error) => expect(compile).toThrow(error));
});
