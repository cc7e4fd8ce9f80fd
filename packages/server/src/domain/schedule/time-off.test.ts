import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { fromEpochDay, weekdayOfEpochDay, type PlainDate, type Weekday } from '@coach-booking/time/plain-date';
import { DAY, HOUR } from '@coach-booking/time/units';
import { localOf, toInstant, zoneOf } from '@coach-booking/time/zone';
import type { TimeOff, TimeOffRepeat } from './schedule.ts';
import { MAX_REPEAT_DAYS, occurrencesIn, occurrencesOf, spanOf } from './time-off.ts';

const at = (text: string) => instant(Date.parse(`${text}Z`));
const text = (from: number) => new Date(from).toISOString().slice(5, 16);
const off = (start: string, end: string, repeat?: Partial<TimeOffRepeat>): TimeOff => ({
  id: 'a',
  start: at(start),
  end: at(end),
  ...(repeat && {
    repeat: { everyWeeks: 1, weekdays: [1], until: '2026-04-30', timeZone: 'UTC', ...repeat } as TimeOffRepeat,
  }),
});
const starts = (timeOff: TimeOff) => occurrencesOf(timeOff).map(({ start }) => text(start));

describe('the times of an absence', () => {
  it.each([
    ['once', off('2026-04-13T10:00', '2026-04-13T11:00'), ['04-13T10:00']],
    [
      'every week until a date, that date included',
      off('2026-04-13T10:00', '2026-04-13T11:00', { until: '2026-04-27' }),
      ['04-13T10:00', '04-20T10:00', '04-27T10:00'],
    ],
    [
      'on several weekdays, none before the first',
      off('2026-04-15T10:00', '2026-04-15T11:00', { weekdays: [1, 3], until: '2026-04-22' }),
      ['04-15T10:00', '04-20T10:00', '04-22T10:00'],
    ],
    [
      'every second week by weeks that begin on Monday',
      off('2026-04-17T10:00', '2026-04-17T11:00', { weekdays: [0, 1, 5], everyWeeks: 2, until: '2026-05-01' }),
      ['04-17T10:00', '04-19T10:00', '04-27T10:00', '05-01T10:00'],
    ],
  ] as const)('repeats %s', (_, timeOff, expected) => {
    expect(starts(timeOff)).toEqual(expected);
  });

  it('keeps the time of the wall where the clocks change, and the length of a day that is longer', () => {
    const timeOff = off('2026-10-18T22:00', '2026-10-19T22:00', { until: '2026-11-02', timeZone: 'Europe/Berlin' });
    expect(occurrencesOf(timeOff).map(({ start, end }) => [text(start), (end - start) / HOUR])).toEqual([
      ['10-18T22:00', 24],
      ['10-25T23:00', 24],
      ['11-01T23:00', 24],
    ]);
    const sunday = off('2026-10-17T22:00', '2026-10-18T22:00', {
      weekdays: [0],
      until: '2026-10-25',
      timeZone: 'Europe/Berlin',
    });
    expect(occurrencesOf(sunday).map(({ start, end }) => (end - start) / HOUR)).toEqual([24, 25]);
  });

  it('reads a time that the clocks skip as everywhere', () => {
    const until = (end: string) =>
      off('2026-03-22T01:30', end, { weekdays: [0], until: '2026-03-29', timeZone: 'Europe/Berlin' });
    expect(starts(until('2026-03-22T03:30'))).toEqual(['03-22T01:30', '03-29T01:30']);
    expect(starts(until('2026-03-22T02:30'))).toEqual(['03-22T01:30']);
  });

  it('is bounded, whatever date is stored', () => {
    const everyDay = { weekdays: [0, 1, 2, 3, 4, 5, 6] as Weekday[], until: '9999-01-01' as PlainDate };
    expect(occurrencesOf(off('2026-04-13T10:00', '2026-04-13T11:00', everyDay))).toHaveLength(MAX_REPEAT_DAYS + 1);
  });
});

const zones = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'];
const repeated = fc
  .record({
    zone: fc.constantFrom(...zones),
    day: fc.integer({ min: 20_000, max: 22_000 }),
    minutes: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 3 * 1440 }),
    everyWeeks: fc.integer({ min: 1, max: 5 }),
    others: fc.subarray([0, 1, 2, 3, 4, 5, 6] as Weekday[]),
    days: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ zone, day, minutes, length, everyWeeks, others, days }): TimeOff => {
    const start = toInstant(zoneOf(zone), day, minutes);
    const { weekday } = localOf(zoneOf(zone), start);
    return {
      id: 'a',
      start,
      end: instant(start + length * 60_000),
      repeat: {
        everyWeeks,
        weekdays: [...new Set([weekday, ...others])],
        until: fromEpochDay(day + days),
        timeZone: zone,
      },
    };
  });

describe('the times of any absence that repeats', () => {
  it('begins with the stored one, and each starts on an allowed date', () => {
    fc.assert(
      fc.property(repeated, (timeOff) => {
        const { repeat, start, end } = timeOff;
        const times = occurrencesOf(timeOff);
        expect(times[0]).toEqual({ start, end });
        const zone = zoneOf(repeat!.timeZone);
        for (const time of times) {
          const local = localOf(zone, time.start);
          expect(repeat!.weekdays).toContain(local.weekday);
          expect(local.date <= repeat!.until).toBe(true);
          expect(time.start < time.end).toBe(true);
        }
      }),
    );
  });

  it('finds in a range exactly those of all that overlap it', () => {
    fc.assert(
      fc.property(
        repeated,
        fc.integer({ min: -3, max: 130 }),
        fc.integer({ min: 1, max: 40 }),
        (timeOff, from, days) => {
          const start = instant(timeOff.start + from * DAY);
          const range = { start, end: instant(start + days * DAY) };
          const expected = occurrencesOf(timeOff).filter((time) => time.start < range.end && time.end > range.start);
          expect(occurrencesIn(timeOff, range)).toEqual(expected);
          const span = spanOf(timeOff);
          expect(occurrencesOf(timeOff).every((time) => time.start >= span.start && time.end <= span.end)).toBe(true);
        },
      ),
    );
  });

  it('counts weeks from Monday', () => {
    expect(weekdayOfEpochDay(-3)).toBe(1);
  });
});
