import { expect, it } from 'vitest';
import { offsetRows } from './offset-rows.ts';
import { HOUR } from './units.ts';
import { zoneOf } from './zone.ts';

const rows = (zone: string, from: string, to: string) =>
  offsetRows(zoneOf(zone), Date.parse(from), Date.parse(to)).map((row) => [
    new Date(row.from).toISOString(),
    new Date(row.to).toISOString(),
    row.offset / HOUR,
  ]);

it('cuts a range where the clock changes', () => {
  expect(rows('Europe/Berlin', '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual([
    ['2026-01-01T00:00:00.000Z', '2026-03-29T01:00:00.000Z', 1],
    ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', 2],
    ['2026-10-25T01:00:00.000Z', '2027-01-01T00:00:00.000Z', 1],
  ]);
});

it('returns one row where no clock changes, and keeps Vancouver on its summer offset from 2026 on (R21)', () => {
  expect(rows('Asia/Kolkata', '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toHaveLength(1);
  expect(rows('America/Vancouver', '2026-06-01T00:00Z', '2028-01-01T00:00Z')).toEqual([
    ['2026-06-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z', -7],
  ]);
});

it('begins a row with a change at the very beginning, and has none of an empty range', () => {
  const change = '2026-03-29T01:00Z';
  expect(rows('Europe/Berlin', change, '2026-03-30T00:00Z').map(([, , hours]) => hours)).toEqual([2]);
  expect(rows('Europe/Berlin', change, change)).toEqual([]);
});
