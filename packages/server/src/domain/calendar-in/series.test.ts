import { describe, expect, it } from 'vitest';
import { busyWith, calendarOf, eventOf, reading, shown } from '../../../test/foreign-calendar.ts';
import { readCalendar } from './read-calendar.ts';

/** Four Tuesdays in Berlin, over the change of clocks on 29 March. */
const tuesdays = ['DTSTART;TZID=Europe/Berlin:20260317T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4'];
const all = ['2026-03-17T08:00/09:00', '2026-03-24T08:00/09:00', '2026-03-31T07:00/08:00', '2026-04-07T07:00/08:00'];
const without = (...gone: number[]) => all.filter((_, i) => !gone.includes(i));
const read = (...events: string[][]) => readCalendar(calendarOf(...events.flat()), reading);
const change = (...lines: string[]) => eventOf('UID:1', ...lines);
const master = (...lines: string[]) => eventOf('UID:1', ...tuesdays, ...lines);

describe('a series', () => {
  it('keeps its wall clock over a change of clocks', () => expect(busyWith(...tuesdays)).toEqual(all));

  it.each([
    ['UTC', 'EXDATE:20260331T070000Z', [2]],
    ['its own zone', 'EXDATE;TZID=Europe/Berlin:20260331T090000', [2]],
    ['another zone', 'EXDATE;TZID=America/New_York:20260331T030000', [2]],
    ['no zone', 'EXDATE:20260331T090000', [2]],
    ['days', 'EXDATE;VALUE=DATE:20260331,20260407', [2, 3]],
    ['two lines', 'EXDATE:20260331T070000Z\r\nEXDATE:20260317T080000Z', [0, 2]],
    ['another time of that day, which takes nothing out', 'EXDATE:20260331T090000Z', []],
  ])('leaves out what EXDATE takes out, in %s', (_, line, gone) =>
    expect(busyWith(...tuesdays, line)).toEqual(without(...gone)),
  );

  it.each([
    ['times', 'RDATE:20260501T090000Z,20260502T090000Z', ['2026-05-01T09:00/10:00', '2026-05-02T09:00/10:00']],
    ['times in another zone', 'RDATE;TZID=Asia/Tokyo:20260501T180000', ['2026-05-01T09:00/10:00']],
    ['periods with an end', 'RDATE;VALUE=PERIOD:20260501T090000Z/20260501T120000Z', ['2026-05-01T09:00/12:00']],
    ['periods with a length', 'RDATE;VALUE=PERIOD:20260501T090000Z/PT2H', ['2026-05-01T09:00/11:00']],
    ['a time that it has', 'RDATE:20260331T070000Z', []],
  ])('adds what RDATE adds, as %s', (_, line, more) => expect(busyWith(...tuesdays, line)).toEqual([...all, ...more]));

  it('begins with its own beginning, even where the rule does not', () =>
    expect(busyWith('DTSTART:20260414T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2')).toEqual([
      '2026-04-14T09:00/10:00',
      '2026-04-17T09:00/10:00',
      '2026-04-24T09:00/10:00',
    ]));

  it.each([
    ['in UTC', 'UNTIL=20260331T070000Z', 3],
    ['in UTC, a second before', 'UNTIL=20260331T065959Z', 2],
    ['in local time', 'UNTIL=20260331T090000', 3],
    ['on a day, with it', 'UNTIL=20260331', 3],
  ])('ends %s', (_, until, count) =>
    expect(busyWith(...tuesdays.slice(0, 2), `RRULE:FREQ=WEEKLY;${until}`)).toEqual(all.slice(0, count)),
  );

  it('reads a series of days in the zone of the coach, the changed and the left out too', () => {
    const days = ['DTSTART;VALUE=DATE:20260328', 'RRULE:FREQ=DAILY;COUNT=6;BYHOUR=9'];
    const lines = ['EXDATE;VALUE=DATE:20260330', 'EXDATE:20260401T000000Z', ...days];
    const moved = change('RECURRENCE-ID;VALUE=DATE:20260402', 'DTSTART:20260402T090000Z', 'DURATION:PT1H');
    expect(shown(read(change(...lines), moved))).toEqual([
      '2026-03-27T23:00/2026-03-29T22:00',
      '2026-03-30T22:00/2026-03-31T22:00',
      '2026-04-02T09:00/10:00',
    ]);
  });

  it('includes a series that began long ago, or lasts into the window', () => {
    expect(busyWith('DTSTART:19990101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;BYMONTH=4')).toEqual([
      '2026-04-01T09:00/10:00',
    ]);
    expect(busyWith('DTSTART:20251220T000000Z', 'DURATION:P20D', 'RRULE:FREQ=YEARLY;COUNT=1')).toEqual([
      '2026-01-01T00:00/2026-01-09T00:00',
    ]);
  });
});

describe('a change of one time', () => {
  it('replaces it, in whatever zone it is named', () => {
    for (const id of [':20260331T070000Z', ';TZID=America/New_York:20260331T030000', ';VALUE=DATE:20260331'])
      expect(shown(read(master(), change(`RECURRENCE-ID${id}`, 'DTSTART:20260401T120000Z', 'DURATION:PT2H')))).toEqual([
        ...without(2, 3),
        '2026-04-01T12:00/14:00',
        all[3],
      ]);
  });

  it('frees it when it is cancelled or transparent, before or after the series in the file', () => {
    for (const line of ['STATUS:CANCELLED', 'TRANSP:TRANSPARENT']) {
      const freed = change('RECURRENCE-ID:20260331T070000Z', 'DTSTART:20260331T070000Z', 'DURATION:PT1H', line);
      expect(shown(read(master(), freed))).toEqual(without(2));
      expect(shown(read(freed, master()))).toEqual(without(2));
    }
  });

  it('counts a changed time as busy in a series that is not', () => {
    const busy = change('RECURRENCE-ID:20260331T070000Z', 'DTSTART:20260331T070000Z', 'DURATION:PT1H');
    expect(shown(read(master('TRANSP:TRANSPARENT'), busy))).toEqual([all[2]]);
  });

  it('moves into the window what was outside, and stands without a series', () => {
    const moved = change('RECURRENCE-ID:20250101T080000Z', 'DTSTART:20260901T080000Z', 'DURATION:PT1H');
    expect(shown(read(moved))).toEqual(['2026-09-01T08:00/09:00']);
  });

  it('counts by the highest sequence when there are several', () => {
    const at = (hour: string, sequence: number) =>
      change(
        'RECURRENCE-ID:20260331T070000Z',
        `DTSTART:20260331T${hour}0000Z`,
        'DURATION:PT1H',
        `SEQUENCE:${sequence}`,
      );
    expect(shown(read(at('15', 10), at('12', 9), master()))).toEqual([
      ...without(2, 3),
      '2026-03-31T15:00/16:00',
      all[3],
    ]);
  });

  it('does not touch an event with another UID, or without one', () => {
    const other = eventOf('UID:2', 'RECURRENCE-ID:20260331T070000Z', 'DTSTART:20260331T070000Z', 'STATUS:CANCELLED');
    expect(shown(read(master(), other))).toEqual(all);
    expect(shown(read(eventOf(...tuesdays), eventOf('DTSTART:20260501T090000Z', 'DURATION:PT1H')))).toHaveLength(5);
  });
});

describe('a change of this time and all later ones', () => {
  const from = 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260324T090000';

  it('moves them by the same wall clock, and gives them its length', () =>
    expect(shown(read(master(), change(from, 'DTSTART;TZID=Europe/Berlin:20260325T100000', 'DURATION:PT30M')))).toEqual(
      [all[0], '2026-03-25T09:00/09:30', '2026-04-01T08:00/08:30', '2026-04-08T08:00/08:30'],
    ));

  it('ends the series when it is cancelled', () =>
    expect(shown(read(master(), change(from, 'DTSTART:20260324T080000Z', 'STATUS:CANCELLED')))).toEqual([all[0]]));

  it('ends it too when it has a rule of its own', () =>
    expect(
      shown(read(master(), change(from, 'DTSTART:20260324T120000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2'))),
    ).toEqual([all[0], '2026-03-24T12:00/13:00', '2026-03-25T12:00/13:00']));

  it('reports a change that moves times far as a problem, and counts both times as busy', () => {
    const calendar = read(master(), change(from, 'DTSTART:20260624T080000Z', 'DURATION:PT1H'));
    expect(shown(calendar)).toEqual([...without(1), '2026-06-24T08:00/09:00']);
    expect(calendar.problems).toMatchObject([{ code: 'unsupported', count: 1 }]);
  });
});

describe('a rule', () => {
  it.each([
    ['bad_rule', 'RRULE:FREQ=SOMETIMES', 'FREQ=SOMETIMES'],
    ['bad_rule', 'RRULE:FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY;INTERVAL=0'],
    ['bad_rule', 'RRULE:COUNT=4', 'COUNT=4'],
    [
      'unsupported',
      'RRULE:FREQ=YEARLY;RSCALE=HEBREW',
      'A calendar other than the Gregorian. FREQ=YEARLY;RSCALE=HEBREW',
    ],
    ['unsupported', 'RRULE:FREQ=DAILY;BYEASTER=1', 'A rule with BYEASTER. FREQ=DAILY;BYEASTER=1'],
    ['unsupported', 'EXRULE:FREQ=DAILY', 'A rule of times that are left out.'],
    ['bad_event', 'EXDATE:soon', 'EXDATE: A date or time is none.'],
    ['bad_event', 'RDATE;VALUE=PERIOD:20260414T090000Z/soon', 'RDATE: A date or time is none.'],
  ])('reports a rule as %s, and counts the first time: %s', (code, line, detail) => {
    const calendar = read(eventOf('UID:1', 'DTSTART:20260414T090000Z', 'DURATION:PT1H', line));
    expect(shown(calendar)).toEqual(['2026-04-14T09:00/10:00']);
    expect(calendar.problems).toEqual([{ code, count: 1, detail }]);
  });

  it('clips a rule with too many times, and counts the first ones', () => {
    const { busy, problems } = read(
      eventOf('UID:1', 'DTSTART:20260101T000000Z', 'DURATION:PT30S', 'RRULE:FREQ=MINUTELY'),
    );
    expect(busy).toHaveLength(20_000);
    expect(problems).toEqual([{ code: 'clipped', count: 1, detail: 'FREQ=MINUTELY' }]);
  });
});
