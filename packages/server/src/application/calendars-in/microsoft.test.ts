import type { Event, FreeBusyStatus } from '@microsoft/microsoft-graph-types';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import {
  CONNECTION,
  FAMILY,
  givenMicrosoft,
  LIVE,
  MAIN,
  SOURCE,
  type GivenMicrosoft,
} from '../../../test/graph/given-microsoft.ts';
import type { Fault } from '../../../test/graph/fake-graph.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { ANA, givenCoach, refusalOf } from '../../../test/application/world.ts';
import { microsoftHook } from '../../adapters/microsoft/microsoft-hook.ts';
import { unpackRanges } from '../../domain/calendar-source/packed-ranges.ts';
import { transactionIdOf } from '../../domain/calendar-outlook/outlook-uid.ts';
import { createUseCases } from '../create-use-cases.ts';
import { calendarWork } from './calendar-work.ts';

let given: GivenMicrosoft;
beforeEach(async () => void (given = await givenMicrosoft()));
afterEach(() => given.close());

const pass = () => calendarWork(given.core);
const source = async () => (await given.core.calendarSources.byId(LIVE, SOURCE))!;
const busy = async () =>
  unpackRanges((await source()).good!.busy).map(({ start, end }) =>
    [start, end].map((at) => isoInstant(at).slice(5, 16)),
  );
const event = (from: string, to: string, more: Partial<Event> = {}): Event => ({
  subject: 'Dentist',
  start: { dateTime: `2026-04-14T${from}:00`, timeZone: 'UTC' },
  end: { dateTime: `2026-04-14T${to}:00`, timeZone: 'UTC' },
  ...more,
});
const LUNCH = [['04-14T12:00', '04-14T13:00']];
const isFree = async (time: string) => {
  const day = { coach: given.coachId, from: '2026-04-14', to: '2026-04-14' };
  const { data } = await given.world.useCases.listSlots(given.world.visitor(), day);
  return data.slots.some(({ start }) => start === `2026-04-14T${time}:00Z`);
};

describe('the calendars of a Microsoft account', () => {
  it('connects calendars of an account of the coach alone', async () => {
    const { world, coachId } = given;
    const calendars = [{ id: MAIN, name: 'Calendar' }];
    const create = (coach: string, more: object = {}) =>
      world.useCases.createExternalCalendar(world.partner(), {
        coach,
        name: 'Outlook',
        kind: 'microsoft',
        connectionId: CONNECTION,
        calendars,
        ...more,
      });
    const { data } = await create(coachId);
    expect(data).toMatchObject({ kind: 'microsoft', host: 'outlook.office.com', calendars, state: 'waiting' });
    const { id: other } = await givenCoach(world, { name: 'Coach B' });
    for (const refused of [
      create(other),
      create(coachId, { kind: 'google' }),
      create(coachId, { connectionId: 'f'.repeat(24) }),
      create(coachId, { calendars: [...calendars, ...calendars] }),
      create(coachId, { url: 'https://calendar.example/a.ics' }),
      create(coachId, { calendars: undefined }),
    ])
      expect((await refusalOf(refused)).code).toBe('INVALID_REQUEST');
    given.graph.put(event('12:00', '13:00'));
    await pass();
    const { data: read } = await world.useCases.getExternalCalendar(world.partner(), { coach: coachId, id: data.id });
    expect(read).toMatchObject({ state: 'ok', events: 1, busyRanges: 1 });
  });

  it('lists the calendars of the account to choose from', async () => {
    const { world, coachId: coach } = given;
    const useCases = createUseCases(given.core);
    const account = { kind: 'microsoft', connectionId: CONNECTION } as const;
    const discover = (more: object = {}) =>
      useCases.discoverExternalCalendars(world.partner(), { coach, ...account, ...more });
    expect((await discover()).data).toEqual([
      { id: MAIN, name: 'Calendar', isWritable: true },
      { id: FAMILY, name: 'Family', isWritable: true },
      { id: 'AAMkTeam=', name: 'Team', isWritable: false },
    ]);
    given.graph.fail(503);
    expect(await refusalOf(discover())).toMatchObject({
      code: 'CALENDAR_ACCOUNT_FAILED',
      details: { reason: 'SERVER_ERROR' },
    });
    const { id: other } = await givenCoach(world, { name: 'Coach B' });
    for (const refused of [discover({ coach: other }), discover({ kind: 'google' }), discover({ user: 'ana' })])
      expect((await refusalOf(refused)).code).toBe('INVALID_REQUEST');
  });

  it('takes the time of all chosen calendars together', async () => {
    given.graph.put(event('12:00', '13:00'));
    given.graph.put({ ...event('12:30', '14:00'), calendarId: FAMILY });
    given.graph.put({ ...event('15:00', '16:00'), calendarId: 'AAMkTeam=' });
    await given.connect([MAIN, FAMILY]);
    expect(await isFree('12:00')).toBe(true);
    await pass();
    expect(await busy()).toEqual([['04-14T12:00', '04-14T14:00']]);
    expect([await isFree('11:00'), await isFree('12:00'), await isFree('13:00'), await isFree('15:00')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it.each<[FreeBusyStatus, boolean]>([
    ['busy', true],
    ['tentative', true],
    ['oof', true],
    ['unknown', true],
    ['free', false],
    ['workingElsewhere', false],
  ])('takes what is shown as %s for busy: %s', async (showAs, isBusy) => {
    given.graph.put(event('12:00', '13:00', { showAs }));
    await given.connect();
    await pass();
    expect(await busy()).toEqual(isBusy ? LUNCH : []);
  });

  it('keeps no titles', async () => {
    given.graph.put(event('12:00', '13:00'));
    await given.connect();
    await pass();
    expect(JSON.stringify([...given.world.state.calendarSources.values()])).not.toContain('Dentist');
  });

  it('reads page by page', async () => {
    for (let n = 0; n < 1100; n += 1)
      given.graph.put(event('12:00', '13:00', { start: { dateTime: '2026-04-14T12:00:00', timeZone: 'UTC' } }));
    given.graph.put(event('15:00', '16:00'));
    await given.connect();
    await pass();
    expect(given.graph.asked.filter((one) => one.includes('calendarView'))).toHaveLength(3);
    expect((await source()).good!.events).toBe(1101);
    expect(await busy()).toEqual([...LUNCH, ['04-14T15:00', '04-14T16:00']]);
  });

  it('ignores bookings with the coach, and no session that the coach has booked with another', async () => {
    const { world, coachId } = given;
    const { data: head } = await world.useCases.getCoach(world.partner(), { coach: coachId });
    const start = '2026-04-14T10:00:00Z';
    const session = { coachId, serviceId: head.services![0]!.id, start, attendee: ANA };
    const { data: own } = await world.useCases.createBooking(world.visitor(), session);
    given.graph.put(event('15:00', '16:00', { transactionId: transactionIdOf(own.id, 1) }));
    given.graph.put(event('12:00', '13:00', { transactionId: transactionIdOf('ef'.repeat(12), 1) }));
    await given.connect();
    await pass();
    expect(await busy()).toEqual(LUNCH);
  });

  it('reads every ten minutes where Graph cannot reach this server', async () => {
    const core = { ...given.core, publicUrl: () => 'http://127.0.0.1:4000' };
    given.graph.put(event('12:00', '13:00'));
    await given.connect();
    await calendarWork(core);
    const { dueAt } = await source();
    expect(dueAt! - given.core.realNow()).toBe(10 * MINUTE);
    expect(given.graph.asked.filter((one) => one.includes('subscriptions'))).toEqual([]);
  });
});

describe('a Microsoft account that does not answer as it should', () => {
  const failsWith = async (...faults: Fault[]) => {
    const core = { ...given.core, publicUrl: () => 'http://127.0.0.1:4000' };
    given.graph.put(event('12:00', '13:00'));
    await given.connect([MAIN, FAMILY]);
    await calendarWork(core);
    given.graph.events.clear();
    given.world.passTime(HOUR);
    given.graph.fail(...faults);
    await calendarWork(core);
    return source();
  };

  it.each<[string, Fault[], string]>([
    ['is down', [503], 'SERVER_ERROR'],
    ['is slow', ['silent'], 'TIMEOUT'],
    ['answers a page', ['page'], 'MALFORMED'],
    ['breaks off in an answer', ['half'], 'UNREACHABLE'],
    ['hangs up', ['lost'], 'UNREACHABLE'],
    ['refuses it', [403], 'REFUSED'],
    ['has too many questions', [429], 'LIMITED'],
    ['has lost the calendar', [404], 'CALENDAR_GONE'],
  ])('frees no time when it %s', async (_, faults, code) => {
    const { failure, failures } = await failsWith(...faults);
    expect([failure, failures]).toEqual([code, 1]);
    expect(await busy()).toEqual(LUNCH);
    expect(await isFree('12:00')).toBe(false);
  });

  it('frees no time when one of two calendars cannot be read', async () => {
    const core = { ...given.core, publicUrl: () => 'http://127.0.0.1:4000' };
    given.graph.put({ ...event('12:00', '13:00'), calendarId: FAMILY });
    await given.connect([MAIN, FAMILY]);
    await calendarWork(core);
    given.graph.calendars.splice(1, 1);
    given.world.passTime(HOUR);
    await calendarWork(core);
    expect((await source()).failure).toBe('CALENDAR_GONE');
    expect(await busy()).toEqual(LUNCH);
  });

  it('leaves Graph alone for as long as it asks', async () => {
    const core = { ...given.core, publicUrl: () => 'http://127.0.0.1:4000' };
    await given.connect();
    given.graph.fail(429);
    await calendarWork(core);
    expect((await source()).dueAt! - given.core.realNow()).toBeGreaterThanOrEqual(7 * SECOND);
  });

  it('asks for a new token, by one of two processes, where the old one is not taken', async () => {
    const quiet = { publicUrl: () => 'http://127.0.0.1:4000' };
    given.graph.put(event('12:00', '13:00'));
    given.graph.tokens.clear();
    await given.connect();
    await Promise.all([calendarWork({ ...given.core, ...quiet }), calendarWork({ ...given.process(), ...quiet })]);
    expect(await busy()).toEqual(LUNCH);
    expect(given.graph.asked.filter((one) => one === 'POST /token')).toHaveLength(1);
  });

  it('revokes the connection where Graph gives no token, and keeps the time taken', async () => {
    const quiet = { ...given.core, publicUrl: () => 'http://127.0.0.1:4000' };
    given.graph.put(event('12:00', '13:00'));
    await given.connect();
    await calendarWork(quiet);
    given.graph.tokens.clear();
    given.graph.refreshTokens.clear();
    given.world.passTime(HOUR);
    await calendarWork(quiet);
    expect((await source()).failure).toBe('REVOKED');
    expect(await isFree('12:00')).toBe(false);
    const connections = await given.core.providerConnections.ofCoach(LIVE, given.coachId);
    expect(connections.map(({ state }) => state)).toEqual(['revoked']);
  });
});

describe('subscriptions to a Microsoft calendar', () => {
  let app: TestApp;
  beforeEach(async () => {
    const hosted = express.Router();
    hosted.use(microsoftHook(given.world.deps));
    app = await startApp({ hosted });
    given.graph.reach((url) => url.replace('https://book.example', app.origin));
  });
  afterEach(() => app.close());
  const subscriptions = () => [...given.graph.subscriptions.values()];
  const dueIn = async () => (await source()).dueAt! - given.core.realNow();

  it('makes a subscription for each calendar, with an address for its end', async () => {
    await given.connect([MAIN, FAMILY]);
    await pass();
    expect(subscriptions().map(({ resource }) => resource)).toEqual([
      `/me/calendars/${MAIN}/events`,
      `/me/calendars/${FAMILY}/events`,
    ]);
    for (const { notificationUrl, lifecycleNotificationUrl } of subscriptions())
      expect([notificationUrl, lifecycleNotificationUrl]).toEqual([
        expect.stringMatching(/^https:\/\/book\.example\/hooks\/microsoft\//) as string,
        notificationUrl,
      ]);
    expect((await source()).push!.channels).toHaveLength(2);
  });

  it('reads a change at once, and within the hour where its report is lost', async () => {
    await given.connect();
    await pass();
    expect(await dueIn()).toBe(HOUR);
    given.graph.put(event('12:00', '13:00'));
    given.world.passTime(MINUTE);
    expect(await given.graph.notify()).toEqual([202]);
    await pass();
    expect(await busy()).toEqual(LUNCH);
    given.graph.put(event('15:00', '16:00'));
    given.world.passTime(HOUR);
    await pass();
    expect(await busy()).toEqual([...LUNCH, ['04-14T15:00', '04-14T16:00']]);
  });

  it('renews subscriptions a day before they end, and makes those anew that are gone', async () => {
    given.graph.grantFor(30 * HOUR);
    await given.connect();
    await pass();
    const [first] = subscriptions();
    given.world.passTime(5 * HOUR);
    await pass();
    expect(given.graph.asked.filter((one) => one.startsWith('PATCH'))).toEqual([]);
    given.world.passTime(2 * HOUR);
    given.graph.grantFor(undefined);
    await pass();
    const [renewed] = subscriptions();
    expect([renewed!.id, Date.parse(renewed!.expirationDateTime!) - given.core.realNow()]).toEqual([
      first!.id,
      70 * HOUR,
    ]);
    given.graph.subscriptions.clear();
    given.world.passTime(3 * DAY);
    await pass();
    expect(subscriptions()).toHaveLength(1);
    expect((await source()).push!.channels).toMatchObject([{ id: subscriptions()[0]!.id }]);
  });

  it('renews subscriptions of which Graph reports the end', async () => {
    await given.connect();
    await pass();
    given.world.passTime(MINUTE);
    await given.graph.notify({ lifecycleEvent: 'subscriptionRemoved' });
    given.graph.subscriptions.clear();
    await pass();
    expect(subscriptions()).toHaveLength(1);
    expect((await source()).push!.channels).toMatchObject([{ id: subscriptions()[0]!.id }]);
  });

  it('finds the subscriptions of a process that died, and makes no second ones', async () => {
    await given.connect();
    await pass();
    const stored = await source();
    const { push: _lost, ...rest } = stored;
    await given.core.calendarSources.replace({ ...rest, dueAt: given.core.realNow() }, stored.version);
    await pass();
    expect(subscriptions()).toHaveLength(1);
    expect((await source()).push!.channels).toMatchObject([{ id: subscriptions()[0]!.id }]);
  });

  it('reads without subscriptions where Graph gives none, and asks again after an hour', async () => {
    given.graph.reach(() => 'http://127.0.0.1:9/nowhere');
    given.graph.put(event('12:00', '13:00'));
    await given.connect();
    await pass();
    expect(await busy()).toEqual(LUNCH);
    expect(await dueIn()).toBe(10 * MINUTE);
    const asked = () => given.graph.asked.filter((one) => one === 'POST /subscriptions').length;
    given.world.passTime(10 * MINUTE);
    await pass();
    expect(asked()).toBe(1);
    given.graph.reach((url) => url.replace('https://book.example', app.origin));
    given.world.passTime(HOUR);
    await pass();
    expect([asked(), subscriptions().length, await dueIn()]).toEqual([2, 1, HOUR]);
  });

  it('ends the subscription of a calendar that is not read any more, and all with their source', async () => {
    await given.connect([MAIN, FAMILY]);
    await pass();
    const stored = await source();
    await given.core.calendarSources.replace(
      { ...stored, calendars: [{ id: MAIN, name: MAIN }], dueAt: given.core.realNow() } as typeof stored,
      stored.version,
    );
    await pass();
    expect(subscriptions()).toHaveLength(1);
    const useCases = createUseCases(given.core);
    await useCases.deleteExternalCalendar(given.world.partner(), { coach: given.coachId, id: SOURCE });
    await given.world.drain();
    expect(subscriptions()).toEqual([]);
  });
});
