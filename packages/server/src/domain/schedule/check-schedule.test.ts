import { describe, expect, it } from 'vitest';
import { checkSchedule, checkWallRanges } from './check-schedule.ts';
import { defaultSchedule, type Schedule } from './schedule.ts';

const problemsOf = (change: Partial<Schedule>): string[] =>
  checkSchedule({ ...defaultSchedule, ...change }).map(({ path }) => path);
const monday = (start: string, end: string) => ({ dayOfWeek: 1 as const, start, end });

describe('a schedule that can be used', () => {
  it.each<[string, Partial<Schedule>]>([
    ['the default, which is closed', {}],
    ['a day until midnight', { workingHours: [monday('00:00', '24:00')] }],
    [
      'overlapping and touching hours',
      { workingHours: [monday('09:00', '12:00'), monday('11:00', '13:00'), monday('13:00', '14:00')] },
    ],
    [
      'V23 over midnight in one range',
      { workingHours: [monday('22:00', '02:00')], breaks: [monday('23:30', '00:15')] },
    ],
    ['a break outside the hours', { workingHours: [monday('09:00', '12:00')], breaks: [monday('18:00', '19:00')] }],
    ['an alias of a zone', { timeZone: 'US/Eastern' }],
    [
      'the ends of its limits',
      { slotInterval: 5, defaultDuration: 1440, bufferAfter: 720, minimumNotice: 129_600, bookingWindow: 730 },
    ],
    ['no window beyond today', { bookingWindow: 0 }],
  ])('accepts a schedule: %s', (_, change) => expect(problemsOf(change)).toEqual([]));
});

describe('a schedule that cannot', () => {
  it.each<[string, Partial<Schedule>, string[]]>([
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, ['timeZone']],
    ['a bare offset', { timeZone: '+02:00' }, ['timeZone']],
    ['an end at the start', { breaks: [monday('09:00', '12:00'), monday('12:00', '12:00')] }, ['breaks[1].end']],
    ['24:00 as a start', { workingHours: [monday('24:00', '24:00')] }, ['workingHours[0].start']],
    ['times that are none', { breaks: [monday('9:00', '25:00')] }, ['breaks[0].start', 'breaks[0].end']],
    [
      'a weekday that is none',
      { workingHours: [{ ...monday('09:00', '12:00'), dayOfWeek: 7 as never }] },
      ['workingHours[0].dayOfWeek'],
    ],
    ['intervals out of bounds', { slotInterval: 4, defaultDuration: 1441 }, ['slotInterval', 'defaultDuration']],
    ['negative buffers', { bufferBefore: -1, bufferAfter: 721 }, ['bufferBefore', 'bufferAfter']],
    ['parts of a minute', { minimumNotice: 0.5, bookingWindow: NaN }, ['minimumNotice', 'bookingWindow']],
    [
      'a reminder after the start',
      { reminders: { rules: [{ channel: 'sms', minutesBefore: -5 }], followUp: false } },
      ['reminders.rules[0].minutesBefore'],
    ],
  ])('rejects a schedule: %s', (_, change, expected) => expect(problemsOf(change)).toEqual(expected));

  it('explains what is wrong in a sentence', () => {
    expect(checkSchedule({ ...defaultSchedule, slotInterval: 0 })).toEqual([
      { path: 'slotInterval', message: 'Must be a whole number from 5 to 1440.' },
    ]);
  });
});

it('checks the ranges of a date override alike', () => {
  expect(checkWallRanges([])).toEqual([]);
  expect(
    checkWallRanges([
      { start: '10:00', end: '15:00' },
      { start: '16:00', end: '16:00' },
    ]),
  ).toMatchObject([{ path: 'ranges[1].end' }]);
});
