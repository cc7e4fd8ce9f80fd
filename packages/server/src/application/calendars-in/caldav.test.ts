import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { DAV, forwardTo } from '../../../test/caldav/forward.ts';
import { startStrictCaldav, type StrictCaldav } from '../../../test/caldav/strict-server.ts';
import { calendarOf, eventOf } from '../../../test/foreign-calendar.ts';
import { ANA, createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { openCalendarReader } from '../../adapters/calendar-in/open-calendar-reader.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import type { InputOf } from '../kernel/contract.ts';
import { calendarUid } from '../mail/ics.ts';
import { calendarWork } from './calendar-work.ts';

const HOME = `${DAV}/dav/ana/home/`;
const ACCOUNT = { kind: 'caldav', server: DAV, user: 'ana', password: 'abcd-efgh' } as const;
const INPUT = { ...ACCOUNT, name: 'Private', calendars: [{ id: HOME, name: 'Home' }] };
const event = (uid: string, start: string, ...more: readonly string[]) =>
  calendarOf(...eventOf(`UID:${uid}`, `DTSTART:${start}`, 'DURATION:PT1H', ...more));
const LUNCH = event('lunch', '20260414T120000Z');

let dav: StrictCaldav;
let world: World;
let coach: string;
beforeEach(async () => {
  dav = await startStrictCaldav();
  dav.calendars.set('home', { name: 'Home', objects: new Map([['lunch.ics', LUNCH]]), changes: 1 });
  const made = createWorld({ mode: 'live' });
  world = { ...made, deps: { ...made.deps, calendarReader: openCalendarReader() } };
  forwardTo(made.outbound, dav);
  coach = (await givenCoach(world)).id;
});
afterEach(async () => {
  expect(dav.complaints).toEqual([]);
  await dav.close();
});
const useCases = () => createUseCases(world.deps);
const create = async (given: Partial<InputOf<'createExternalCalendar'>> = {}) =>
  (await useCases().createExternalCalendar(world.partner(), { coach, ...INPUT, ...given })).data;
const pass = () => calendarWork(createCore(world.deps));
const view = async () => (await useCases().listExternalCalendars(world.partner(), { coach })).data[0]!;
const isFree = async (time: string) => {
  const asked = { coach, from: '2026-04-14', to: '2026-04-14' };
  const { data } = await useCases().listSlots(world.visitor(), asked);
  return data.slots.some(({ start }) => start === `2026-04-14T${time}:00Z`);
};
const put = (name: string, text: string) => {
  const home = dav.calendars.get('home')!;
  home.objects.set(name, text);
  home.changes += 1;
};

describe('calendars of a CalDAV account', () => {
  it('lets calendars of a CalDAV account make the coach busy, and never shows its password', async () => {
    const made = await create();
    expect(made).toMatchObject({ kind: 'caldav', host: 'dav.example', calendars: INPUT.calendars, state: 'waiting' });
    expect(await isFree('12:00')).toBe(true);
    await pass();
    expect(await view()).toMatchObject({ state: 'ok', events: 1, busyRanges: 1 });
    expect(await isFree('12:00')).toBe(false);
    expect(JSON.stringify(await view())).not.toContain('abcd-efgh');
  });

  it('asks for a tag alone while nothing changes, and reads all events after a change and once a day', async () => {
    await create();
    const asked = async () => {
      dav.requests.length = 0;
      await pass();
      return dav.requests.map((request) => request.split(' ')[0]);
    };
    expect(await asked()).toEqual(['PROPFIND', 'REPORT']);
    world.passTime(11 * MINUTE);
    expect(await asked()).toEqual(['PROPFIND']);
    expect(await view()).toMatchObject({ state: 'ok', lastGoodAt: '2026-04-13T08:11:00Z', events: 1 });
    put('gym.ics', event('gym', '20260414T150000Z'));
    world.passTime(11 * MINUTE);
    expect(await asked()).toEqual(['PROPFIND', 'REPORT']);
    expect(await isFree('15:00')).toBe(false);
    world.passTime(DAY);
    expect(await asked()).toEqual(['PROPFIND', 'REPORT']);
  });

  it('reads all events each time where a server has no tags', async () => {
    dav.hidesTags = true;
    await create();
    await pass();
    world.passTime(11 * MINUTE);
    dav.requests.length = 0;
    await pass();
    expect(dav.requests).toEqual(['PROPFIND /dav/ana/home/', 'REPORT /dav/ana/home/']);
  });

  it('repeats events by their rules here, whatever the server makes of a series', async () => {
    put('weekly.ics', event('weekly', '20260106T150000Z', 'RRULE:FREQ=WEEKLY'));
    expect(await isFree('15:00')).toBe(true);
    await create();
    await pass();
    expect([await isFree('15:00'), await isFree('14:00')]).toEqual([false, true]);
  });

  it('never blocks the coach by bookings of this coach that are written there', async () => {
    const services = (await useCases().listServices(world.partner(), { coach })).data;
    const booked = await useCases().createBooking(world.partner(), {
      coachId: coach,
      serviceId: services[0]!.id,
      start: '2026-04-14T14:00:00Z',
      attendee: ANA,
    });
    put('own.ics', event(calendarUid(booked.data.id), '20260414T100000Z'));
    await create();
    await pass();
    expect([await isFree('10:00'), (await view()).events]).toEqual([true, 2]);
  });

  it('notifies the coach once of a password that is refused twice, with a way back, and again of the next loss', async () => {
    await useCases().createUser(world.partner(), {
      name: 'Ana',
      email: 'ana@fit.example',
      role: 'coach',
      coachId: coach,
    });
    await create();
    await pass();
    const mailsAfter = async (password: string, passes: number) => {
      dav.password = password;
      for (let n = 0; n < passes; n += 1) {
        world.passTime(HOUR);
        await pass();
      }
      await world.drain();
      return world.sent.filter(({ kind }) => kind === 'connection_revoked');
    };
    expect(await mailsAfter('new', 1)).toEqual([]);
    const [mail, ...more] = await mailsAfter('new', 4);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'ana@fit.example' });
    expect(mail!.text).toContain('dav.example (Private)');
    expect(mail!.text).toContain('/desk/settings/connections');
    await mailsAfter('abcd-efgh', 6);
    expect(await view()).toMatchObject({ state: 'ok' });
    expect(await mailsAfter('newer', 6)).toHaveLength(2);
  });

  it.each([
    ['a password that is not accepted any more', () => void (dav.password = 'new'), 'REVOKED'],
    ['a calendar that is gone', () => void dav.calendars.clear(), 'CALENDAR_GONE'],
    ['a fault of the server', () => void (dav.fault = () => ({ status: 500 })), 'SERVER_ERROR'],
    ['a page to sign in', () => void (dav.fault = () => ({ status: 200, body: '<html>' })), 'MALFORMED'],
    ['half of the events', () => void (dav.fault = () => ({ isHalf: true })), 'MALFORMED'],
    [
      'a redirect to another site',
      () => void (dav.fault = () => ({ status: 302, headers: { location: 'https://evil.example/' } })),
      'URL_NOT_ALLOWED',
    ],
    [
      'no event at all, once',
      () => void (dav.calendars.get('home')!.objects.clear(), (dav.calendars.get('home')!.changes += 1)),
      'EMPTY',
    ],
  ])('never frees time by %s', async (_, given, code) => {
    await create();
    await pass();
    given();
    world.passTime(HOUR);
    await pass();
    expect(await isFree('12:00')).toBe(false);
    expect(await view()).toMatchObject({ state: 'failing', failures: 1, lastError: { code } });
  });

  it('waits as long as a CalDAV server asks that takes no more', async () => {
    dav.fault = () => ({ status: 429, headers: { 'retry-after': '7200' } });
    await create();
    await pass();
    expect(await view()).toMatchObject({ lastError: { code: 'LIMITED' }, nextTryAt: '2026-04-13T10:00:00Z' });
  });

  it('refuses calendars elsewhere than at their server, where the password would go', async () => {
    const refusal = await refusalOf(create({ calendars: [{ id: 'https://evil.example/a/', name: 'A' }] }));
    expect(refusal).toMatchObject({ code: 'INVALID_REQUEST', details: { problems: [{ path: 'calendars.0.id' }] } });
    const inside = await refusalOf(create({ server: 'https://nas.internal', calendars: INPUT.calendars }));
    expect(inside).toMatchObject({ code: 'URL_NOT_ALLOWED', details: { problems: [{ path: 'server' }] } });
  });
});

describe('the calendars of an account', () => {
  const discover = (given: Partial<InputOf<'discoverExternalCalendars'>> = {}) =>
    useCases().discoverExternalCalendars(world.partner(), { coach, ...ACCOUNT, ...given });

  it('lists the calendars of an account to choose from, and stores nothing', async () => {
    expect((await discover()).data).toEqual([{ id: HOME, name: 'Home', isWritable: true }]);
    expect(await useCases().listExternalCalendars(world.partner(), { coach })).toEqual({ data: [] });
  });

  it.each([
    ['the password is wrong', { password: 'wrong' }, 'REVOKED', 'password'],
    ['the server is not there', { server: 'https://gone.example' }, 'UNREACHABLE', 'server'],
  ])('lists no calendars when %s, and names the reason', async (_, given, reason, path) => {
    const refusal = await refusalOf(discover(given));
    expect(refusal).toMatchObject({ code: 'CALENDAR_ACCOUNT_FAILED', details: { reason, problems: [{ path }] } });
  });

  it('R11 makes calendars up in mode test, where nothing leaves', async () => {
    const test = createWorld();
    const { id } = await givenCoach(test);
    const { data } = await test.useCases.discoverExternalCalendars(test.partner(), { coach: id, ...ACCOUNT });
    expect(data.map(({ name, isWritable }) => [name, isWritable])).toEqual([
      ['Personal', true],
      ['Holidays', false],
    ]);
    expect(test.outbound.calls).toEqual([]);
  });

  it.each([['a field is missing', { user: undefined }, 'user']])(
    'refuses to list calendars when %s',
    async (_, given, path) => {
      const refusal = await refusalOf(discover(given as Partial<InputOf<'discoverExternalCalendars'>>));
      expect(refusal).toMatchObject({ code: 'INVALID_REQUEST', details: { problems: [{ path }] } });
    },
  );
});
