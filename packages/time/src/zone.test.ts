import { describe, expect, it } from 'vitest';
import { epochDay, type PlainDate } from './plain-date.ts';
import { toMinutes } from './wall-time.ts';
import { isTimeZone, localDayOf, localOf, offsetAt, startOfDay, toInstant, zoneOf } from './zone.ts';

const at = (zone: string, date: PlainDate, time: string): string =>
  new Date(toInstant(zoneOf(zone), epochDay(date), toMinutes(time))).toISOString().slice(0, 16);

describe('an id', () => {
  it.each([
    'UTC',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Asia/Katmandu',
    'US/Eastern',
    'Etc/GMT+5',
    'EST',
    'europe/berlin',
  ])('accepts %s as a zone', (id) => expect(isTimeZone(id)).toBe(true));

  it.each(['', 'Mars/Olympus', '+05:30', '-08', 'Europe', 'Local', 'UTC+1', 'Europe/Berlin\n'])(
    'rejects %j as a zone',
    (id) => {
      expect(isTimeZone(id)).toBe(false);
      expect(() => zoneOf(id)).toThrow(RangeError);
    },
  );

  it('has one table for an id, however it is spelt', () =>
    expect(zoneOf('EUROPE/Berlin')).toBe(zoneOf('Europe/Berlin')));
});

describe('toInstant', () => {
  it.each<[string, string, PlainDate, string, string]>([
    ['winter', 'America/New_York', '2026-01-14', '09:00', '2026-01-14T14:00'],
    ['summer', 'America/New_York', '2026-07-14', '09:00', '2026-07-14T13:00'],
    ['a gap: the offset before it', 'America/New_York', '2028-03-12', '02:30', '2028-03-12T07:30'],
    ['the end of a gap', 'America/New_York', '2028-03-12', '03:00', '2028-03-12T07:00'],
    ['an overlap: the first of the two', 'America/New_York', '2028-11-05', '01:30', '2028-11-05T05:30'],
    ['after an overlap', 'America/New_York', '2028-11-05', '02:00', '2028-11-05T07:00'],
    ['24:00', 'Europe/Berlin', '2028-03-26', '24:00', '2028-03-26T22:00'],
    ['a half-hour gap', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45'],
    ['a half-hour overlap', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45'],
    ['a gap at midnight', 'America/Santiago', '2028-09-03', '00:00', '2028-09-03T04:00'],
    ['24:00 into a gap', 'America/Santiago', '2028-09-02', '24:00', '2028-09-03T04:00'],
    // British Columbia and Alberta keep their summer offset from 2026 on; the Node that runs this may not have it yet.
    ['R21 a law that came after the machine', 'America/Vancouver', '2026-12-15', '09:00', '2026-12-15T16:00'],
    ['R21 the same under an old name', 'Canada/Pacific', '2026-12-15', '09:00', '2026-12-15T16:00'],
    ['a name that only Intl has', 'PST', '2026-01-14', '09:00', '2026-01-14T17:00'],
    ['45 minutes', 'Asia/Kathmandu', '2026-04-14', '09:00', '2026-04-14T03:15'],
    ['45 minutes and daylight saving', 'Pacific/Chatham', '2026-01-14', '09:00', '2026-01-13T19:15'],
    ['the far side of the date line', 'Pacific/Kiritimati', '2026-04-14', '00:00', '2026-04-13T10:00'],
    ['a date that was skipped: a day later', 'Pacific/Apia', '2011-12-30', '09:00', '2011-12-30T19:00'],
    ['the date after it', 'Pacific/Apia', '2011-12-31', '09:00', '2011-12-30T19:00'],
  ])('converts wall time to an instant: %s', (_, zone, date, time, expected) =>
    expect(at(zone, date, time)).toBe(expected),
  );

  it('answers the same in any order of questions', () => {
    const years = [2035, 1999, 2026, 2012, 2050, 1975] as const;
    const forward = years.map((year) => at('Europe/Paris', `${year}-07-01`, '09:00'));
    expect(forward).toEqual(years.map((year) => `${year}-07-01T${year === 1975 ? '08' : '07'}:00`));
    expect([...years].reverse().map((year) => at('Europe/Paris', `${year}-07-01`, '09:00'))).toEqual(
      [...forward].reverse(),
    );
  });
});

describe('startOfDay', () => {
  it.each<[string, string, PlainDate, string]>([
    ['an ordinary day', 'America/New_York', '2026-04-14', '2026-04-14T04:00'],
    ['where the clock skips midnight', 'America/Santiago', '2028-09-03', '2028-09-03T04:00'],
    ['where it shows midnight twice', 'America/Havana', '2026-11-01', '2026-11-01T04:00'],
    ['where the hour before midnight comes twice', 'America/Nuuk', '2026-10-25', '2026-10-25T02:00'],
  ])('finds the start of a day: %s', (_, zone, date, expected) =>
    expect(new Date(startOfDay(zoneOf(zone), date)).toISOString().slice(0, 16)).toBe(expected),
  );

  it('refuses what is no date', () => expect(() => startOfDay(zoneOf('UTC'), '2026-02-30')).toThrow(TypeError));
});

describe('localOf', () => {
  it.each([
    ['UTC', '2026-04-14T13:05:59.999Z', { date: '2026-04-14', minutes: 785, weekday: 2, hour: 13 }],
    ['America/New_York', '2026-04-14T03:30:00Z', { date: '2026-04-13', minutes: 1410, weekday: 1, hour: 23 }],
    ['Asia/Kathmandu', '2026-04-14T18:20:00Z', { date: '2026-04-15', minutes: 5, weekday: 3, hour: 0 }],
    ['Pacific/Kiritimati', '2026-04-11T10:00:00Z', { date: '2026-04-12', minutes: 0, weekday: 0, hour: 0 }],
  ])('converts to the wall time of %s the instant %s', (zone, instant, expected) =>
    expect(localOf(zoneOf(zone), Date.parse(instant))).toEqual(expected),
  );

  it('agrees with the local day', () => {
    const zone = zoneOf('Australia/Lord_Howe');
    const instant = Date.UTC(2026, 9, 3, 15, 29);
    expect(epochDay(localOf(zone, instant).date)).toBe(localDayOf(zone, instant));
  });
});

it('keeps the nearest known offset far outside the years in which anybody books', () => {
  const zone = zoneOf('America/New_York');
  expect([Date.UTC(1800, 0, 1), Date.UTC(2900, 6, 1)].map((instant) => offsetAt(zone, instant) / 3_600_000)).toEqual([
    -5, -5,
  ]);
});
