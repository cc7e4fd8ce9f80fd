import { describe, expect, it } from 'vitest';
import type { PlainDate } from '@coach-booking/time/plain-date';
import { daily, planWith, times } from '../../../../../test/support/plans.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { workingHoursOn } from './working-hours.ts';

const hoursOn = (schedule: Partial<Schedule>, date: PlainDate): string[][] =>
  workingHoursOn(planWith(schedule), date).map(({ start, end }) => times([start, end]));

describe('workingHoursOn', () => {
  it.each<[string, Partial<Schedule>, PlainDate, string[][]]>([
    ['a weekday', {}, '2026-04-14', [['04-14 09:00', '12:00']]],
    ['a closed one', { workingHours: daily('09:00-12:00', [1]) }, '2026-04-14', []],
    ['in the zone', { timeZone: 'Asia/Kathmandu' }, '2026-04-14', [['04-14 03:15', '06:15']]],
    [
      'three that overlap or touch, in any order',
      { workingHours: [...daily('11:00-13:00'), ...daily('09:00-12:00'), ...daily('13:00-24:00')] },
      '2026-04-14',
      [['04-14 09:00', '04-15 00:00']],
    ],
    [
      'one inside another',
      { workingHours: [...daily('09:00-17:00'), ...daily('10:00-11:00'), ...daily('12:00-13:00')] },
      '2026-04-14',
      [['04-14 09:00', '17:00']],
    ],
    ['until 24:00', { workingHours: daily('22:00-24:00') }, '2026-04-14', [['04-14 22:00', '04-15 00:00']]],
    [
      'V23 that run past midnight, until it',
      { workingHours: daily('22:00-02:00', [2]) },
      '2026-04-14',
      [['04-14 22:00', '04-15 00:00']],
    ],
    [
      'V23 that are left of the day before',
      { workingHours: daily('22:00-02:00', [2]) },
      '2026-04-15',
      [['04-15 00:00', '02:00']],
    ],
    ['before breaks are taken away', { breaks: daily('10:00-11:00') }, '2026-04-14', [['04-14 09:00', '12:00']]],
    [
      'across a gap',
      { timeZone: 'America/New_York', workingHours: daily('00:00-06:00') },
      '2026-03-08',
      [['03-08 05:00', '10:00']],
    ],
    [
      'across an overlap',
      { timeZone: 'America/New_York', workingHours: daily('00:00-06:00') },
      '2026-11-01',
      [['11-01 04:00', '11:00']],
    ],
    [
      'starting in a gap',
      { timeZone: 'America/New_York', workingHours: daily('02:30-04:00') },
      '2026-03-08',
      [['03-08 07:30', '08:00']],
    ],
    ['turned round by a gap', { timeZone: 'America/New_York', workingHours: daily('02:30-03:00') }, '2026-03-08', []],
    [
      'two that a gap brings together',
      { timeZone: 'America/New_York', workingHours: [...daily('01:00-02:30'), ...daily('03:00-04:00')] },
      '2026-03-08',
      [['03-08 06:00', '08:00']],
    ],
    [
      'an edge that a gap moves past the end of the other',
      { timeZone: 'America/New_York', workingHours: [...daily('01:00-02:30'), ...daily('02:00-03:15')] },
      '2026-03-08',
      [['03-08 06:00', '07:30']],
    ],
    [
      'one that a gap turns round between two that it brings together',
      {
        timeZone: 'America/New_York',
        workingHours: [...daily('01:00-02:15'), ...daily('02:30-03:00'), ...daily('03:05-03:45')],
      },
      '2026-03-08',
      [['03-08 06:00', '07:45']],
    ],
    [
      'two that a gap swaps',
      { timeZone: 'America/New_York', workingHours: [...daily('02:40-02:50'), ...daily('03:00-03:30')] },
      '2026-03-08',
      [
        ['03-08 07:00', '07:30'],
        ['03-08 07:40', '07:50'],
      ],
    ],
  ])('finds working hours: %s', (_, schedule, date, expected) => expect(hoursOn(schedule, date)).toEqual(expected));

  it('takes an override in place of the weekly hours, empty means closed', () => {
    const ranges = [
      { start: '14:00', end: '16:00' },
      { start: '10:00', end: '11:00' },
    ];
    const plan = planWith(
      {},
      {
        overrides: [
          { date: '2026-04-14', ranges },
          { date: '2026-04-15', ranges: [] },
        ],
      },
    );
    expect(
      (['2026-04-13', '2026-04-14', '2026-04-15'] as const).map((date) =>
        workingHoursOn(plan, date).map(({ start }) => times([start])[0]),
      ),
    ).toEqual([['04-13 09:00'], ['04-14 10:00', '04-14 14:00'], []]);
  });
});
