import { expect, test } from 'vitest';
import type { ZoneOffsets } from '../schemas.ts';
import { knownZone, learnZones, zoneOffset } from './zone-offset.ts';

// The offsets of one test hold for all in this process: zones in small letters are used nowhere else.
const HOUR = 3_600_000;
const at = (instant: string) => Date.parse(instant);
const offsetsOf = (timeZone: string, ...rows: readonly [from: string, to: string, minutes: number][]): ZoneOffsets => ({
  timeZone,
  offsets: rows.map(([from, to, minutes]) => ({ from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z`, minutes })),
});

test('uses this device’s data for a zone without offsets of the server', () => {
  expect(zoneOffset('Asia/Kathmandu', at('2026-04-14T00:00Z'))).toBe(5.75 * HOUR);
  expect(zoneOffset('Mars/Olympus', 0)).toBeNaN();
});

test('uses the server’s offsets where there are some, and the device’s elsewhere (R22)', () => {
  learnZones([offsetsOf('asia/tokyo', ['2026-01-01', '2026-06-01', 600], ['2026-06-01', '2027-01-01', 570])]);
  const hours = ['2025-12-31T23:59Z', '2026-01-01T00:00Z', '2026-06-01T00:00Z', '2027-01-01T00:00Z'].map(
    (instant) => zoneOffset('asia/tokyo', at(instant)) / HOUR,
  );
  expect(hours).toEqual([9, 10, 9.5, 9]);
});

test('keeps the offsets of other years, and takes the newer ones of the same', () => {
  learnZones([offsetsOf('asia/seoul', ['2026-01-01', '2027-01-01', 600])]);
  learnZones([offsetsOf('asia/seoul', ['2027-01-01', '2028-01-01', 660])]);
  learnZones([offsetsOf('asia/seoul', ['2026-01-01', '2026-03-01', 540], ['2026-03-01', '2027-01-01', 480])]);
  const hours = ['2026-02-01', '2026-04-01', '2027-02-01'].map((date) => zoneOffset('asia/seoul', at(date)) / HOUR);
  expect(hours).toEqual([9, 8, 11]);
});

test('draws a zone that only the server has, also outside of the range it sent', () => {
  learnZones([offsetsOf('Antarctica/New_Base', ['2026-01-01', '2027-01-01', 120])]);
  expect(knownZone('Antarctica/New_Base')).toBe('Antarctica/New_Base');
  expect(zoneOffset('Antarctica/New_Base', at('2030-01-01'))).toBe(2 * HOUR);
});

test('learns nothing from a server that sends no offsets', () => expect(() => learnZones(undefined)).not.toThrow());
