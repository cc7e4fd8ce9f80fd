import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { DAV, forwardTo } from '../../../test/caldav/forward.ts';
import { startStrictCaldav, type StrictCaldav } from '../../../test/caldav/strict-server.ts';
import { calendarOf, eventOf } from '../../../test/foreign-calendar.ts';
import { createWorld, givenCoach, type World } from '../../../test/application/world.ts';
import { openCalendarReader } from '../../adapters/calendar-in/open-calendar-reader.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import { calendarUid } from '../mail/ics.ts';
import { calendarWork } from './calendar-work.ts';
import { createCaldavBusyCheck } from './caldav-busy-check.ts';

const HOME = `${DAV}/dav/ana/home/`;
const OWN = 'b'.repeat(24);
const event = (uid: string, start: string) => calendarOf(...eventOf(`UID:${uid}`, `DTSTART:${start}`, 'DURATION:PT1H'));
const at = (time: string) => parseInstant(`2026-04-14T${time}:00Z`);

let dav: StrictCaldav;
let world: World;
let id: string;
beforeEach(async () => {
  dav = await startStrictCaldav();
  const objects = new Map([['lunch.ics', event('lunch', '20260414T120000Z')]]);
  dav.calendars.set('home', { name: 'Home', objects, changes: 1 });
  const made = createWorld({ mode: 'live' });
  world = { ...made, deps: { ...made.deps, calendarReader: openCalendarReader() } };
  forwardTo(made.outbound, dav);
  const coach = (await givenCoach(world)).id;
  const account = { kind: 'caldav', server: DAV, user: 'ana', password: 'abcd-efgh' } as const;
  const input = { coach, ...account, name: 'Private', calendars: [{ id: HOME, name: 'Home' }] };
  id = (await createUseCases(world.deps).createExternalCalendar(world.partner(), input)).data.id;
  await calendarWork(createCore(world.deps));
  dav.requests.length = 0;
});
afterEach(() => dav.close());

const put = (uid: string, start: string) => {
  const home = dav.calendars.get('home')!;
  home.objects.set(`${uid}.ics`, event(uid, start));
  home.changes += 1;
};
const ask = async (start: string, end: string, pause: () => Promise<void> = () => new Promise(() => undefined)) => {
  const source = (await world.deps.calendarSources.ofCoach([...world.state.calendarSources.values()][0]!.coachId))[0]!;
  expect(source.id).toBe(id);
  const check = createCaldavBusyCheck({ ...createCore(world.deps), pause });
  const ownBookings = async (ids: readonly string[]) => ids.filter((one) => one === OWN);
  return check.busyNow(source, { start: at(start), end: at(end), timeZone: 'UTC', ownBookings }, 1500);
};

describe('a calendar of a CalDAV account, asked whether it is busy by now', () => {
  it('answers by its tag alone while nothing has changed since its reading', async () => {
    expect(await ask('14:00', '15:00')).toBe(false);
    expect(dav.requests.map((request) => request.split(' ')[0])).toEqual(['PROPFIND']);
  });

  it('finds an event that came since, at its time alone', async () => {
    put('gym', '20260414T150000Z');
    expect([await ask('15:30', '16:30'), await ask('16:00', '17:00')]).toEqual([true, false]);
  });

  it('ignores the event of a booking with this coach', async () => {
    put(calendarUid(OWN), '20260414T150000Z');
    expect(await ask('15:00', '16:00')).toBe(false);
  });

  it('answers unknown when the server fails, and when it takes longer than there is time', async () => {
    put('gym', '20260414T150000Z');
    expect(await ask('15:00', '16:00', async () => undefined)).toBe('unknown');
    dav.calendars.clear();
    expect(await ask('15:00', '16:00')).toBe('unknown');
  });
});
