import { describe, expect, it } from 'vitest';
import { calendarOf, eventOf, reading, shown } from '../../../test/foreign-calendar.ts';
import { readObjects } from './read-objects.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;');
const response = (text: string, n = 1) =>
  `<d:response><d:href>/a/${n}.ics</d:href><d:propstat><d:prop><d:getetag>"1"</d:getetag><c:calendar-data>${escaped(text)}` +
  '</c:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>';
const answer = (...responses: readonly string[]) =>
  `<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${responses.join('')}</d:multistatus>`;
const zone = (offset: string) => [
  ...['BEGIN:VTIMEZONE', 'TZID:Home', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...[`TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE'],
];
const nine = (uid: string, ...more: readonly string[]) =>
  calendarOf(...more, ...eventOf(`UID:${uid}`, 'DTSTART;TZID=Home:20260414T090000', 'DURATION:PT1H'));
const utc = (uid: string, start: string) => calendarOf(...eventOf(`UID:${uid}`, `DTSTART:${start}`, 'DURATION:PT1H'));
const codeOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('the objects of a CalDAV server', () => {
  it('reads the objects of all calendars together', () => {
    const read = readObjects(
      [
        answer(response(utc('1', '20260414T090000Z')), response(utc('2', '20260415T090000Z'), 2)),
        answer(),
        answer(response(utc('3', '20260414T093000Z'))),
      ],
      reading,
    );
    expect(shown(read)).toEqual(['2026-04-14T09:00/10:30', '2026-04-15T09:00/10:00']);
    expect(read.events).toBe(3);
  });

  it('reads each object with the zones of its own file, also where two have the same name', () => {
    const read = readObjects(
      [answer(response(nine('1', ...zone('+0200'))), response(nine('2', ...zone('-0500')), 2))],
      reading,
    );
    expect(shown(read)).toEqual(['2026-04-14T07:00/08:00', '2026-04-14T14:00/15:00']);
    expect(read.problems).toEqual([]);
  });

  it('repeats objects with the changes of their series', () => {
    const series = calendarOf(
      ...eventOf('UID:1', 'DTSTART:20260413T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'),
      ...eventOf('UID:1', 'RECURRENCE-ID:20260414T090000Z', 'DTSTART:20260414T120000Z', 'DURATION:PT1H'),
    );
    expect(shown(readObjects([answer(response(series))], reading))).toEqual([
      '2026-04-13T09:00/10:00',
      '2026-04-14T12:00/13:00',
      '2026-04-15T09:00/10:00',
    ]);
  });

  it('leaves out our own bookings that were written there', () => {
    const uid = `${'a'.repeat(24)}@coach-booking`;
    const own = { ...reading, ownUids: [uid] };
    expect(shown(readObjects([answer(response(utc(uid, '20260414T090000Z')))], own))).toEqual([]);
  });

  it('counts a broken object as a problem, and reads the others', () => {
    const half = utc('1', '20260413T090000Z').slice(0, 60);
    const read = readObjects([answer(response(half), response(utc('2', '20260414T090000Z'), 2))], reading);
    expect([shown(read), read.problems]).toEqual([['2026-04-14T09:00/10:00'], [{ code: 'bad_event', count: 1 }]]);
  });

  it('reads on where an object is gone meanwhile', () => {
    const gone = '<d:response><d:href>/a/2</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>';
    expect(shown(readObjects([answer(response(utc('1', '20260414T090000Z')), gone)], reading))).toHaveLength(1);
  });

  it.each([
    ['half of an answer', answer(response(utc('1', '20260414T090000Z'))).slice(0, -40), 'malformed'],
    ['a page to sign in', '<html><body>Sign in</body></html>', 'malformed'],
    ['an object without its text', answer('<d:response><d:href>/a/1</d:href></d:response>'), 'malformed'],
    [
      'an answer that was cut off',
      answer('<d:response><d:href>/a/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>'),
      'too_big',
    ],
    ['too much of it', answer(response(`BEGIN:VCALENDAR${'x'.repeat(10_000_000)}`)), 'too_big'],
  ])('reads nothing of %s, so nothing becomes free', (_, text, code) =>
    expect(codeOf(() => readObjects([text], reading))).toBe(code),
  );
});
