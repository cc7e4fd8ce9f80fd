import { describe, expect, it } from 'vitest';
import { ask, at, daily, planWith, taken, times } from '../../../../../test/support/plans.ts';
import { gridStatuses } from './grid-statuses.ts';
import type { SlotQuestion } from './slot-question.ts';

const summary = (question: SlotQuestion): string[] =>
  gridStatuses(question).map(
    ({ start, status, code }) => `${times([start])[0]!.slice(6)} ${status}${code ? ` ${code}` : ''}`,
  );

describe('gridStatuses', () => {
  it('returns every start on the grid with its status', () => {
    const plan = planWith({ workingHours: daily('09:00-14:00'), breaks: daily('11:00-12:00') });
    const occupied = [taken(at('04-14 10:00'), 60), taken(at('04-14 12:00'), 60, { kind: 'hold' })];
    expect(summary(ask(plan, { occupied, now: at('04-14 09:30') }))).toEqual([
      '09:00 unavailable past',
      '10:00 booked booked',
      '11:00 break break',
      '12:00 booked held',
      '13:00 available',
    ]);
  });

  it('returns a break before a booking, and a booking before any other status', () => {
    const plan = planWith(
      { breaks: daily('09:00-10:00') },
      { timeOff: [{ id: 'a', start: at('04-14 00:00'), end: at('04-15 00:00') }] },
    );
    const occupied = [taken(at('04-14 09:00'), 120)];
    expect(summary(ask(plan, { occupied }))).toEqual([
      '09:00 break break',
      '10:00 booked booked',
      '11:00 unavailable time_off',
    ]);
  });

  it('keeps a start on the grid that is too near the end of the hours', () => {
    expect(summary(ask(planWith(), { rules: { duration: 90 } }))).toEqual([
      '09:00 available',
      '10:00 available',
      '11:00 unavailable outside_hours',
    ]);
  });

  it('lists nothing on a closed day', () => expect(summary(ask(planWith({ workingHours: [] })))).toEqual([]));

  it('returns the end of each session', () => {
    expect(gridStatuses(ask(planWith(), { rules: { duration: 45 } }))[0]).toEqual({
      start: at('04-14 09:00'),
      end: at('04-14 09:45'),
      status: 'available',
    });
  });
});
