import { describe, expect, it } from 'vitest';
import { ask, at, daily, planWith, taken } from '../../../../../test/support/plans.ts';
import type { Plan, Schedule } from '../schedule/schedule.ts';
import type { Occupied, RefusalCode } from './slot-question.ts';
import { reasonForNoStarts } from './reason-for-no-starts.ts';

interface Given {
  schedule?: Partial<Schedule>;
  rest?: Partial<Plan>;
  occupied?: Occupied[];
  now?: string;
}
const wholeDay = { start: at('04-14 00:00'), end: at('04-15 00:00') };
const reasonOf = ({ schedule, rest, occupied, now }: Given): RefusalCode | null =>
  reasonForNoStarts(ask(planWith(schedule, rest), { ...(occupied && { occupied }), ...(now && { now: at(now) }) }));

describe('reasonForNoStarts', () => {
  it.each<[string, RefusalCode | null, Given]>([
    ['something can be booked', null, {}],
    ['closed on that weekday', 'outside_hours', { schedule: { workingHours: [] } }],
    ['the session is longer than the hours', 'outside_hours', { schedule: { workingHours: daily('09:00-09:30') } }],
    ['the day is over', 'past', { now: '04-15 00:00' }],
    ['its hours are over', 'past', { now: '04-14 18:00' }],
    ['it is too soon', 'notice', { schedule: { minimumNotice: 2880 } }],
    ['it is today, and that is not allowed', 'notice', { schedule: { sameDayBooking: false }, now: '04-14 00:30' }],
    ['the notice reaches past the window', 'notice', { schedule: { minimumNotice: 2880, bookingWindow: 1 } }],
    ['it is too far ahead', 'window', { now: '01-01 00:00' }],
    ['time off', 'time_off', { rest: { timeOff: [{ id: 'a', ...wholeDay }] } }],
    ['an external calendar', 'external_busy', { rest: { externalBusy: [wholeDay] } }],
    ['a source that cannot be trusted', 'source_stale', { rest: { externalStale: true } }],
    ['all booked', 'booked', { occupied: [taken(at('04-14 09:00'), 180)] }],
    ['all held', 'held', { occupied: [taken(at('04-14 09:00'), 180, { kind: 'hold' })] }],
    ['the rest is booked', 'booked', { occupied: [taken(at('04-14 11:00'), 60)], now: '04-14 10:30' }],
    [
      'mostly a break',
      'break',
      { schedule: { breaks: daily('09:00-11:00') }, occupied: [taken(at('04-14 11:00'), 60)] },
    ],
  ])('returns %s: %s', (_, expected, given) => expect(reasonOf(given)).toBe(expected));
});
