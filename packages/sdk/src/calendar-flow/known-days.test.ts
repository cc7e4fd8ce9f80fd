import { expect, test } from 'vitest';
import { ana, ben, calendarOf, givenMet, session, since } from '../../test/flows/given-calendar-flow.ts';
import { zone } from '../../test/flows/world.ts';
import { addDays, datesOf } from '@coach-booking/time/dates';
import { KnownDays } from './known-days.ts';
import type { CalendarBooking } from './state.ts';

function given(limit?: number) {
  const days = new KnownDays(limit);
  days.zone = zone;
  const read = (from: string, to: string, bookings: readonly CalendarBooking[], explain = false, began = days.tick) =>
    days.put(calendarOf({ input: { coach: 'a', from, to, ...(explain && { explain: '1' }) } }, bookings), {
      dates: datesOf({ from, to }),
      explain,
      began,
      at: 0,
    });
  return { days, read };
}

test('stores bookings under their date in the coach’s zone, by start', () => {
  const { days, read } = given();
  const late = session('e5', '2026-04-15T03:30:00Z');
  read('2026-04-14', '2026-04-15', [ana, late, ben]);
  expect(days.day('2026-04-14')?.bookings).toEqual([ana, late]);
  expect(days.day('2026-04-15')?.bookings).toEqual([ben]);
  expect(days.find(late.id)).toBe(late);
});

test('forgets the least recently shown days beyond the limit', () => {
  const { days, read } = given(3);
  read('2026-04-14', '2026-04-16', [ana, ben]);
  days.day('2026-04-14');
  read('2026-04-20', '2026-04-20', []);
  expect(['2026-04-14', '2026-04-15', '2026-04-16', '2026-04-20'].map((date) => days.has(date))).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(days.find(ana.id)).toBe(ana);
  expect(days.find(ben.id)).toBeUndefined();
});

test('counts a write as newer than every read that began before it, also for its previous date', () => {
  const { days, read } = given();
  read('2026-04-14', '2026-04-16', [ana, ben]);
  const { tick } = days;
  const moved = { ...ana, start: '2026-04-15T12:00:00Z', end: '2026-04-15T13:00:00Z', version: 2 };
  days.write(moved);
  read('2026-04-14', '2026-04-16', [ana, ben], false, tick);
  expect(days.day('2026-04-14')?.bookings).toEqual([]);
  expect(days.day('2026-04-15')?.bookings).toEqual([moved, ben]);
  expect(days.fresh('2026-04-15', false, 0)).toBe(false);
  expect(days.fresh('2026-04-16', false, 0)).toBe(true);
});

test('leaves a date incomplete after a write on a date that was not read', () => {
  const { days } = given();
  days.write(ana);
  expect(days.has('2026-04-14')).toBe(false);
});

test('keeps the reason for a blocked time over a read without reasons, but not over a change', () => {
  const { days, read } = given();
  read('2026-04-14', '2026-04-14', [], true);
  expect(days.day('2026-04-14')?.blocked).toHaveLength(1);
  read('2026-04-14', '2026-04-14', []);
  expect(days.fresh('2026-04-14', true, 0)).toBe(true);
  days.stale(['2026-04-14']);
  read('2026-04-14', '2026-04-14', []);
  expect(days.day('2026-04-14')?.blocked).toBeNull();
  expect(days.fresh('2026-04-14', false, 0)).toBe(true);
});

test('reads those of its month alone in a step among 2,000 bookings of a year, and copies none', async () => {
  let looks = 0;
  const bookings = Array.from({ length: 2000 }, (_, at) => {
    const start = `${addDays('2026-01-01', Math.floor(at / 5.5))}T${15 + (at % 5)}:00:00Z`;
    const booking = session(at.toString(16), start);
    return Object.defineProperty({ ...booking }, 'start', {
      enumerable: true,
      get: () => (looks++, start),
    }) as CalendarBooking;
  });
  const world = await givenMet({ view: 'month', date: '2026-01-15' });
  for (let month = 0; month < 12; month++) {
    await world.answerReads(bookings);
    world.flow.next();
  }
  await world.answerReads(bookings);
  const known = new Set(bookings);
  const asked = since(world);
  for (const [intent, count] of [
    ['previous', 11],
    ['next', 11],
  ] as const) {
    for (let month = 0; month < count; month++) {
      looks = 0;
      world.flow[intent]();
      const shown = world.state().bookings;
      expect(shown.every((booking) => known.has(booking))).toBe(true);
      expect(looks).toBeLessThanOrEqual(4 * (shown.length + 6));
    }
  }
  expect(asked().length).toBeLessThanOrEqual(1);
});
