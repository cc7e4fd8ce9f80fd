import { zoneOf } from '@coach-booking/time/zone';
import { describe, expect, it } from 'vitest';
import { startOfRow } from './row-start.ts';

const berlin = zoneOf('Europe/Berlin');
const iso = (text: string) => new Date(startOfRow(text, berlin)).toISOString();

describe('the start of an imported row', () => {
  it.each([
    ['2025-01-15 09:00', '2025-01-15T08:00:00.000Z'],
    ['2025-07-15T09:00', '2025-07-15T07:00:00.000Z'],
    ['2025-07-15T09:00:30', '2025-07-15T07:00:30.000Z'],
    ['2025-07-15T09:00Z', '2025-07-15T09:00:00.000Z'],
    ['2025-07-15 09:00:00.5Z', '2025-07-15T09:00:00.500Z'],
    ['2025-07-15T09:00:00-04:00', '2025-07-15T13:00:00.000Z'],
    ['2025-10-26 01:59', '2025-10-25T23:59:00.000Z'],
    ['2025-10-26 03:00', '2025-10-26T02:00:00.000Z'],
    ['2025-10-26T02:30:00+01:00', '2025-10-26T01:30:00.000Z'],
  ])('reads %s as %s in Berlin', (text, instant) => expect(iso(text)).toBe(instant));

  it.each([
    ['2025-03-30 02:30', 'skipped this time'],
    ['2025-10-26 02:00', 'showed this time twice'],
    ['2025-10-26 02:59', 'showed this time twice'],
    ['2025-02-29 09:00', 'Must be a time'],
    ['2025-01-15 24:00', 'Must be a time'],
    ['15.01.2025 09:00', 'Must be a time'],
    ['2025-01-15', 'Must be a time'],
    ['2025-01-15T09:00+25:00', 'Has an offset that is none'],
  ])('refuses %s, with the reason', (text, reason) => expect(() => iso(text)).toThrow(reason));
});
