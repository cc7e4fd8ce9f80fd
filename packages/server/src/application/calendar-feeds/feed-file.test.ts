import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { parseInstant, plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { MESSAGE_LANGUAGES } from '../../domain/message/message.ts';
import type { FeedBooking } from '../ports/booking-reads.ts';
import { feedFile, type FeedContent } from './feed-file.ts';

const start = parseInstant('2026-04-14T18:00:00Z');
const made = parseInstant('2026-04-01T08:00:00Z');
const booking = (given: Partial<FeedBooking> = {}): FeedBooking => ({
  id: '665f00000000000000000021',
  coachId: 'c',
  serviceTitle: 'Personal training',
  status: 'confirmed',
  time: { start, end: plus(start, HOUR), local: { date: '2026-04-14', hour: 18, weekday: 2 } },
  attendee: { kind: 'lead', id: 'l', contactId: 'k' },
  createdAt: made,
  history: [{ type: 'created', at: made, to: 'confirmed' }],
  ...given,
});
const facts = {
  contactOf: () => ({ name: 'Ana Torres', email: 'ana@example.com', phone: '+12125550100' }),
  heldBy: () => ['Maria Santos', 'Jane Smith'],
  joinUrlOf: ({ id }: { readonly id: string }) => `https://book.example/join/${id}`,
  page: 'https://book.example/p/fit/desk/calendar',
};
const feed = {
  name: 'Maria Santos',
  detail: 'title',
  language: 'en',
  subject: { kind: 'coach', coachId: 'c' },
} as const;
const content = (given: Partial<FeedContent> = {}): FeedContent => ({ feed, bookings: [booking()], ...given });

/** Reads a file with a parser of others. */
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => ({
    component,
    value: (name: string) => {
      const found: unknown = component.getFirstPropertyValue(name);
      return found === null ? null : String(found as string);
    },
    event: new ICAL.Event(component),
  }));
  return { calendar, events, first: events[0]! };
};

const linesOf = (text: string) => text.slice(0, -2).split('\r\n');

describe('the text of a feed', () => {
  it('tells programs its name, and to read it each hour', () => {
    const text = feedFile(content());
    expect(linesOf(text)).toEqual(
      expect.arrayContaining([
        'NAME:Maria Santos',
        'X-WR-CALNAME:Maria Santos',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
      ]),
    );
    expect(text).not.toContain('METHOD');
    const { calendar } = read(text);
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT1H');
  });

  it('writes a calendar without an event where there is no booking', () =>
    expect(read(feedFile(content({ bookings: [] }))).events).toEqual([]));

  it('writes each booking as one event in UTC, with the id of the mails and its revision', () => {
    const moved = { type: 'rescheduled', at: plus(made, HOUR), from: 'confirmed', to: 'confirmed' } as const;
    const { event, value } = read(
      feedFile(content({ bookings: [booking({ history: [...booking().history, moved] })] })),
    ).first;
    expect([event.uid, event.sequence]).toEqual(['665f00000000000000000021@coach-booking', 1]);
    expect([event.startDate, event.endDate].map((time) => time.toString())).toEqual([
      '2026-04-14T18:00:00Z',
      '2026-04-14T19:00:00Z',
    ]);
    for (const name of ['last-modified', 'dtstamp']) expect(value(name)).toBe('2026-04-01T09:00:00Z');
    expect([value('created'), value('transp'), value('status')]).toEqual([
      '2026-04-01T08:00:00Z',
      'OPAQUE',
      'CONFIRMED',
    ]);
  });

  it.each([
    ['pending', 'TENTATIVE', 'OPAQUE'],
    ['scheduled', 'CONFIRMED', 'OPAQUE'],
    ['in_progress', 'CONFIRMED', 'OPAQUE'],
    ['completed', 'CONFIRMED', 'OPAQUE'],
    ['no_show', 'CONFIRMED', 'OPAQUE'],
    ['cancelled', 'CANCELLED', 'TRANSPARENT'],
  ] as const)('shows a booking that is %s as %s, %s', (status, shown, transparency) => {
    const { value } = read(feedFile(content({ bookings: [booking({ status })] }))).first;
    expect([value('status'), value('transp')]).toEqual([shown, transparency]);
  });

  describe('by its detail', () => {
    const shown = (given: Partial<FeedContent>) => {
      const { value } = read(feedFile(content(given))).first;
      return ['summary', 'description', 'url'].map(value);
    };
    const full = { ...feed, detail: 'full' } as const;

    it('has the place in both, and how to find it', () => {
      const place = { name: 'Pier 3', address: '1 Dock Street, Boston', hint: 'Ring twice.' };
      for (const subject of [feed.subject, { kind: 'client', userId: 'u' }] as const) {
        const given = { feed: { ...full, subject }, bookings: [booking({ place })], facts };
        const { value } = read(feedFile(content(given))).first;
        expect(value('location')).toBe('Pier 3, 1 Dock Street, Boston');
        expect(value('description')).toMatch(/Ring twice\.$/);
      }
    });
    it('tells the link to join while the session is to take place, and only in full', () => {
      const locationOf = (given: Partial<FeedBooking>) => {
        const bookings = [booking({ hasVideo: true, ...given })];
        return read(feedFile(content({ feed: full, bookings, facts }))).first.value('location');
      };
      expect(locationOf({})).toBe('https://book.example/join/665f00000000000000000021');
      for (const status of ['pending', 'cancelled', 'completed', 'no_show'] as const)
        expect(locationOf({ status })).toBeNull();
      expect(read(feedFile(content({ bookings: [booking({ hasVideo: true })] }))).first.value('location')).toBeNull();
    });
    it('hides everything but the time', () => {
      const text = feedFile(content({ feed: { ...feed, detail: 'busy' }, facts }));
      expect(text).not.toMatch(/Personal|Ana|Jane|example/);
      expect(read(text).first.value('summary')).toBe('Busy');
    });
    it('hides everything but the time in each language', () => {
      const busy = MESSAGE_LANGUAGES.map(
        (language) => shown({ feed: { ...feed, detail: 'busy', language } })[0] as string,
      );
      const first = ['Busy', 'Belegt', 'Ocupado', 'Occupé', 'مشغول'];
      expect(busy).toEqual([...first, 'Occupato', 'Indisponível', 'Bezet', 'Zajęte', 'Dolu', 'תפוס']);
    });
    it('names the service', () => expect(shown({})).toEqual(['Personal training', null, null]));
    it('names to the coach who comes, how to reach them, and who holds it', () =>
      expect(shown({ feed: full, facts })).toEqual([
        'Ana Torres: Personal training',
        'ana@example.com\n+12125550100\nJane Smith',
        'https://book.example/p/fit/desk/calendar',
      ]));
    it('names to a client with whom, in each language, and nobody’s contact', () => {
      const summaries = MESSAGE_LANGUAGES.map((language) => {
        const [summary, ...rest] = shown({
          feed: { ...full, language, subject: { kind: 'client', userId: 'u' } },
          facts,
        });
        expect(rest).toEqual([null, facts.page]);
        return summary;
      });
      expect(summaries.slice(0, 2)).toEqual([
        'Personal training with Maria Santos, Jane Smith',
        'Personal training mit Maria Santos, Jane Smith',
      ]);
      // Spanish and Italian have the same word, Polish and Turkish a dash.
      expect(new Set(summaries).size).toBe(MESSAGE_LANGUAGES.length - 2);
    });
  });

  it('writes the same text for the same bookings, and another for any other', () => {
    expect(feedFile(content())).toBe(feedFile(content()));
    expect(feedFile(content({ bookings: [booking({ status: 'cancelled' })] }))).not.toBe(feedFile(content()));
  });

  it.each([
    ['New York, clocks forward', '2026-03-08T06:30:00Z'],
    ['New York, clocks back, the hour that is there twice', '2026-11-01T05:30:00Z'],
    ['New York, clocks back, the second of it', '2026-11-01T06:30:00Z'],
    ['Berlin, clocks forward', '2026-03-29T00:30:00Z'],
    ['Lord Howe, half an hour', '2026-10-03T15:15:00Z'],
  ])('means the same instant everywhere on the day when clocks change: %s', (_, at) => {
    const begin = parseInstant(at);
    const time = { ...booking().time, start: begin, end: plus(begin, HOUR) };
    const { event } = read(feedFile(content({ bookings: [booking({ time })] }))).first;
    expect([event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()]).toEqual([
      begin,
      plus(begin, HOUR),
    ]);
  });

  it('survives any title: folded between characters, and read back by others as it was', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          ',',
          ';',
          '\\',
          '\n',
          '"',
          ':',
          'é',
          '👩‍👩‍👧‍👦',
          '🏋🏽',
          'مرحبا',
          '\u200f',
          ' ',
          'END:VEVENT',
        ),
        minLength: 1,
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(titles, titles, (title, name) => {
        const text = feedFile(content({ feed: { ...feed, name }, bookings: [booking({ serviceTitle: title })] }));
        for (const line of linesOf(text)) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\ufffd]/);
        }
        const { events, first, calendar } = read(text);
        expect(events).toHaveLength(1);
        // Control signs have no place in a calendar, nor have blanks at the edges.
        const plain = (given: string) =>
          given
            .replace(/\p{Cs}/gu, '\ufffd')
            .split(/\r\n?|\n/)
            .map((line) => line.replace(/\p{Cc}/gu, ' ').trimEnd())
            .join('\n')
            .trim();
        expect(first.value('summary') ?? '').toBe(plain(title));
        // The parser does not have this property, so it returns the text as it is written.
        const written = String(calendar.getFirstPropertyValue('name') ?? '');
        const named = written.replaceAll(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
        expect(named).toBe(plain(name));
      }),
      { numRuns: 300 },
    );
  });
});
