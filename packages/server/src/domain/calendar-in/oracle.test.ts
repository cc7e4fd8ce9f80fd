import fc from 'fast-check';
import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, it } from 'vitest';
import { calendarOf, eventOf, reading } from '../../../test/foreign-calendar.ts';
import { parseLine } from './content-line.ts';
import { expand } from './expand.ts';
import { readCalendar } from './read-calendar.ts';
import { parseRule } from './rule.ts';

/** A component with one property, as ical.js parses it. */
type JCal = [string, [[string, Record<string, string>, string, string]]];

const DAY = 86_400_000;
const HOUR = 3_600_000;
const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const list = <T>(item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { minLength: 1, maxLength: 4 }).map((some) => some.join(','));
const signed = (most: number) => fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: -most, max: -1 }));
const nth = (most: number) => fc.tuple(signed(most), weekday).map(([n, day]) => `${n}${day}`);

const part = (name: string, value: fc.Arbitrary<string>) => value.map((text) => `;${name}=${text}`);
const maybe = (some: fc.Arbitrary<string>) => fc.option(some, { nil: '' });
const rule = (frequency: string, ...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(fc.constant(`FREQ=${frequency}`), ...parts).map((some) => some.join(''));

const byMonth = part('BYMONTH', list(fc.integer({ min: 1, max: 12 })));
const byMonthDay = part('BYMONTHDAY', list(signed(31)));
const byDay = part('BYDAY', list(weekday));
const byPosition = fc.tuple(byDay, part('BYSETPOS', list(signed(3)))).map((some) => some.join(''));

/** Rules about which rrule-temporal is right: without BYWEEKNO, and without two kinds of days in years. */
const rules = fc
  .tuple(
    fc.oneof(
      rule('YEARLY', byMonth, maybe(fc.oneof(byMonthDay, byDay, byPosition, part('BYDAY', list(nth(4)))))),
      rule('YEARLY', fc.oneof(part('BYYEARDAY', list(signed(366))), part('BYDAY', list(nth(50))))),
      rule('MONTHLY', maybe(byMonth), maybe(fc.oneof(byMonthDay, byDay, byPosition, part('BYDAY', list(nth(5)))))),
      rule('WEEKLY', maybe(byMonth), maybe(byDay), maybe(part('WKST', weekday))),
      rule('DAILY', maybe(byMonth), maybe(byMonthDay), maybe(byDay), maybe(part('BYHOUR', list(fc.nat(23))))),
      rule('HOURLY', maybe(byDay)),
    ),
    maybe(part('INTERVAL', fc.integer({ min: 1, max: 5 }).map(String))),
    maybe(part('COUNT', fc.integer({ min: 1, max: 20 }).map(String))),
  )
  .map((some) => some.join(''));

const start = fc
  .integer({ min: Date.UTC(2019, 0, 1) / HOUR, max: Date.UTC(2026, 0, 1) / HOUR })
  .map((hours) => hours * HOUR);

describe('rules are expanded as rrule-temporal expands them', () => {
  it('expands rules as rrule-temporal does, in a window near the start, and in a later one', () => {
    fc.assert(
      fc.property(rules, start, fc.integer({ min: 0, max: 900 }), (text, begin, later) => {
        const from = begin + later * DAY;
        const until = from + 60 * DAY;
        const dtstart = {
          timeZoneId: 'UTC',
          toString: () => new Date(begin).toISOString().replace('Z', '+00:00[UTC]'),
        };
        const oracle = new RRuleTemporal({ rruleString: `RRULE:${text}`, dtstart, cache: false });
        const expected = oracle.between(new Date(from), new Date(until - 1), true);
        const { walls } = expand(parseRule(text), { start: begin, from, until });
        expect(walls.map((at) => new Date(at).toISOString())).toEqual(
          expected.map((at) => new Date(at.epochMilliseconds).toISOString()),
        );
      }),
      { numRuns: 80 },
    );
  });
});

describe('lines are parsed as ical.js parses them', () => {
  it('parses lines as ical.js does, with parameters in quotes, lists and any text', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9 /.+-]{1,20}$/);
    const quoted = fc.stringMatching(/^[A-Za-z0-9 ;:,/.()+-]{1,20}$/).map((text) => `"${text}"`);
    const text = fc.stringMatching(/^[A-Za-z0-9 :/.=+-]{1,30}$/).map((some) => `x${some}x`);
    fc.assert(
      fc.property(fc.oneof(word, quoted), text, (id, value) => {
        const line = `X-ANY;X-A=b;TZID=${id}:${value}`;
        const [, [property]] = ICAL.parse(`BEGIN:VCALENDAR\r\n${line}\r\nEND:VCALENDAR`) as unknown as JCal;
        const [, params, , found] = property;
        const own = parseLine('X-ANY', line)!;
        expect([own.params.get('TZID'), own.value]).toEqual([params.tzid, found]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('whatever a calendar holds, what is read of it', () => {
  const compact = (at: number) => new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '');
  const hour = fc.integer({ min: -2000, max: 10_000 }).map((hours) => compact(+reading.from + hours * HOUR));
  const line = fc.oneof(
    rules.map((text) => `RRULE:${text}`),
    hour.map((at) => `EXDATE:${at}Z`),
    hour.map((at) => `RDATE:${at}Z`),
    hour.map((at) => `RECURRENCE-ID:${at}Z`),
    fc.constantFrom('STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'DTEND:never', 'RRULE:FREQ=NEVER', 'SEQUENCE:2'),
  );
  const event = fc
    .tuple(
      fc.nat(5),
      hour,
      fc.constantFrom('Z', ''),
      fc.integer({ min: 0, max: 3000 }),
      fc.array(line, { maxLength: 3 }),
    )
    .map(([uid, at, zone, minutes, lines]) =>
      eventOf(`UID:${uid}`, `DTSTART:${at}${zone}`, `DURATION:PT${minutes}M`, ...lines),
    );
  const events = fc.array(event, { maxLength: 12 });

  it('returns times in order, with gaps, within the window, and reads the same when it is written as a calendar', () => {
    fc.assert(
      fc.property(events, (some) => {
        const { busy } = readCalendar(calendarOf(...some.flat()), reading);
        let last = -Infinity;
        for (const { start: from, end } of busy) {
          expect(from > last && end > from && from >= reading.from && end <= reading.until).toBe(true);
          last = end;
        }
        const written = busy.flatMap(({ start: from, end }) =>
          eventOf(`DTSTART:${compact(from)}Z`, `DTEND:${compact(end)}Z`),
        );
        expect(readCalendar(calendarOf(...written), reading).busy).toEqual(busy);
      }),
      { numRuns: 60 },
    );
  });

  it('returns the same in whatever order other events stand', () => {
    const distinct = events.map((some) =>
      some.map((lines, n) => lines.map((text) => text.replace(/^UID:.*/, `UID:${n}`))),
    );
    fc.assert(
      fc.property(distinct, (some) => {
        const { busy } = readCalendar(calendarOf(...some.flat()), reading);
        expect(readCalendar(calendarOf(...[...some].reverse().flat()), reading).busy).toEqual(busy);
      }),
      { numRuns: 60 },
    );
  });
});
