import { describe, expect, it } from 'vitest';
import { costOf } from '../../../test/limits/cost.ts';
import { expand } from './expand.ts';
import { parseRule } from './rule.ts';

const wall = (text: string) => Date.parse(`${text.length > 10 ? text : `${text}T09:00`}Z`);
const days = (rule: string, start: string, { from = start, until = '2100-01-01' } = {}) => {
  const parsed = parseRule(rule);
  const span = { start: wall(start), from: wall(from), until: wall(until), last: parsed.until?.wall };
  return expand(parsed, span).walls.map((at) => new Date(at).toISOString().slice(0, 10));
};
const times = (rule: string, start: string) =>
  expand(parseRule(rule), { start: wall(start), from: wall(start), until: wall('2100-01-01') }).walls.map((at) =>
    new Date(at).toISOString().slice(5, 16),
  );

/** Mostly the examples of RFC 5545, 3.8.5.3, whose dates the RFC itself lists. */
describe('a rule by days gives the dates of RFC 5545', () => {
  it.each([
    ['FREQ=DAILY;COUNT=3', '1997-09-02', '1997-09-02 1997-09-03 1997-09-04'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12'],
    ['FREQ=DAILY;BYMONTH=1;COUNT=3', '1998-01-30', '1998-01-30 1998-01-31 1999-01-01'],
    ['FREQ=WEEKLY;COUNT=3;WKST=SU', '1997-09-02', '1997-09-02 1997-09-09 1997-09-16'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '1997-08-05 1997-08-10 1997-08-19 1997-08-24'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '1997-08-05 1997-08-17 1997-08-19 1997-08-31'],
    ['FREQ=MONTHLY;COUNT=4;BYDAY=1FR', '1997-09-05', '1997-09-05 1997-10-03 1997-11-07 1997-12-05'],
    ['FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU', '1997-09-07', '1997-09-07 1997-09-28 1997-11-02 1997-11-30'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', '1997-09-22', '1997-09-22 1997-10-20 1997-11-17'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4', '1997-09-28', '1997-09-28 1997-10-29 1997-11-28 1997-12-29'],
    ['FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1', '1997-09-30', '1997-09-30 1997-10-01 1997-10-31 1997-11-01'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15', '2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3', '1997-09-02', '1998-02-13 1998-03-13 1998-11-13'],
    ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3', '1997-09-13', '1997-09-13 1997-10-11 1997-11-08'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '1997-09-04 1997-10-07 1997-11-06'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3', '1997-09-29', '1997-09-29 1997-10-30 1997-11-27'],
    ['FREQ=MONTHLY;COUNT=4', '2026-01-31', '2026-01-31 2026-03-31 2026-05-31 2026-07-31'],
    ['FREQ=YEARLY;COUNT=4;BYMONTH=6,7', '1997-06-10', '1997-06-10 1997-07-10 1998-06-10 1998-07-10'],
    ['FREQ=YEARLY;COUNT=3', '2024-02-29', '2024-02-29 2028-02-29 2032-02-29'],
    [
      'FREQ=YEARLY;INTERVAL=3;COUNT=5;BYYEARDAY=1,100,200',
      '1997-01-01',
      '1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09',
    ],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19', '1997-05-19 1998-05-18 1999-05-17'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3', '1997-05-12', '1997-05-12 1998-05-11 1999-05-17'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3', '2024-12-30', '2024-12-30 2025-12-29 2027-01-04'],
    ['FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU;COUNT=3', '2027-01-03', '2027-01-03 2028-01-02 2028-12-31'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4', '1997-03-13', '1997-03-13 1997-03-20 1997-03-27 1998-03-05'],
    [
      'FREQ=YEARLY;BYDAY=FR;BYYEARDAY=-275,-276,-277,-278,-279,-280,-281;COUNT=3',
      '2006-03-31',
      '2006-03-31 2007-03-30 2008-03-28',
    ],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3',
      '1996-11-05',
      '1996-11-05 2000-11-07 2004-11-02',
    ],
  ])('lists the dates of %s from %s', (rule, start, expected) => expect(days(rule, start).join(' ')).toBe(expected));

  it('lists dates until the day that the rule names, with it', () =>
    expect(days('FREQ=DAILY;UNTIL=19970904T090000Z', '1997-09-02')).toEqual([
      '1997-09-02',
      '1997-09-03',
      '1997-09-04',
    ]));

  it('lists dates from the middle as from the beginning', () => {
    const rule = 'FREQ=MONTHLY;INTERVAL=5;BYDAY=2TU,-1SA';
    const whole = days(rule, '1990-01-09', { until: '2030-01-01' });
    const late = days(rule, '1990-01-09', { from: '2026-01-01', until: '2030-01-01' });
    expect(late).toEqual(whole.filter((day) => day >= '2026'));
    expect(late.length).toBeGreaterThan(10);
  });
});

describe('a rule by times', () => {
  it.each([
    ['FREQ=HOURLY;INTERVAL=3;COUNT=3', '09-02T09:00 09-02T12:00 09-02T15:00'],
    ['FREQ=HOURLY;BYHOUR=9,17;BYMINUTE=0,30;COUNT=5', '09-02T09:00 09-02T09:30 09-02T17:00 09-02T17:30 09-03T09:00'],
    ['FREQ=MINUTELY;INTERVAL=90;COUNT=3', '09-02T09:00 09-02T10:30 09-02T12:00'],
    [
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10;COUNT=7',
      '09-02T09:00 09-02T09:20 09-02T09:40 09-02T10:00 09-02T10:20 09-02T10:40 09-03T09:00',
    ],
    ['FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20;COUNT=5', '09-02T09:00 09-02T09:20 09-02T10:00 09-02T10:20 09-03T09:00'],
    ['FREQ=SECONDLY;INTERVAL=3600;BYDAY=WE;COUNT=2', '09-03T00:00 09-03T01:00'],
    ['FREQ=HOURLY;BYMINUTE=0,20,40;BYSETPOS=-1;COUNT=2', '09-02T09:40 09-02T10:40'],
  ])('lists the times of %s', (rule, expected) => expect(times(rule, '1997-09-02').join(' ')).toBe(expected));

  it('counts times from the beginning of the rule, far away too', () => {
    const parsed = parseRule('FREQ=HOURLY;COUNT=100000');
    const span = { start: wall('2015-01-01'), from: wall('2026-05-29'), until: wall('2100-01-01') };
    const { walls, isCut } = expand(parsed, span);
    expect([new Date(walls.at(-1)!).toISOString(), isCut]).toEqual(['2026-05-30T00:00:00.000Z', false]);
  });
});

describe('a rule that leads nowhere ends', () => {
  const upTo = (most: number) => Array.from({ length: most }, (_, n) => n).join();
  const allSeconds = `BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`;
  it.each([
    ['daily, on days that are not', 'FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2', true],
    ['yearly, on a day that is not', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', false],
    ['each second of a day that is not', 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30', true],
    ['each second', 'FREQ=SECONDLY', true],
    ['a thousand million days', 'FREQ=DAILY;COUNT=1000000000', true],
    ['each thousand millionth week', 'FREQ=WEEKLY;INTERVAL=1000000000', false],
    ['each thousand millionth year', 'FREQ=YEARLY;INTERVAL=1000000000;COUNT=5', false],
    ['a day in a week in which it never is', 'FREQ=YEARLY;BYYEARDAY=366;BYWEEKNO=20', false],
    ['each second of each day, in lists', `FREQ=DAILY;${allSeconds}`, true],
    ['the last second of lists', `FREQ=YEARLY;BYDAY=MO,TU;BYSETPOS=-1;${allSeconds}`, true],
    ['each second of each hour, in lists', `FREQ=HOURLY;BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`, true],
  ])('ends a rule that leads nowhere: %s', async (_, rule, cut) => {
    const span = { start: wall('1900-01-01'), from: wall('2026-01-01'), until: wall('2100-01-01') };
    const cost = await costOf(1500, () => {
      const { isCut, walls } = expand(parseRule(rule), span);
      expect([isCut, walls.length <= 500_000]).toEqual([cut, true]);
    });
    expect(cost).toBeLessThan(1500);
  });
});
