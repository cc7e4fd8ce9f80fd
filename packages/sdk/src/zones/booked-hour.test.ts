import { describe, expect, test } from 'vitest';
import { calendarOf, given, preferences, session } from '../../test/flows/given-calendar-flow.ts';
import { givenSlots } from '../../test/flows/given-booking-flow.ts';
import { coach, slots } from '../../test/flows/world.ts';
import type { ZoneOffsets } from '../schemas.ts';
import { zoneOffset } from './zone-offset.ts';

// The offsets of one test hold for all in this process: zones in small letters are used nowhere else.

/** Returns the answer of a server that has a zone so many hours further east than this device. */
const shifted = (timeZone: string, hours: number): ZoneOffsets => ({
  timeZone,
  offsets: [
    {
      from: '2025-01-01T00:00:00Z',
      to: '2028-01-01T00:00:00Z',
      minutes: (zoneOffset(timeZone, Date.parse('2026-04-14')) + hours * 3_600_000) / 60_000,
    },
  ],
});

describe('a device with other zone data than the server (R22)', () => {
  test('reads once more when a month of slots differs by the server’s offsets, and puts each slot on its date', async () => {
    const timeZone = 'asia/karachi';
    const late = { start: '2026-04-20T18:30:00Z', end: '2026-04-20T19:30:00Z' };
    const answer = slots([late], { zones: [shifted(timeZone, 1)] });
    const { state, calls, last } = await givenSlots({ timeZone }, answer);
    expect(calls.map(({ input }) => input['to'])).toEqual(['2026-04-30T19:00:00.000Z', '2026-04-30T18:00:00.000Z']);
    await last('listSlots').answer(answer);
    expect(state().phase).not.toBe('loading');
    // 23:30 by this device, 00:30 of the next date by the server.
    expect(Object.keys(state().slots.byDate)).toEqual(['2026-04-21']);
    expect(calls).toHaveLength(2);
  });

  test('shows the dates of the calendar by the server’s offsets from the first request for days on', async () => {
    const timeZone = 'asia/tashkent';
    const zones = [shifted(timeZone, 1)];
    const late = session('c3', '2026-04-14T18:30:00Z');
    const { flow, state, last } = given();
    flow.start();
    await last('listStaff').answer([]);
    await last('getPreferences').answer(preferences);
    await last('getCoach').answer({ ...coach, timeZone, zones });
    const asked = last('getCalendar');
    await asked.answer(calendarOf(asked, [late], { timeZone, zones }));
    flow.showView('day');
    flow.goTo('2026-04-14');
    expect(state().bookings).toEqual([]);
    flow.goTo('2026-04-15');
    expect(state().bookings).toEqual([late]);
  });

  test('reads the date that another zone needs by the server’s offsets, and shows its bookings', async () => {
    // Its midnight is the coach's by this device, and an hour after it by the server.
    const timeZone = 'america/la_paz';
    const late = session('c4', '2026-04-15T04:30:00Z');
    const { flow, state, last, reads } = given({ view: 'day', date: '2026-04-14', timeZone });
    flow.start();
    await last('listStaff').answer([]);
    await last('getPreferences').answer(preferences);
    expect(last('getCoach').input).toEqual({ coach: 'coach-a', timeZone });
    await last('getCoach').answer(coach);
    const asked = last('getCalendar');
    expect(asked.input).toMatchObject({ timeZone, from: '2026-04-13', to: '2026-04-14' });
    await asked.answer(calendarOf(asked, [late], { zones: [shifted(timeZone, -1)] }));
    expect(state().loading).toBe(true);
    const [, missing] = reads();
    expect(missing?.input).toMatchObject({ from: '2026-04-15', to: '2026-04-15' });
    await missing!.answer(calendarOf(missing!, [late], { zones: [] }));
    expect(state()).toMatchObject({ loading: false, bookings: [late] });
  });
});
