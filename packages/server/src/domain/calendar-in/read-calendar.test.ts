import { describe, expect, it } from 'vitest';
import { busyWith, calendarOf, eventOf, reading, shown } from '../../../test/foreign-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { CalendarUnreadable } from './reading.ts';

const nine = ['DTSTART:20260414T090000Z', 'DTEND:20260414T100000Z'];
const at9 = ['2026-04-14T09:00/10:00'];
const codeOf = (text: string) => {
  try {
    return readCalendar(text, reading);
  } catch (error) {
    return error instanceof CalendarUnreadable ? error.code : error;
  }
};

describe('whether an event is busy', () => {
  it.each([
    ['as it stands', [], true],
    ['that is opaque', ['TRANSP:OPAQUE'], true],
    ['that is tentative', ['STATUS:TENTATIVE'], true],
    ['that Outlook calls out of office', ['X-MICROSOFT-CDO-BUSYSTATUS:OOF'], true],
    ['that another declined', ['ATTENDEE;PARTSTAT=DECLINED:mailto:ben@fit.example'], true],
    ['that its owner accepted', ['ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@fit.example'], true],
    ['that is transparent', ['TRANSP:TRANSPARENT'], false],
    ['that is cancelled', ['STATUS:CANCELLED'], false],
    ['that Outlook calls free', ['X-MICROSOFT-CDO-BUSYSTATUS:FREE'], false],
    ['in small letters', ['transp:transparent'], false],
    ['that its owner declined', ['ATTENDEE;CN="Ana: coach";PARTSTAT=DECLINED:MAILTO:Ana@fit.example'], false],
  ])('decides whether an event is busy: one %s', (_, lines, isBusy) => {
    const text = calendarOf(...eventOf('UID:1', ...nine, ...lines));
    const { busy, problems, events } = readCalendar(text, { ...reading, owner: 'ana@fit.example' });
    expect([busy.length, problems, events]).toEqual([isBusy ? 1 : 0, [], 1]);
  });

  it('ignores the events with the UIDs of own bookings, in any case', () => {
    const text = calendarOf(
      ...eventOf('UID:booking-1@Book.example', ...nine),
      ...eventOf('UID:booking-2@book.example', 'DTSTART:20260415T090000Z', 'DURATION:PT1H'),
    );
    expect(shown(readCalendar(text, { ...reading, ownUids: ['booking-1@book.example'] }))).toEqual([
      '2026-04-15T09:00/10:00',
    ]);
    expect(readCalendar(text, reading).busy).toHaveLength(2);
  });
});

describe('the time of an event', () => {
  it.each([
    ['ends by DTEND', nine, at9],
    ['ends by a duration', ['DTSTART:20260414T090000Z', 'DURATION:PT1H'], at9],
    [
      'ends by a duration in days of the wall clock',
      ['DTSTART:20260328T080000', 'DURATION:P1DT1H'],
      ['2026-03-28T07:00/2026-03-29T07:00'],
    ],
    ['without seconds', ['DTSTART:20260414T0900Z', 'DTEND:20260414T1000Z'], at9],
    ['without a zone is in the zone of the coach', ['DTSTART:20260414T110000', 'DTEND:20260414T120000'], at9],
    [
      'of an end in another zone',
      ['DTSTART;TZID=America/New_York:20260414T050000', 'DTEND;TZID=Asia/Tokyo:20260414T190000'],
      at9,
    ],
    [
      'is a day in the zone of the coach',
      ['DTSTART;VALUE=DATE:20260414', 'DTEND;VALUE=DATE:20260415'],
      ['2026-04-13T22:00/2026-04-14T22:00'],
    ],
    ['is a day when it has no end', ['DTSTART;VALUE=DATE:20260414'], ['2026-04-13T22:00/2026-04-14T22:00']],
    [
      'is a day when its end is the same day',
      ['DTSTART;VALUE=DATE:20260414', 'DTEND;VALUE=DATE:20260414'],
      ['2026-04-13T22:00/2026-04-14T22:00'],
    ],
    [
      'is a day without VALUE and with a zone that means nothing',
      ['DTSTART;TZID=Asia/Tokyo:20260414'],
      ['2026-04-13T22:00/2026-04-14T22:00'],
    ],
    [
      'is two days, of which one has 23 hours',
      ['DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330'],
      ['2026-03-27T23:00/2026-03-29T22:00'],
    ],
    ['is days by a duration', ['DTSTART;VALUE=DATE:20260414', 'DURATION:P2D'], ['2026-04-13T22:00/2026-04-15T22:00']],
    ['is nothing when it has only a beginning', ['DTSTART:20260414T090000Z'], []],
    ['is nothing when it ends as it begins', ['DTSTART:20260414T090000Z', 'DTEND:20260414T090000Z'], []],
    [
      'that the clock skips is later by the gap (R21)',
      ['DTSTART:20260329T023000', 'DURATION:PT30M'],
      ['2026-03-29T01:30/02:00'],
    ],
    [
      'that the clock shows twice is the first of both',
      ['DTSTART:20261025T023000', 'DURATION:PT30M'],
      ['2026-10-25T00:30/01:00'],
    ],
    [
      'is cut where the window begins',
      ['DTSTART:20251231T230000Z', 'DTEND:20260101T010000Z'],
      ['2026-01-01T00:00/01:00'],
    ],
    ['is nothing outside the window', ['DTSTART:20270101T000000Z', 'DTEND:20270101T010000Z'], []],
  ])('reads the time of an event: %s', (_, lines, expected) => expect(busyWith(...lines)).toEqual(expected));

  it.each([
    ['no beginning', 'DTEND:20260414T100000Z', 'An event has no beginning.'],
    ['a day that is none', 'DTSTART:20260230T090000Z', 'A date or time is none.'],
    ['a time that is none', 'DTSTART:20260414T250000Z', 'A date or time is none.'],
    ['a text for a time', 'DTSTART:tomorrow', 'A date or time is none.'],
    [
      'an end before its beginning',
      'DTSTART:20260414T090000Z\r\nDTEND:20260414T080000Z',
      'An event ends before it begins.',
    ],
    ['a duration that is none', 'DTSTART:20260414T090000Z\r\nDURATION:1h', 'A duration is none.'],
    ['an endless duration', 'DTSTART:20260414T090000Z\r\nDURATION:P99999999D', 'A duration is too long.'],
    ['no colon', 'DTSTART:20260414T090000Z\r\nDTEND;VALUE=DATE', 'A line of DTEND cannot be read.'],
  ])('reports an event with %s as a problem, and reads the rest', (_, line, detail) => {
    const text = calendarOf(...eventOf('UID:bad', 'SUMMARY:Dentist', line), ...eventOf('UID:good', ...nine));
    const { problems, ...rest } = readCalendar(text, reading);
    expect(problems).toEqual([{ code: 'bad_event', count: 1, detail }]);
    expect(shown({ ...rest, problems })).toEqual(at9);
  });
});

describe('the file', () => {
  it('accepts a byte order mark, any line ends, folded lines, and broken lines that do not count', () => {
    const text = calendarOf(
      ...eventOf(
        'UID:1',
        'DESCRIPTION:A note',
        'that is not folded: BEGIN of nothing',
        'X;;=:',
        'DTSTART:2026041',
        ' 4T090000Z',
        'DURA',
        '\tTION:PT1H',
      ),
    );
    for (const end of ['\r\n', '\n', '\r'])
      expect(shown(readCalendar(`\uFEFF${text.replaceAll('\r\n', end)}`, reading))).toEqual(at9);
  });

  it('accepts alarms, to-dos and notes, which are not busy', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT10M', 'DURATION:PT5M', 'END:VALARM'];
    const todo = ['BEGIN:VTODO', 'DTSTART:20260416T090000Z', 'DURATION:PT1H', ...alarm, 'END:VTODO'];
    const text = calendarOf(...todo, ...eventOf('UID:1', ...alarm, ...nine), ...todo);
    expect(shown(readCalendar(text, reading))).toEqual(at9);
  });

  it('accepts a list of free and busy times', () => {
    const lines = [
      'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260414T090000Z/PT30M,20260414T093000Z/20260414T100000Z',
      'FREEBUSY;FBTYPE=FREE:20260415T090000Z/PT1H',
    ];
    expect(shown(readCalendar(calendarOf('BEGIN:VFREEBUSY', ...lines, 'END:VFREEBUSY'), reading))).toEqual(at9);
  });

  it('gives what is left when an event has no end', () => {
    const text = calendarOf('BEGIN:VEVENT', 'UID:1', ...nine, ...eventOf('UID:2', ...nine));
    expect(readCalendar(text, reading)).toMatchObject({
      busy: [{}],
      events: 1,
      problems: [{ code: 'bad_event', count: 1, detail: 'An event does not end.' }],
    });
  });

  it.each([
    ['the page of a sign-in', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['nothing', ''],
    ['JSON', '{"error":"not found"}'],
    ['a calendar within something else', `Hello\r\n${calendarOf(...eventOf(...nine))}`],
    ['the first half of a calendar', calendarOf(...eventOf('UID:1', ...nine)).slice(0, 120)],
  ])('rejects a file that is %s as malformed', (_, text) => expect(codeOf(text)).toBe('malformed'));

  it('refuses a file that is too long, or has too many times', () => {
    expect(codeOf(calendarOf('X'.repeat(10_000_000)))).toBe('too_big');
    const minutes = Array.from({ length: 50_001 }, (_, n) => new Date(+reading.from + n * 120_000));
    const list = minutes.map((at) => at.toISOString().replace(/[-:]|[.]000/g, '')).join(',');
    expect(codeOf(calendarOf(...eventOf('UID:1', 'DTSTART:20260101T000000Z', 'DURATION:PT1M', `RDATE:${list}`)))).toBe(
      'too_many',
    );
  });

  it('reads a file without events as a calendar that is never busy', () =>
    expect(readCalendar(calendarOf(), reading)).toEqual({
      ...{ busy: [], problems: [], events: 0 },
      own: [{ events: [], isWhole: true }],
    }));
});
