import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { knownZone } from '../zones/zone-offset.ts';
import { plainDate, startOfDate } from './visitor-time.ts';

test.each([
  ['America/New_York', '2026-04-14', '2026-04-14T04:00:00Z'],
  ['Asia/Kathmandu', '2026-04-14', '2026-04-13T18:15:00Z'],
  ['Pacific/Kiritimati', '2026-04-14', '2026-04-13T10:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z'],
  ['Africa/Cairo (the clocks skip midnight)', '2026-04-24', '2026-04-23T22:00:00Z'],
  ['America/Havana (midnight comes twice)', '2026-11-01', '2026-11-01T04:00:00Z'],
])('finds for %s that the date %s begins at %s', (zone, date, start) => {
  const id = zone.split(' ')[0] ?? '';
  expect(new Date(startOfDate(date, id)).toISOString()).toBe(start.replace('Z', '.000Z'));
  expect(plainDate(Date.parse(start), id)).toBe(date);
  expect(plainDate(Date.parse(start) - 1000, id)).not.toBe(date);
});

test('agrees with Temporal about dates and their beginnings in every zone', () => {
  const days = fc
    .integer({ min: 0, max: 4000 })
    .map((offset) => Temporal.PlainDate.from('2025-01-01').add({ days: offset }));
  fc.assert(
    fc.property(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), days, (timeZone, date) => {
      const start = date.toZonedDateTime(timeZone);
      const text = date.toString();
      expect(startOfDate(text, timeZone)).toBe(start.epochMilliseconds);
      expect(plainDate(start.epochMilliseconds, timeZone)).toBe(text);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Mars/Olympus', new Intl.DateTimeFormat().resolvedOptions().timeZone],
  [undefined, new Intl.DateTimeFormat().resolvedOptions().timeZone],
  ['', new Intl.DateTimeFormat().resolvedOptions().timeZone],
])('takes the zone %s as %s', (given, known) => expect(knownZone(given)).toBe(known));
