import { describe, expect, test } from 'vitest';
import { shiftedInto, shiftedOutOf } from './zones.ts';

describe('zones', () => {
  test.each([
    ['UTC', '2026-03-29T01:30:00Z', '2026-03-29T01:30:00Z'],
    ['America/New_York', '2026-03-29T01:30:00Z', '2026-03-28T21:30:00Z'],
    ['America/New_York', '2026-01-05T14:00:00Z', '2026-01-05T09:00:00Z'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01T05:45:00Z'],
    ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', '2026-01-01T11:00:00Z'],
    ['+05:30', '2026-01-01T00:00:00Z', '2026-01-01T05:30:00Z'],
    ['-0800', '2026-01-01T00:00:00Z', '2025-12-31T16:00:00Z'],
  ])('shows %s of %s as %s, and back', (zone, instant, wall) => {
    const shifted = shiftedInto(zone, new Date(instant));
    expect(shifted.toISOString()).toBe(new Date(wall).toISOString());
    expect(shiftedOutOf(zone, shifted).toISOString()).toBe(new Date(instant).toISOString());
  });

  test('takes the first of two instants with one wall clock', () => {
    expect(shiftedOutOf('Europe/Berlin', new Date('2026-10-25T02:30:00Z')).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  test('finds midnight on both days of a change', () => {
    expect(shiftedOutOf('Europe/Berlin', new Date('2026-03-29T00:00:00Z')).toISOString()).toBe(
      '2026-03-28T23:00:00.000Z',
    );
    expect(shiftedOutOf('Europe/Berlin', new Date('2026-03-30T00:00:00Z')).toISOString()).toBe(
      '2026-03-29T22:00:00.000Z',
    );
  });

  test('refuses an unknown zone', () => {
    expect(() => shiftedInto('Mars/Base', new Date(0))).toThrow('unrecognized time zone');
  });
});
