import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { ANA as CLIENT, refusalOf, givenCoach } from '../../../test/application/world.ts';
import { ANA, CONNECTION, FAMILY, SOURCE } from '../../../test/google/given-google.ts';
import { googleWorld, LIVE, type GoogleWorld } from '../../../test/google/google-world.ts';
import { calendarWork } from '../calendars-in/calendar-work.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import { recordWork } from '../external-records/record-work.ts';
import { createGoogleMeet } from '../google/google-meet.ts';
import { createGoogleRecords } from '../google/google-records.ts';
import type { Core } from '../ports/core.ts';
import { drainAll } from './drain.ts';

let given: GoogleWorld;
let core: Core;
const coreOf = (): Core => {
  const plain = { ...given.process(), publicUrl: () => 'http://127.0.0.1:4000' };
  const live = { google: createGoogleRecords(plain), google_meet: createGoogleMeet(plain) };
  return createCore({ ...plain, recordAdapters: () => live });
};
beforeEach(async () => {
  given = await googleWorld();
  core = coreOf();
});
afterEach(() => given.close());
const useCases = () => createUseCases(core);
const head = async () => (await useCases().getCoach(given.world.partner(), { coach: given.coachId })).data;
const withMeet = async (): Promise<string> => {
  const [service] = (await head()).services!;
  const id = service!.id;
  const change = { coach: given.coachId, id, locationKind: 'online', video: { provider: 'google_meet' } } as const;
  await useCases().updateService(given.world.partner(), change);
  return id;
};
const book = async (start = '10:00') => {
  const serviceId = (await head()).services![0]!.id;
  const session = { coachId: given.coachId, serviceId, start: `2026-04-14T${start}:00Z`, attendee: CLIENT };
  return (await useCases().createBooking(given.world.partner(), session)).data;
};
const pass = async (by: Core = core) => {
  await drainAll(by);
  await recordWork(by);
};
const read = async (id: string) => (await useCases().getBooking(given.world.partner(), { id })).data;
const events = (calendarId = ANA) => given.google.eventsOf(calendarId);

describe('bookings at Google', () => {
  it('writes one event with its Google Meet, and none once the booking is cancelled', async () => {
    await withMeet();
    await given.connect([ANA], { writesTo: ANA });
    const { id } = await book();
    expect(events()).toEqual([]);
    await pass();
    // The two parts may have met at the event; then one comes again.
    given.world.passTime(MINUTE);
    await pass();
    expect(events()).toMatchObject([{ id, conferenceData: { entryPoints: [{ entryPointType: 'video' }, {}] } }]);
    expect((await read(id)).video).toMatchObject({ state: 'ready' });
    await calendarWork(core);
    expect((await given.source()).good!.busy).toHaveLength(0);
    await useCases().cancelBooking(given.world.partner(), { id, reason: 'x' });
    for (let n = 0; n < 3; n += 1) {
      await pass();
      given.world.passTime(MINUTE);
    }
    expect(events()).toEqual([]);
  });

  it('writes one event by two processes, and after answers that were lost', async () => {
    await withMeet();
    await given.connect([ANA], { writesTo: ANA });
    const other = coreOf();
    given.google.failNext('lost', { of: 'events.insert', times: 2 });
    const { id } = await book();
    for (let n = 0; n < 6; n += 1) {
      await Promise.all([pass(), pass(other)]);
      given.world.passTime(2 * MINUTE);
    }
    expect(events()).toMatchObject([{ id }]);
    expect((await read(id)).video).toMatchObject({ state: 'ready' });
  });

  it('books while Google is down, and writes the event when it is back', async () => {
    await withMeet();
    await given.connect([ANA], { writesTo: ANA });
    given.google.failNext({ status: 503 }, { times: 4 });
    const { id, status } = await book();
    expect(status).toBe('scheduled');
    await pass();
    expect(events()).toEqual([]);
    for (let n = 0; n < 4; n += 1) {
      given.world.passTime(15 * MINUTE);
      await pass();
    }
    expect(events()).toMatchObject([{ id }]);
    expect((await read(id)).video).toMatchObject({ state: 'ready' });
  });

  it('waits for a meeting that Google is still making', async () => {
    await withMeet();
    given.google.isMeetSlow = true;
    const { id } = await book();
    await pass();
    expect((await read(id)).video).toMatchObject({ state: 'preparing' });
    given.google.finishMeetings();
    given.world.passTime(MINUTE);
    await pass();
    expect((await read(id)).video).toMatchObject({ state: 'ready' });
    expect(events()).toHaveLength(1);
  });
});

describe('a connected Google account', () => {
  const partner = () => given.world.partner();
  const discover = (more: object = {}) =>
    useCases().discoverExternalCalendars(partner(), {
      coach: given.coachId,
      kind: 'google',
      connectionId: CONNECTION,
      ...more,
    });

  it('lists its calendars to choose from', async () => {
    given.google.addCalendar(ANA, { id: 'team@group.example', summary: 'Team', accessRole: 'reader' });
    expect((await discover()).data).toEqual([
      { id: ANA, name: 'Ana', isWritable: true },
      { id: FAMILY, name: 'Family', isWritable: true },
      { id: 'team@group.example', name: 'Team', isWritable: false },
    ]);
    given.google.failNext({ status: 503 });
    expect(await refusalOf(discover())).toMatchObject({
      code: 'CALENDAR_ACCOUNT_FAILED',
      details: { reason: 'SERVER_ERROR' },
    });
    const { id: other } = await givenCoach(given.world, { name: 'Coach B' });
    for (const refused of [discover({ coach: other }), discover({ kind: 'microsoft' })])
      expect((await refusalOf(refused)).code).toBe('INVALID_REQUEST');
  });

  it('names what it is used for, and leaves no calendars behind', async () => {
    await given.connect([ANA], { writesTo: ANA });
    given.google.put(ANA, {
      start: { dateTime: '2026-04-14T12:00:00Z' },
      end: { dateTime: '2026-04-14T13:00:00Z' },
    });
    await calendarWork({ ...core, publicUrl: () => 'https://book.fit.example' });
    expect(given.google.channels.size).toBe(1);
    const { data } = await useCases().listConnectedAccounts(partner(), { coach: given.coachId });
    expect(data.accounts).toMatchObject([
      { id: CONNECTION, uses: [{ kind: 'calendar_in', name: 'Google' }, { kind: 'calendar_out' }] },
    ]);
    given.world.passTime(HOUR);
    await useCases().disconnectAccount(partner(), { coach: given.coachId, id: CONNECTION });
    expect(await core.calendarSources.byId(LIVE, SOURCE)).toBeNull();
    expect((await core.ledgers.outsideOf(given.coachId))!.sources).toEqual([]);
    expect(await core.providerConnections.byId(CONNECTION)).toBeNull();
  });
});
