import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { minus, parseInstant, plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { bookingIcs, type BookingEvent } from './booking-ics.ts';
import { calendarUid } from './ics.ts';

const start = parseInstant('2026-04-14T18:00:00Z');
const event = (given: Partial<BookingEvent> = {}): BookingEvent => ({
  method: 'REQUEST',
  uid: calendarUid('665f00000000000000000021'),
  sequence: 0,
  status: 'CONFIRMED',
  start,
  end: plus(start, HOUR),
  stamp: minus(start, 24 * HOUR),
  summary: 'Personal training with Maria Santos',
  description: 'Change or cancel:\nhttps://book.fit.example/manage/x7',
  location: 'Pier 3, Boston',
  url: 'https://book.fit.example/manage/x7',
  organizer: { name: 'Maria Santos', address: 'hello@fit.example' },
  attendee: { name: 'Ana Torres', address: 'ana@example.com' },
  ...given,
});

/** A content line by the grammar of RFC 5545, 3.1, and nothing else. */
const CONTENT = /^(?<name>[A-Z-]+)(?<params>(?:;[A-Z-]+=(?:"[^"\p{Cc}]*"|[^",:;\p{Cc}]*))*):(?<value>[^\p{Cc}]*)$/u;

/** Reads a file strictly; throws at the first thing that is not as the standard has it. */
const strictlyRead = (file: string) => {
  expect(file.endsWith('\r\n')).toBe(true);
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n\ufffd]/);
    expect(line).not.toBe('');
  }
  const lines = physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const read = lines.map((line) => {
    const { name, params, value } = CONTENT.exec(line)?.groups ?? expect.unreachable(`not a line: ${line}`);
    return { name: name!, params: params!, value: value! };
  });
  expect(read.filter(({ name }) => ['BEGIN', 'END'].includes(name)).map(({ value }) => value)).toEqual([
    'VCALENDAR',
    'VEVENT',
    'VEVENT',
    'VCALENDAR',
  ]);
  const valueOf = (name: string) => {
    const found = read.filter((line) => line.name === name);
    expect(found, name).toHaveLength(1);
    return found[0]!.value;
  };
  for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'ORGANIZER', 'SUMMARY', 'SEQUENCE', 'METHOD', 'STATUS'])
    valueOf(name);
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND']) expect(valueOf(name)).toMatch(/^\d{8}T\d{6}Z$/);
  for (const name of ['SUMMARY', 'DESCRIPTION', 'UID']) expect(valueOf(name)).not.toMatch(/(?<!\\)(?:\\\\)*[;,]/);
  return { read, valueOf };
};

/** Returns the fields that a foreign parser reads. */
const foreignRead = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const component = calendar.getFirstSubcomponent('vevent')!;
  return { method: calendar.getFirstPropertyValue('method'), component, event: new ICAL.Event(component) };
};

describe('a calendar file', () => {
  it('says who, what, when and where to a parser of others', () => {
    const file = bookingIcs(event());
    strictlyRead(file);
    const { method, component, event: read } = foreignRead(file);
    expect(method).toBe('REQUEST');
    expect(read).toMatchObject({
      uid: '665f00000000000000000021@coach-booking',
      summary: 'Personal training with Maria Santos',
      description: 'Change or cancel:\nhttps://book.fit.example/manage/x7',
      location: 'Pier 3, Boston',
      sequence: 0,
    });
    expect(read.startDate.toJSDate().getTime()).toBe(start);
    expect(read.endDate.toJSDate().getTime()).toBe(start + HOUR);
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:hello@fit.example');
    const [attendee] = read.attendees;
    expect(attendee!.getFirstValue()).toBe('mailto:ana@example.com');
    expect(['cn', 'partstat', 'rsvp'].map((name) => attendee!.getParameter(name))).toEqual([
      'Ana Torres',
      'ACCEPTED',
      'FALSE',
    ]);
  });

  it('cancels by a file with the same id and people, which is newer', () => {
    const [asked, cancelled] = [
      event(),
      event({ method: 'CANCEL', status: 'CANCELLED', sequence: 1, stamp: start }),
    ].map((each) => foreignRead(bookingIcs(each))) as [ReturnType<typeof foreignRead>, ReturnType<typeof foreignRead>];
    expect(cancelled.method).toBe('CANCEL');
    expect(cancelled.event.uid).toBe(asked.event.uid);
    expect(cancelled.event.sequence).toBeGreaterThan(asked.event.sequence);
    for (const name of ['organizer', 'attendee'])
      expect(cancelled.component.getFirstPropertyValue(name)).toBe(asked.component.getFirstPropertyValue(name));
    expect(cancelled.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it.each([
    ['signs of the format', 'a;b,c\\d\ne\\n'],
    ['long words of several octets', '🏋️‍♀️ Kräftigung '.repeat(40).trim()],
    ['letters from right to left', 'تدريب شخصي مع ليلى '.repeat(10).trim()],
    ['a line of exactly 75 octets', 'x'.repeat(75 - 'SUMMARY:'.length)],
    ['a line of 76 octets', 'x'.repeat(76 - 'SUMMARY:'.length)],
  ])('reads back %s', (_, text) => {
    const file = bookingIcs(event({ summary: text, description: text, location: text }));
    strictlyRead(file);
    expect(foreignRead(file).event).toMatchObject({ summary: text, description: text, location: text });
  });

  it('writes no line that was smuggled in', () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\rSUMMARY:evil\u0000\u0007';
    const person = { name: `"${evil}";ROLE=CHAIR`, address: 'a@b.example?cc=x\r\nEND:VEVENT' };
    const file = bookingIcs(event({ summary: evil, location: evil, organizer: person, attendee: person }));
    const { valueOf } = strictlyRead(file);
    expect(valueOf('ORGANIZER')).toBe('mailto:a@b.example%3Fcc=x%0D%0AEND:VEVENT');
    expect(foreignRead(file).event.attendees).toHaveLength(1);
  });

  it('leaves out what there is not', () => {
    const { read } = strictlyRead(bookingIcs(event({ location: undefined, url: undefined })));
    expect(read.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['LOCATION']));
    expect(read.map(({ name }) => name)).not.toContain('URL');
  });
});
