import { describe, expect, it } from 'vitest';
import { at, planWith } from '../../../../../test/support/plans.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { startLimits } from './limits.ts';

const limits = (schedule: Partial<Schedule>, now: string): { earliest: number; end: number } =>
  startLimits(planWith(schedule), at(now));

describe('startLimits', () => {
  it.each<[string, Partial<Schedule>, string, number]>([
    ['a start lies after now', {}, '04-14 10:00', at('04-14 10:00') + 1],
    ['the notice itself is enough', { minimumNotice: 90 }, '04-14 10:00', at('04-14 11:30')],
    ['not today', { sameDayBooking: false }, '04-14 10:00', at('04-15 00:00')],
    [
      'not today in the zone of the coach',
      { sameDayBooking: false, timeZone: 'America/New_York' },
      '04-15 03:00',
      at('04-15 04:00'),
    ],
    [
      'the longer of notice and same-day rule',
      { sameDayBooking: false, minimumNotice: 24 * 60 },
      '04-14 10:00',
      at('04-15 10:00'),
    ],
  ])('finds the earliest start: %s', (_, schedule, now, earliest) =>
    expect(limits(schedule, now).earliest).toBe(earliest),
  );

  it.each<[string, Partial<Schedule>, string, number]>([
    ['today and no more', { bookingWindow: 0 }, '04-14 10:00', at('04-15 00:00')],
    ['today + N, inclusive', { bookingWindow: 7 }, '04-14 23:59', at('04-22 00:00')],
    ['days of the coach', { bookingWindow: 0, timeZone: 'America/New_York' }, '04-15 03:00', at('04-15 04:00')],
    ['over a change of clocks', { bookingWindow: 1, timeZone: 'America/New_York' }, '03-07 12:00', at('03-09 04:00')],
  ])('finds the end of the booking window: %s', (_, schedule, now, end) => expect(limits(schedule, now).end).toBe(end));
});
