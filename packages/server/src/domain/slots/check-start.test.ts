import { describe, expect, it } from 'vitest';
import { ask, at, daily, planWith, taken } from '../../../../../test/support/plans.ts';
import type { Plan, Schedule } from '../schedule/schedule.ts';
import { checkStart } from './check-start.ts';
import type { Occupied, RefusalCode } from './slot-question.ts';

interface Given {
  schedule?: Partial<Schedule>;
  rest?: Partial<Plan>;
  occupied?: Occupied[];
  now?: string;
}
const check = (start: string, { schedule, rest, occupied, now }: Given): RefusalCode | null =>
  checkStart(ask(planWith(schedule, rest), { ...(occupied && { occupied }), ...(now && { now: at(now) }) }), at(start));

const tenToEleven = { start: at('04-14 10:00'), end: at('04-14 11:00') };

describe('checkStart', () => {
  it.each<[RefusalCode | null, string, Given]>([
    [null, '04-14 10:00', {}],
    ['past', '04-14 10:00', { now: '04-14 10:00' }],
    ['notice', '04-14 10:00', { now: '04-14 09:30', schedule: { minimumNotice: 60 } }],
    ['notice', '04-14 10:00', { now: '04-14 00:30', schedule: { sameDayBooking: false } }],
    ['window', '04-14 10:00', { schedule: { bookingWindow: 0 } }],
    ['source_stale', '04-14 10:00', { rest: { externalStale: true } }],
    ['outside_hours', '04-14 13:00', {}],
    ['outside_hours', '04-14 11:30', {}],
    ['break', '04-14 10:00', { schedule: { breaks: daily('10:30-10:45') } }],
    ['time_off', '04-14 10:00', { rest: { timeOff: [{ id: 'a', ...tenToEleven }] } }],
    ['external_busy', '04-14 10:00', { rest: { externalBusy: [tenToEleven] } }],
    ['booked', '04-14 10:00', { occupied: [taken(at('04-14 10:30'), 60)] }],
    ['held', '04-14 10:00', { occupied: [taken(at('04-14 10:30'), 60, { kind: 'hold' })] }],
    ['buffer', '04-14 10:00', { occupied: [taken(at('04-14 09:00'), 60, { after: 5 })] }],
    ['buffer', '04-14 10:00', { occupied: [taken(at('04-14 11:00'), 60)], schedule: { bufferAfter: 5 } }],
    ['off_grid', '04-14 10:15', {}],
  ])('returns %s at %s for %o', (expected, start, given) => expect(check(start, given)).toBe(expected));

  it('returns the first reason of several: the clock, then the plan, then what is taken, the grid last', () => {
    const occupied = [
      taken(at('04-14 10:00'), 60, { kind: 'hold' }),
      taken(at('04-14 10:00'), 60),
      taken(at('04-14 09:00'), 60, { after: 30 }),
    ];
    const rest = { timeOff: [{ id: 'a', ...tenToEleven }], externalBusy: [tenToEleven] };
    const schedule = { breaks: daily('10:00-11:00') };
    expect([
      check('04-14 10:10', { schedule, rest, occupied, now: '04-14 11:00' }),
      check('04-14 10:10', { schedule, rest, occupied }),
      check('04-14 10:10', { rest, occupied }),
      check('04-14 10:10', { rest: { externalBusy: [tenToEleven] }, occupied }),
      check('04-14 10:10', { occupied }),
      check('04-14 10:10', { occupied: [occupied[0]!, occupied[2]!] }),
      check('04-14 10:10', { occupied: [occupied[2]!] }),
      check('04-14 10:10', {}),
    ]).toEqual(['past', 'break', 'time_off', 'external_busy', 'booked', 'held', 'buffer', 'off_grid']);
  });
});
