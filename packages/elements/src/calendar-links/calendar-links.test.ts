import { expect } from '@open-wc/testing';
import { icsOf, webCalendars, type CalendarEvent } from './index.ts';

const event: CalendarEvent = {
  uid: '665f@coach-booking',
  title: 'Strength; heavy, long \\ session',
  start: '2028-04-11T13:00:00Z',
  end: '2028-04-11T14:00:00.000Z',
  stamp: '2028-04-10T08:00:00Z',
  description: `Zeile eins\nZeile zwei ${'ü'.repeat(60)}`,
  url: 'https://book.example/manage/token',
};

describe('the calendar file', () => {
  const lines = icsOf(event).split('\r\n');

  it('writes the event in UTC', () => {
    for (const line of [
      'DTSTART:20280411T130000Z',
      'DTEND:20280411T140000Z',
      'DTSTAMP:20280410T080000Z',
      'UID:665f@coach-booking',
    ])
      expect(lines).to.include(line);
  });

  it('A19 writes one confirmed event unless another status is given', () => {
    for (const line of ['METHOD:PUBLISH', 'STATUS:CONFIRMED', 'SEQUENCE:0']) expect(lines).to.include(line);
    expect(icsOf(event)).not.to.contain('LOCATION');
    expect(icsOf({ ...event, status: 'TENTATIVE', sequence: 2, location: 'Pier 4, Harbour' })).to.contain(
      'SEQUENCE:2\r\nSTATUS:TENTATIVE\r\n',
    );
    expect(icsOf({ ...event, location: 'Pier 4, Harbour' })).to.contain('LOCATION:Pier 4\\, Harbour\r\n');
  });

  it('A19 takes a cancelled event out of the calendar', () => {
    const cancelled = icsOf({ ...event, status: 'CANCELLED', sequence: 1 });
    expect(cancelled).to.contain('METHOD:CANCEL\r\n').and.contain('STATUS:CANCELLED\r\n');
    expect(cancelled).to.contain(`UID:${event.uid}\r\n`);
  });

  it('S21 lets no text begin a line of its own', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(icsOf({ ...event, title: `a${end}ATTENDEE:x` })).to.contain('SUMMARY:a\\nATTENDEE:x\r\n');
  });

  it('escapes text', () => {
    expect(lines).to.include('SUMMARY:Strength\\; heavy\\, long \\\\ session');
  });

  it('folds lines to 75 octets and loses nothing', () => {
    for (const line of lines) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    expect(icsOf(event).replaceAll('\r\n ', '')).to.contain(
      `DESCRIPTION:Zeile eins\\nZeile zwei ${'ü'.repeat(60)}\r\n`,
    );
  });

  it('ends each line as RFC 5545 requires', () => {
    expect(icsOf(event)).to.match(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
  });
});

describe('web calendars', () => {
  for (const [name, host, start] of [
    ['Google', 'calendar.google.com', '20280411T130000Z/20280411T140000Z'],
    ['Outlook', 'outlook.live.com', '2028-04-11T13:00:00Z'],
    ['Yahoo', 'calendar.yahoo.com', '20280411T130000Z'],
  ] as const)
    it(`gives ${name} the title and the time`, () => {
      const [, link] = webCalendars.find(([known]) => known === name)!;
      const url = new URL(link(event));
      expect(url.hostname).to.equal(host);
      expect([...url.searchParams.values()]).to.include.members([event.title, start]);
    });

  it('S22 gives no web calendar the link that manages the booking', () => {
    for (const [, link] of webCalendars)
      expect(decodeURIComponent(link({ ...event, ...{ description: event.url } }))).not.to.contain('manage');
  });
});
