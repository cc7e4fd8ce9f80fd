import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { DAV, forwardTo } from '../../../test/caldav/forward.ts';
import { startStrictCaldav, type StrictCaldav } from '../../../test/caldav/strict-server.ts';
import { ANA, createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { createCaldavRecords } from '../../adapters/caldav/caldav-records.ts';
import { openCalendarReader } from '../../adapters/calendar-in/open-calendar-reader.ts';
import { calendarWork } from '../calendars-in/calendar-work.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import { workNextRecord } from '../external-records/work-record.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Deps } from '../ports/deps.ts';
import { drainAll } from './drain.ts';

const HOME = `${DAV}/dav/ana/home/`;
const WORK = `${DAV}/dav/ana/work/`;
const INPUT = {
  ...({ kind: 'caldav', name: 'Private', server: DAV, user: 'ana', password: 'abcd-efgh' } as const),
  calendars: [
    { id: HOME, name: 'Home' },
    { id: WORK, name: 'Work' },
  ],
};

let dav: StrictCaldav;
let world: World;
let deps: Deps;
let coach: Awaited<ReturnType<typeof givenCoach>>;
let id: string;
beforeEach(async () => {
  dav = await startStrictCaldav();
  for (const name of ['home', 'work']) dav.calendars.set(name, { name, objects: new Map(), changes: 1 });
  world = createWorld({ mode: 'live' });
  forwardTo(world.outbound, dav);
  deps = {
    ...world.deps,
    calendarReader: openCalendarReader(),
    recordAdapters: () => ({ caldav: createCaldavRecords(world.deps) }),
  };
  coach = await givenCoach(world);
  id = (await createUseCases(deps).createExternalCalendar(world.partner(), { coach: coach.id, ...INPUT })).data.id;
});
afterEach(async () => {
  expect(dav.complaints).toEqual([]);
  await dav.close();
});
const useCases = () => createUseCases(deps);
const change = async (given: Omit<InputOf<'updateExternalCalendar'>, 'coach' | 'id'>) =>
  (await useCases().updateExternalCalendar(world.partner(), { coach: coach.id, id, ...given })).data;
const book = async (start: string) =>
  (
    await useCases().createBooking(world.partner(), {
      ...{ coachId: coach.id, serviceId: coach.serviceId!, start: `2026-04-14T${start}:00Z`, attendee: ANA },
    })
  ).data;
/** Everything that is due is done. */
const pass = async () => {
  const core = createCore(deps);
  await drainAll(core);
  await calendarWork(core);
  while (await workNextRecord(core, { mode: 'live' }, core.realNow()));
};
const events = (name = 'home') => [...dav.calendars.get(name)!.objects.values()];
const starts = (name = 'home') =>
  events(name)
    .map((text) => /DTSTART:\d{8}T(\d{4})/.exec(text)![1])
    .sort();

describe('bookings of a coach', () => {
  it('writes the bookings to come into a calendar that takes them, and lets them follow', async () => {
    await book('10:00');
    await pass();
    expect(events()).toEqual([]);
    expect(await change({ writeBookings: true })).toMatchObject({
      ...{ writeBookings: true, bookingCalendar: HOME, bookingDetail: 'title' },
    });
    const second = await book('12:00');
    await pass();
    expect(starts()).toEqual(['1000', '1200']);
    const moved = { id: second.id, start: '2026-04-14T14:00:00Z' };
    await useCases().rescheduleBooking(world.partner(), moved);
    await pass();
    expect(starts()).toEqual(['1000', '1400']);
    await useCases().cancelBooking(world.partner(), { id: second.id });
    await pass();
    expect(starts()).toEqual(['1000']);
  });

  it('tells as much of bookings as the coach has chosen, and writes them anew when that changes', async () => {
    await book('10:00');
    await change({ writeBookings: true });
    await pass();
    expect(events()[0]).not.toContain(ANA.name);
    await change({ bookingDetail: 'full' });
    await pass();
    expect(events()[0]).toContain(`SUMMARY:${ANA.name}: `);
    await change({ bookingDetail: 'busy' });
    await pass();
    expect(events()[0]).toContain('SUMMARY:Busy');
    expect(events()[0]).not.toContain(ANA.name);
  });

  it('moves bookings along into another calendar, and removes them when none takes them', async () => {
    await book('10:00');
    await change({ writeBookings: true });
    await pass();
    await change({ bookingCalendar: WORK });
    await pass();
    expect([starts(), starts('work')]).toEqual([[], ['1000']]);
    expect(await change({ writeBookings: false })).toMatchObject({ writeBookings: false });
    await pass();
    expect(starts('work')).toEqual([]);
    await change({ writeBookings: true });
    await pass();
    expect(starts()).toEqual(['1000']);
  });

  it('removes bookings from a calendar that is deleted, and forgets its password a day later', async () => {
    await book('10:00');
    await change({ writeBookings: true });
    await pass();
    await useCases().deleteExternalCalendar(world.partner(), { coach: coach.id, id });
    expect(await refusalOf(change({ name: 'Gone' }))).toMatchObject({ code: 'EXTERNAL_CALENDAR_NOT_FOUND' });
    await pass();
    expect(events()).toEqual([]);
    expect(world.state.calendarSources.has(id)).toBe(true);
    world.passTime(DAY);
    await pass();
    expect(world.state.calendarSources.has(id)).toBe(false);
  });

  it('never lets written bookings block the coach, or a server that cannot be reached hold them up', async () => {
    dav.fault = () => ({ status: 503 });
    await change({ writeBookings: true });
    const booked = await book('10:00');
    await pass();
    expect(events()).toEqual([]);
    dav.fault = () => undefined;
    world.passTime(HOUR);
    await pass();
    expect(starts()).toEqual(['1000']);
    await useCases().cancelBooking(world.partner(), { id: booked.id });
    world.passTime(11 * MINUTE);
    await calendarWork(createCore(deps));
    const { data } = await useCases().listSlots(world.visitor(), {
      coach: coach.id,
      from: '2026-04-14',
      to: '2026-04-14',
    });
    expect(data.slots.some(({ start }) => start === '2026-04-14T10:00:00Z')).toBe(true);
  });

  it('marks bookings in any process when the one that was asked has died', async () => {
    await book('10:00');
    await pass();
    const source = world.state.calendarSources.get(id)!;
    const asked = { writesTo: HOME, hasWritten: true, writesChangedAt: world.deps.realNow(), toShow: true } as const;
    world.state.calendarSources.set(id, { ...source, ...asked });
    await pass();
    expect(starts()).toEqual(['1000']);
    expect(world.state.calendarSources.get(id)).not.toHaveProperty('writesChangedAt');
  });

  it('writes bookings by another app password after the first one was not accepted any more', async () => {
    await change({ writeBookings: true });
    dav.password = 'other';
    await book('10:00');
    await pass();
    expect(events()).toEqual([]);
    await change({ password: 'other' });
    await pass();
    expect(starts()).toEqual(['1000']);
  });

  it('writes bookings into calendars of the account alone, and not into a mere address', async () => {
    const elsewhere = await refusalOf(change({ writeBookings: true, bookingCalendar: 'https://dav.example/other/' }));
    expect(elsewhere).toMatchObject({ code: 'INVALID_REQUEST', details: { problems: [{ path: 'bookingCalendar' }] } });
    const ics = { coach: coach.id, name: 'Family', url: 'https://calendar.example/a.ics' };
    id = (await useCases().createExternalCalendar(world.partner(), ics)).data.id;
    expect(await refusalOf(change({ writeBookings: true }))).toMatchObject({
      details: { problems: [{ path: 'writeBookings' }] },
    });
  });
});
