import { describe, expect, it } from 'vitest';
import { ask, at, daily, planWith, taken, times } from '../../../../../test/support/plans.ts';
import { explain, freeRanges } from './explain.ts';
import type { SlotQuestion } from './slot-question.ts';

const summary = (question: SlotQuestion): string[] =>
  explain(question).map(
    ({ start, end, code }) => `${times([start])[0]!.slice(6)}-${times([end])[0]!.slice(6)} ${code}`,
  );
const free = (question: SlotQuestion): string[] =>
  freeRanges(question).map(({ start, end }) => `${times([start])[0]!.slice(6)}-${times([end])[0]!.slice(6)}`);

describe('explain', () => {
  it('returns the blocked ranges of a whole day', () => {
    const plan = planWith(
      { workingHours: daily('08:00-18:00'), breaks: daily('12:00-13:00') },
      {
        timeOff: [{ id: 'a', start: at('04-14 17:00'), end: at('04-14 20:00') }],
        externalBusy: [{ start: at('04-14 15:00'), end: at('04-14 15:30') }],
      },
    );
    const occupied = [taken(at('04-14 09:00'), 60, { after: 15 }), taken(at('04-14 11:00'), 60, { kind: 'hold' })];
    expect(summary(ask(plan, { occupied }))).toEqual([
      '00:00-08:00 outside_hours',
      '09:00-10:00 booked',
      '10:00-10:15 buffer',
      '11:00-12:00 held',
      '12:00-13:00 break',
      '15:00-15:30 external_busy',
      '17:00-18:00 time_off',
      '18:00-00:00 outside_hours',
    ]);
    expect(free(ask(plan, { occupied }))).toEqual(['08:00-09:00', '10:15-11:00', '13:00-15:00', '15:30-17:00']);
  });

  it('returns permanent reasons before the clock’s', () => {
    const plan = planWith({
      minimumNotice: 120,
      bookingWindow: 0,
      timeZone: 'Etc/GMT+11',
      workingHours: daily('20:00-24:00'),
    });
    expect(summary(ask(plan, { now: at('04-14 06:00') }))).toEqual([
      '00:00-07:00 outside_hours',
      '07:00-08:00 notice',
      '11:00-00:00 outside_hours',
    ]);
    expect(summary(ask(planWith({ bookingWindow: 0 })))).toEqual([
      '00:00-09:00 outside_hours',
      '09:00-12:00 window',
      '12:00-00:00 outside_hours',
    ]);
  });

  it('returns the past, up to and with this very millisecond, as notice', () => {
    const question = ask(planWith(), { now: at('04-14 10:00') });
    expect(explain(question)[1]).toEqual({ start: at('04-14 09:00'), end: at('04-14 10:00') + 1, code: 'notice' });
  });

  it('blocks all working time when a source is stale', () => {
    const question = ask(planWith({}, { externalStale: true }));
    expect(summary(question)[1]).toBe('09:00-12:00 source_stale');
    expect(free(question)).toEqual([]);
  });

  it('returns nothing for an empty range', () => {
    const question = ask(planWith(), { to: at('04-14 00:00') });
    expect([summary(question), free(question)]).toEqual([[], []]);
  });
});
