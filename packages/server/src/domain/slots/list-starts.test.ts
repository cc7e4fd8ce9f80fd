import { describe, expect, it } from 'vitest';
import { instant, minus, plus } from '@coach-booking/time/instant';
import { ask, at, daily, planWith, taken, times } from '../../../../../test/support/plans.ts';
import type { Plan, Schedule } from '../schedule/schedule.ts';
import { listStarts } from './list-starts.ts';
import type { Occupied, SlotRules } from './slot-question.ts';

type Case = [title: string, schedule: Partial<Schedule>, rules: Partial<SlotRules>, expected: string[]];
const list = (
  schedule: Partial<Schedule>,
  rules: Partial<SlotRules> = {},
  occupied: Occupied[] = [],
  rest: Partial<Plan> = {},
): string[] => times(listStarts(ask(planWith(schedule, rest), { rules, occupied })));

describe('the grid', () => {
  it.each<Case>([
    ['starts with the range, by the interval of the schedule', {}, {}, ['04-14 09:00', '10:00', '11:00']],
    ['or by one of its own', {}, { interval: 45 }, ['04-14 09:00', '09:45', '10:30']],
    ['a session lies whole in the range', {}, { duration: 90 }, ['04-14 09:00', '10:00']],
    ['one that is as long as the range', {}, { duration: 180 }, ['04-14 09:00']],
    ['one that is longer', {}, { duration: 181 }, []],
    [
      'touching ranges of one date carry one grid',
      { workingHours: [...daily('09:30-10:15'), ...daily('10:15-12:00')] },
      {},
      ['04-14 09:30', '10:30'],
    ],
    [
      'apart they carry two',
      { workingHours: [...daily('09:00-10:30'), ...daily('11:15-12:30')] },
      {},
      ['04-14 09:00', '11:15'],
    ],
    ['a break does not shift it', { breaks: daily('09:50-10:10') }, { duration: 30 }, ['04-14 09:00', '11:00']],
    ['a break outside the hours does nothing', { breaks: daily('18:00-19:00') }, {}, ['04-14 09:00', '10:00', '11:00']],
  ])('lays the grid: %s', (_, schedule, rules, expected) => expect(list(schedule, rules)).toEqual(expected));

  it('keeps the grid beside busy time', () => {
    expect(list({}, { duration: 30 }, [taken(at('04-14 08:50'), 20)])).toEqual(['04-14 10:00', '11:00']);
  });
});

describe('V23 hours past midnight in one range', () => {
  const friday = '2026-04-17';
  const midnight = (date: string) => Date.parse(`${date}T00:00:00Z`);
  const night = (rest: Partial<Plan> = {}, schedule: Partial<Schedule> = {}, from = friday, to = '2026-04-19') =>
    times(
      listStarts(
        ask(planWith({ workingHours: daily('22:00-02:00', [5]), ...schedule }, rest), {
          from: instant(midnight(from)),
          to: instant(midnight(to)),
          now: instant(midnight(from) - 86_400_000),
        }),
      ),
    );

  it('carries one grid over midnight in one range', () => {
    expect(night()).toEqual(['04-17 22:00', '23:00', '04-18 00:00', '01:00']);
  });

  it('finds hours past midnight when only the next date is asked for', () => {
    expect(night({}, {}, '2026-04-18')).toEqual(['04-18 00:00', '01:00']);
  });

  it('cuts hours past midnight by a break past midnight', () => {
    expect(night({}, { breaks: daily('23:30-00:30', [5]) })).toEqual(['04-17 22:00', '04-18 01:00']);
  });

  it('keeps hours past midnight to the date of their start: an override of the next leaves them', () => {
    const overrides = [{ date: '2026-04-18' as const, ranges: [{ start: '12:00', end: '13:00' }] }];
    expect(night({ overrides })).toEqual(['04-17 22:00', '23:00', '04-18 00:00', '01:00', '12:00']);
    expect(night({ overrides: [{ date: friday, ranges: [{ start: '23:00', end: '01:00' }] }] })).toEqual([
      '04-17 23:00',
      '04-18 00:00',
    ]);
  });

  it('keeps the wall-clock end of hours past midnight where the clocks go forward', () => {
    const schedule = { timeZone: 'America/New_York', workingHours: daily('22:00-04:00', [6]) };
    expect(night({}, schedule, '2026-03-08', '2026-03-09')).toEqual([
      '03-08 03:00',
      '04:00',
      '05:00',
      '06:00',
      '07:00',
    ]);
  });
});

describe('midnight', () => {
  const late = [...daily('22:30-24:00', [1, 2]), ...daily('00:00-01:30', [2, 3])];

  it('crosses midnight where the ranges of two dates touch, each on its own grid', () => {
    expect(list({ workingHours: late })).toEqual(['04-14 00:00', '22:30', '23:30']);
  });

  it('cannot where the next date is closed', () => {
    expect(list({ workingHours: daily('22:30-24:00', [2]) })).toEqual(['04-14 22:30']);
  });

  it('crosses midnight by a session of several days', () => {
    expect(list({ workingHours: daily('00:00-24:00'), slotInterval: 720 }, { duration: 5760 })).toEqual([
      '04-14 00:00',
      '12:00',
    ]);
  });
});

describe('what cuts availability', () => {
  const half: Partial<SlotRules> = { duration: 30, interval: 30 };
  const range = { start: at('04-14 10:00'), end: at('04-14 11:00') };
  const without10 = ['04-14 09:00', '09:30', '11:00', '11:30'];

  it.each<[string, Partial<Plan>]>([
    ['time off', { timeOff: [{ id: 'a', ...range }] }],
    ['external busy', { externalBusy: [range] }],
  ])('cuts availability by %s, without the buffers of the session', (_, rest) => {
    expect(list({ bufferBefore: 15, bufferAfter: 15 }, half, [], rest)).toEqual(without10);
  });

  it('cuts availability by breaks alike', () =>
    expect(list({ breaks: daily('10:00-11:00'), bufferAfter: 15 }, half)).toEqual(without10));

  it('keeps breaks where an override replaces the hours', () => {
    const overrides = [{ date: '2026-04-14' as const, ranges: [{ start: '10:00', end: '13:00' }] }];
    expect(list({ breaks: daily('11:00-12:00') }, {}, [], { overrides })).toEqual(['04-14 10:00', '12:00']);
  });

  it('lists nothing on a date that an override closes', () =>
    expect(list({}, {}, [], { overrides: [{ date: '2026-04-14', ranges: [] }] })).toEqual([]));

  it('lists nothing by a source too old to be trusted', () =>
    expect(list({}, {}, [], { externalStale: true })).toEqual([]));

  it('keeps starts beside a booking or a hold that touches', () => {
    const occupied = [
      taken(at('04-14 08:00'), 60),
      taken(at('04-14 10:00'), 60),
      taken(at('04-14 12:00'), 60, { kind: 'hold' }),
    ];
    expect(list({}, {}, occupied)).toEqual(['04-14 09:00', '11:00']);
  });
});

describe('buffers', () => {
  const rules = { duration: 30, interval: 15 };
  const booking = (more: { before?: number; after?: number }) => [taken(at('04-14 10:00'), 30, more)];
  const schedule = { workingHours: daily('09:15-11:30') };

  it.each<[string, Partial<Schedule>, Partial<SlotRules>, Occupied[], string[]]>([
    ['none', {}, {}, booking({}), ['04-14 09:15', '09:30', '10:30', '10:45', '11:00']],
    ["the other's after", {}, {}, booking({ after: 15 }), ['04-14 09:15', '09:30', '10:45', '11:00']],
    ['its own after', { bufferAfter: 15 }, {}, booking({}), ['04-14 09:15', '10:30', '10:45', '11:00']],
    ['its own before', { bufferBefore: 30 }, {}, booking({}), ['04-14 09:15', '09:30', '11:00']],
    [
      'the larger of both, not the sum',
      { bufferBefore: 30 },
      {},
      booking({ after: 15 }),
      ['04-14 09:15', '09:30', '11:00'],
    ],
    [
      "the service's instead of the schedule's",
      { bufferBefore: 30 },
      { bufferBefore: 0 },
      booking({}),
      ['04-14 09:15', '09:30', '10:30', '10:45', '11:00'],
    ],
  ])('keeps buffers: %s', (_, buffers, more, occupied, expected) =>
    expect(list({ ...schedule, ...buffers }, { ...rules, ...more }, occupied)).toEqual(expected),
  );
});

describe('the clock', () => {
  const plan = (schedule: Partial<Schedule> = {}) => planWith(schedule);

  it.each<[string, Partial<Schedule>, string, string[]]>([
    ['a start must lie after now', {}, '04-14 10:00', ['04-14 11:00']],
    ['now + notice is early enough', { minimumNotice: 60 }, '04-14 09:00', ['04-14 10:00', '11:00']],
    ['a minute later is not', { minimumNotice: 60 }, '04-14 09:01', ['04-14 11:00']],
    ['not today', { sameDayBooking: false }, '04-14 00:00', []],
    ['but tomorrow', { sameDayBooking: false }, '04-13 23:59', ['04-14 09:00', '10:00', '11:00']],
    ['today + N is inside the window', { bookingWindow: 3 }, '04-11 00:00', ['04-14 09:00', '10:00', '11:00']],
    ['the day after is not', { bookingWindow: 3 }, '04-10 23:59', []],
  ])('limits starts by the clock: %s', (_, schedule, now, expected) =>
    expect(times(listStarts(ask(plan(schedule), { now: at(now) })))).toEqual(expected),
  );

  it('counts the days of the window in the zone of the coach', () => {
    const there = plan({ timeZone: 'Pacific/Kiritimati', bookingWindow: 0 });
    const question = ask(there, { from: at('04-13 00:00'), to: at('04-16 00:00'), now: at('04-13 10:00') });
    expect(times(listStarts(question))).toEqual(['04-13 19:00', '20:00', '21:00']);
  });

  it('lets the last session of the window run on past its end', () => {
    const question = ask(plan({ bookingWindow: 0, workingHours: daily('00:00-24:00'), slotInterval: 720 }), {
      now: at('04-14 11:00'),
      rules: { duration: 800 },
    });
    expect(times(listStarts(question))).toEqual(['04-14 12:00']);
  });
});

describe('the range', () => {
  it('counts what starts inside, whatever the end', () => {
    const question = ask(planWith(), { from: at('04-14 10:00'), to: at('04-14 11:00') });
    expect(times(listStarts(question))).toEqual(['04-14 10:00']);
  });

  it('lists nothing for an empty or reversed range', () => {
    expect(listStarts(ask(planWith(), { from: at('04-14 10:00'), to: at('04-14 10:00') }))).toHaveLength(0);
    expect(listStarts(ask(planWith(), { from: at('04-14 11:00'), to: at('04-14 10:00') }))).toHaveLength(0);
  });
});

describe('changes of clocks', () => {
  const day = (timeZone: string, hours: string, from: string, to: string): string[] => {
    const plan = planWith({ timeZone, workingHours: daily(hours), bookingWindow: 730 });
    return times(listStarts(ask(plan, { from: at(from), to: at(to), now: at('01-01 00:00') })));
  };

  it.each([
    [
      'a gap: five hours of 00:00–06:00',
      'America/New_York',
      '00:00-06:00',
      '03-08 05:00',
      '03-09 04:00',
      ['03-08 05:00', '06:00', '07:00', '08:00', '09:00'],
    ],
    [
      'an overlap: seven',
      'America/New_York',
      '00:00-06:00',
      '11-01 04:00',
      '11-02 05:00',
      ['11-01 04:00', '05:00', '06:00', '07:00', '08:00', '09:00', '10:00'],
    ],
    ['a range that starts in a gap', 'America/New_York', '02:30-05:00', '03-08 05:00', '03-09 04:00', ['03-08 07:30']],
    [
      'half an hour lost',
      'Australia/Lord_Howe',
      '01:00-05:00',
      '10-03 13:30',
      '10-04 13:00',
      ['10-03 14:30', '15:30', '16:30'],
    ],
    [
      'half an hour won',
      'Australia/Lord_Howe',
      '01:00-04:00',
      '04-04 13:00',
      '04-05 13:30',
      ['04-04 14:00', '15:00', '16:00'],
    ],
    ['midnight itself lost', 'America/Santiago', '00:00-03:00', '09-06 04:00', '09-07 03:00', ['09-06 04:00', '05:00']],
    ['45 minutes off', 'Asia/Kathmandu', '09:00-11:00', '04-13 18:15', '04-14 18:15', ['04-14 03:15', '04:15']],
    [
      '45 minutes off in summer',
      'Pacific/Chatham',
      '09:00-11:00',
      '01-13 10:15',
      '01-14 10:15',
      ['01-13 19:15', '20:15'],
    ],
  ])('lists starts over changes of clocks: %s', (_, zone, hours, from, to, expected) =>
    expect(day(zone, hours, from, to)).toEqual(expected),
  );

  describe('a range that is moved over midnight', () => {
    const workingHours = [...daily('23:15-23:45', [6]), ...daily('00:00-02:00', [0])];
    const plan = planWith({ timeZone: 'America/Nuuk', workingHours, slotInterval: 15, bookingWindow: 730 });
    const night = ask(plan, {
      from: at('03-29 00:00'),
      to: at('03-30 00:00'),
      now: at('01-01 00:00'),
      rules: { duration: 15 },
    });

    it('gives each start once and in order', () => {
      expect(times(listStarts({ ...night, rules: { duration: 30 } }))).toEqual([
        '03-29 01:00',
        '01:15',
        '01:30',
        '01:45',
        '02:00',
        '02:15',
        '02:30',
      ]);
    });

    it('meets what is busy on the date that it comes to', () => {
      const occupied = [taken(at('03-29 01:20'), 5), taken(at('03-29 02:00'), 60)];
      expect(times(listStarts({ ...night, occupied }))).toEqual(['03-29 01:00', '01:30', '01:45']);
    });

    it('counts when only that date is asked for', () => {
      const late = planWith({
        timeZone: 'America/Nuuk',
        workingHours: daily('23:20-23:50', [6]),
        slotInterval: 15,
        bookingWindow: 730,
      });
      expect(times(listStarts({ ...night, plan: late, from: at('03-29 01:10') }))).toEqual(['03-29 01:20', '01:35']);
    });
  });

  it('sees the date that a clock had reached before it went back over midnight', () => {
    const plan = planWith({
      timeZone: 'America/St_Johns',
      workingHours: daily('00:00-02:00', [0]),
      slotInterval: 15,
      bookingWindow: 730,
    });
    const from = instant(Date.UTC(2010, 10, 7, 2, 35));
    const starts = listStarts({
      plan,
      rules: { duration: 15 },
      occupied: [],
      from,
      to: plus(from, 1_800_000),
      now: minus(from, 1),
    });
    expect(Array.from(starts, (start) => new Date(start).toISOString().slice(11, 16))).toEqual(['02:45', '03:00']);
  });

  it('lists the starts of a date that was skipped whole a day later, once', () => {
    const plan = planWith({ timeZone: 'Pacific/Apia', bookingWindow: 730 });
    const from = instant(Date.UTC(2011, 11, 29, 10));
    const starts = listStarts({
      plan,
      rules: { duration: 60 },
      occupied: [],
      from,
      to: plus(from, 48 * 3_600_000),
      now: minus(from, 1),
    });
    expect(Array.from(starts, (start) => new Date(start).toISOString().slice(0, 16))).toEqual([
      '2011-12-29T19:00',
      '2011-12-29T20:00',
      '2011-12-29T21:00',
      '2011-12-30T19:00',
      '2011-12-30T20:00',
      '2011-12-30T21:00',
    ]);
  });
});
