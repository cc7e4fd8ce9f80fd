import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plus, systemNow } from '../../packages/time/src/instant.ts';
import { DAY } from '../../packages/time/src/units.ts';
import { openStore, type OpenStore } from '../../packages/server/src/adapters/mongo/connection/open-store.ts';
import { composeKeys } from '../../packages/server/src/compose-keys.ts';
import { readConfig } from '../../packages/server/src/config.ts';
import { FakeGoogle } from '../../packages/server/test/google/fake-google.ts';
import { startFakeGraph, TOKEN as GRAPH_TOKEN, type FakeGraph } from '../../packages/server/test/graph/fake-graph.ts';
import { startFakeZoom, type FakeZoom } from '../../packages/server/test/zoom/fake-zoom.ts';
import { ZOOM_APP } from '../../packages/server/test/zoom/zoom-tokens.ts';
import { ask, openLimits } from '../support/api.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore, type SharedStore } from '../support/store-process.ts';

/**
 * The points at which a process dies while it makes what follows a booking: before any provider is called, and behind
 * the call of Zoom. A lease has to run out for each, so they are few; all others are in the tests of the application.
 */
const points = ['after externalRecords.mark', 'after meetingCounts.take, before externalRecords.replace'];

const operatorKey = 'the operator key of the tests, long enough'.replaceAll(' ', '-');
const HOST = 'maria@fit.example';
const GOOGLE_TOKEN = 'ya29.of-maria';
const OUTLOOK = 'AAMkDefault=';
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

interface BookedVideo {
  readonly id: string;
  readonly video?: { readonly state: string; readonly joinUrl: string };
}

describe('a session with a meeting at Zoom and events in calendars of Google and Outlook', () => {
  let zoom: FakeZoom;
  let google: FakeGoogle;
  let graph: FakeGraph;
  let shared: SharedStore;
  let store: OpenStore;
  let env: Record<string, string>;
  let key: string;
  let coachId: string;
  let serviceId: string;
  let bookings = 0;
  const running = new Set<ServerProcess>();
  const start = async (more: Record<string, string> = {}): Promise<ServerProcess> => {
    const server = await startServerProcess({ ...env, ...more });
    running.add(server);
    return server;
  };
  const stopAll = async () => {
    await Promise.all([...running].map((server) => server.stop()));
    running.clear();
  };
  const call = (server: ServerProcess, method: string, path: string, body?: unknown) =>
    ask(server.url, method, path, body, { Authorization: `Bearer ${key}` });
  const book = async (server: ServerProcess) => {
    const hour = String((bookings += 1)).padStart(2, '0');
    const made = await call(server, 'POST', '/v1/bookings', {
      ...{ coachId, serviceId, start: `${inDays(20)}T${hour}:00:00Z` },
      attendee: { name: 'Ana Diaz', email: `ana${bookings}@example.com` },
    });
    expect(made.status).toBe(201);
    return made.body.data as unknown as BookedVideo;
  };
  const cancel = async (server: ServerProcess, { id }: BookedVideo) =>
    expect((await call(server, 'POST', `/v1/bookings/${id}/cancel`, {})).status).toBe(200);
  const videoOf = async (server: ServerProcess, { id }: BookedVideo) =>
    ((await call(server, 'GET', `/v1/bookings/${id}`)).body.data as unknown as BookedVideo).video;
  const meetingsOf = ({ id }: BookedVideo) =>
    [...zoom.meetings.values()].filter(({ body }) => String(body.agenda).startsWith(`Booking ${id}`));
  const googleEventsOf = ({ id }: BookedVideo) =>
    google.eventsOf(HOST).filter((event) => JSON.stringify(event).includes(id));
  const outlookEventsOf = ({ id }: BookedVideo) =>
    [...graph.events.values()].filter((event) => JSON.stringify(event).includes(id));
  /** Returns how many meetings and events the providers have of a booking. */
  const thereOf = (booking: BookedVideo) => ({
    zoom: meetingsOf(booking).length,
    google: googleEventsOf(booking).length,
    microsoft: outlookEventsOf(booking).length,
  });
  const each = (count: number) => ({ zoom: count, google: count, microsoft: count });
  const untilThere = (booking: BookedVideo, count: number) =>
    expect.poll(() => thereOf(booking), { timeout: 60_000, interval: 50 }).toEqual(each(count));
  /** Waits until nothing is left to do for a booking at any of the three. */
  const untilSettled = ({ id }: BookedVideo) =>
    expect
      .poll(async () => (await store.stores.externalRecords.ofBookings([id])).map(({ state }) => state), {
        timeout: 60_000,
        interval: 50,
      })
      .toEqual(['done', 'done', 'done']);
  const twoOthers = () => Promise.all([start(), start()]) as Promise<[ServerProcess, ServerProcess]>;

  beforeAll(async () => {
    zoom = await startFakeZoom({ perDay: 1000 });
    zoom.users.add(HOST);
    google = await new FakeGoogle().start();
    google.tokens.set(GOOGLE_TOKEN, HOST);
    google.addCalendar(HOST, { id: HOST, primary: true });
    graph = await startFakeGraph();
    shared = await startSharedStore();
    env = {
      MONGODB_URI: shared.uri,
      SIGNING_SECRET: 'a secret of the tests, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      OPERATOR_KEY: operatorKey,
      ZOOM_URL: zoom.base,
      GOOGLE_URL: google.base,
      GOOGLE_CLIENT_ID: 'app',
      GOOGLE_CLIENT_SECRET: 'secret',
      MICROSOFT_URL: graph.origin,
      MICROSOFT_CLIENT_ID: 'app',
      MICROSOFT_CLIENT_SECRET: 'secret',
      MESSAGE_LEASE_SECONDS: '1',
      RECORD_LEASE_SECONDS: '2',
      LOG_LEVEL: 'trace',
      ...openLimits,
    };
    const server = await start();
    const opened = await ask(
      ...([server.url, 'POST', '/v1/partners'] as const),
      {
        name: 'Harbour',
        slug: 'harbour',
        allowedOrigins: ['https://fit.example'],
        admin: { email: 'kim@fit.example' },
      },
      { Authorization: `Bearer ${operatorKey}` },
    );
    key = (opened.body.data.keys as { secret: { live: string } }).secret.live;
    const integrated = await call(server, 'PUT', '/v1/partner/integrations/zoom', { ...ZOOM_APP });
    expect(integrated.status).toBe(200);
    const coach = await call(server, 'POST', '/v1/coaches', {
      name: 'Maria',
      timeZone: 'UTC',
      schedule: {
        timeZone: 'UTC',
        workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
      },
    });
    coachId = coach.body.data.id as string;
    const path = `/v1/coaches/${coachId}`;
    const service = { title: 'Talk', duration: 30, locationKind: 'online', video: { provider: 'zoom' } };
    const early = await call(server, 'POST', `${path}/services`, service);
    expect([early.status, early.body.code]).toEqual([422, 'VIDEO_NOT_CONNECTED']);
    expect((await call(server, 'PATCH', path, { zoomUser: HOST })).status).toBe(200);
    serviceId = (await call(server, 'POST', `${path}/services`, service)).body.data.id as string;
    await stopAll();

    store = await openStore(shared.uri, { keys: await composeKeys(readConfig(env)) });
    const { id: partnerId } = opened.body.data.partner as { id: string };
    await connect(partnerId, { kind: 'google', token: GOOGLE_TOKEN, calendar: HOST });
    await connect(partnerId, { kind: 'microsoft', token: GRAPH_TOKEN, calendar: OUTLOOK });
  }, 60_000);

  afterEach(stopAll);
  afterAll(async () => {
    await store?.close();
    await shared?.stop();
    await Promise.all([zoom?.close(), google?.close(), graph?.close()]);
  });

  /** Connects an account of the coach, as a person did, whose calendar takes bookings and is read tomorrow. */
  const connect = async (
    partnerId: string,
    { kind, token, calendar }: { kind: 'google' | 'microsoft'; token: string; calendar: string },
  ): Promise<void> => {
    const { stores, newId } = store;
    const now = systemNow();
    const scope = { partnerId, mode: 'live', coachId } as const;
    const connectionId = newId();
    await stores.providerConnections.insert({
      ...{ ...scope, id: connectionId, provider: kind, account: HOST, clientId: 'app', scopes: [], state: 'ok' },
      ...{ accessToken: token, refreshToken: 'rotates-1', expiresAt: plus(now, DAY), refreshingUntil: null, grant: 1 },
      ...{ madeBy: { userId: newId() }, version: 1, createdAt: now, connectedAt: now },
    });
    await stores.calendarSources.insert({
      ...{ ...scope, id: newId(), kind, connectionId, calendars: [{ id: calendar, name: kind }], writesTo: calendar },
      ...{ name: kind, policy: 'keep_last_good', active: true, dueAt: plus(now, DAY), leasedUntil: null, fence: 0 },
      ...{ failures: 0, toShow: false, version: 1, createdAt: now },
    });
  };

  test.each(points)(
    'has each once, made by another process, when the first one dies %s',
    async (point) => {
      const victim = await start({ FAULT_POINT: point });
      const booking = await book(victim);
      await victim.gone;
      const [other] = await twoOthers();
      await untilSettled(booking);
      expect(thereOf(booking)).toEqual(each(1));
      expect(meetingsOf(booking)[0]!.host).toBe(HOST);
      expect((await videoOf(other, booking))?.state).toBe('ready');
    },
    120_000,
  );

  test('has each once, when a process dies whose calls were done and not yet answered, and none after such a removal', async () => {
    zoom.fail('held', 1, 'POST');
    google.failNext('held', { of: 'events.insert' });
    graph.fail('held');
    const maker = await start();
    const booking = await book(maker);
    await untilThere(booking, 1);
    await maker.kill();
    const remover = await start();
    await untilSettled(booking);
    expect(thereOf(booking)).toEqual(each(1));

    zoom.fail('held', 1, 'DELETE');
    google.failNext('held', { of: 'events.delete' });
    graph.fail('held');
    await cancel(remover, booking);
    await untilThere(booking, 0);
    await remover.kill();
    await start();
    await untilSettled(booking);
    expect(thereOf(booking)).toEqual(each(0));
  }, 180_000);

  test('follows the booking through lost answers, a move and the cancellation, and no log says its secrets', async () => {
    const [one, two] = await twoOthers();
    zoom.fail('lost', 1, 'POST');
    google.failNext('lost', { of: 'events.insert' });
    graph.fail('lost');
    const began = Date.now();
    const booking = await book(one);
    expect(Date.now() - began).toBeLessThan(5000);
    expect(['preparing', 'ready']).toContain(booking.video?.state);
    await untilSettled(booking);
    expect(thereOf(booking)).toEqual(each(1));
    expect((await videoOf(two, booking))?.state).toBe('ready');
    const [made] = meetingsOf(booking);
    const moved = await call(two, 'POST', `/v1/bookings/${booking.id}/reschedule`, {
      start: `${inDays(21)}T09:00:00Z`,
    });
    expect(moved.status).toBe(200);
    const starts = () => [
      zoom.meetings.get(made!.id)?.body.start_time,
      googleEventsOf(booking)[0]?.start?.dateTime,
      outlookEventsOf(booking)[0]?.start?.dateTime,
    ];
    const day = inDays(21);
    await expect
      .poll(starts, { timeout: 60_000, interval: 50 })
      .toEqual([`${day}T09:00:00Z`, `${day}T09:00:00.000Z`, `${day}T09:00:00.0000000`]);
    expect(thereOf(booking)).toEqual(each(1));
    expect((await videoOf(one, booking))?.joinUrl).toBe(booking.video?.joinUrl);
    await cancel(one, booking);
    await untilThere(booking, 0);
    const printed = [one, two].map((server) => server.printed()).join('');
    expect(printed).toContain('"level"');
    const secrets = [ZOOM_APP.clientSecret, 'zak=', `pwd=${made!.password}`, HOST, 'Bearer', GOOGLE_TOKEN, GRAPH_TOKEN];
    for (const secret of secrets) expect(printed).not.toContain(secret);
  }, 180_000);
});
