import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeZoom, type FakeZoom } from '../../packages/server/test/zoom/fake-zoom.ts';
import { ZOOM_APP } from '../../packages/server/test/zoom/zoom-tokens.ts';
import { ask, openLimits } from '../support/api.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore, type SharedStore } from '../support/store-process.ts';

/**
 * The points at which a process dies while it makes a meeting, before and behind the call of Zoom. A lease has to run
 * out for each, so they are few; all others are in the tests of the application.
 */
const points = ['after externalRecords.mark', 'after meetingCounts.take, before externalRecords.replace'];

const operatorKey = 'the operator key of the tests, long enough'.replaceAll(' ', '-');
const HOST = 'maria@fit.example';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface BookedVideo {
  readonly id: string;
  readonly video?: { readonly state: string; readonly joinUrl: string };
}

describe('a meeting at Zoom', () => {
  let zoom: FakeZoom;
  let store: SharedStore;
  let env: Record<string, string>;
  let key: string;
  let coachId: string;
  let serviceId: string;
  let bookings = 0;
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
  const videoOf = async (server: ServerProcess, { id }: BookedVideo) =>
    ((await call(server, 'GET', `/v1/bookings/${id}`)).body.data as unknown as BookedVideo).video;
  const untilReady = (server: ServerProcess, booking: BookedVideo) =>
    expect.poll(async () => (await videoOf(server, booking))?.state, { timeout: 90_000, interval: 250 }).toBe('ready');
  const meetingsOf = ({ id }: BookedVideo) =>
    [...zoom.meetings.values()].filter(({ body }) => String(body.agenda).startsWith(`Booking ${id}`));

  beforeAll(async () => {
    zoom = await startFakeZoom({ perDay: 1000 });
    zoom.users.add(HOST);
    store = await startSharedStore();
    env = {
      MONGODB_URI: store.uri,
      SIGNING_SECRET: 'a secret of the tests, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      OPERATOR_KEY: operatorKey,
      ZOOM_URL: zoom.base,
      MESSAGE_LEASE_SECONDS: '1',
      LOG_LEVEL: 'trace',
      ...openLimits,
    };
    const server = await startServerProcess(env);
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
    await server.stop();
  }, 60_000);

  afterAll(async () => {
    await store?.stop();
    await zoom?.close();
  });

  test.each(points)(
    'is made once, by another process, when the first one dies %s',
    async (point) => {
      const victim = await startServerProcess({ ...env, FAULT_POINT: point });
      const booking = await book(victim);
      await victim.gone;
      const others = await Promise.all([1, 2].map(() => startServerProcess(env)));
      try {
        await untilReady(others[0]!, booking);
        expect(meetingsOf(booking)).toHaveLength(1);
        expect(meetingsOf(booking)[0]!.host).toBe(HOST);
      } finally {
        await Promise.all(others.map((server) => server.stop()));
      }
    },
    120_000,
  );

  test('follows the booking through a lost answer, a move and the cancellation, and no log says its secrets', async () => {
    const servers = await Promise.all([1, 2].map(() => startServerProcess(env)));
    const [one, two] = servers as [ServerProcess, ServerProcess];
    try {
      zoom.fail('lost', 1, 'POST');
      const began = Date.now();
      const booking = await book(one);
      expect(Date.now() - began).toBeLessThan(5000);
      expect(['preparing', 'ready']).toContain(booking.video?.state);
      await untilReady(two, booking);
      const [made] = meetingsOf(booking);
      expect(meetingsOf(booking)).toHaveLength(1);
      const moved = await call(two, 'POST', `/v1/bookings/${booking.id}/reschedule`, {
        start: `${inDays(21)}T09:00:00Z`,
      });
      expect(moved.status).toBe(200);
      await expect
        .poll(() => zoom.meetings.get(made!.id)?.body.start_time, { timeout: 60_000, interval: 250 })
        .toBe(`${inDays(21)}T09:00:00Z`);
      expect(meetingsOf(booking)).toHaveLength(1);
      expect((await videoOf(one, booking))?.joinUrl).toBe(booking.video?.joinUrl);
      await call(one, 'POST', `/v1/bookings/${booking.id}/cancel`, {});
      await expect.poll(() => meetingsOf(booking).length, { timeout: 60_000, interval: 250 }).toBe(0);
      const printed = servers.map((server) => server.printed()).join('');
      expect(printed).toContain('"level"');
      for (const secret of [ZOOM_APP.clientSecret, 'zak=', `pwd=${made!.password}`, HOST, 'Bearer'])
        expect(printed).not.toContain(secret);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  }, 180_000);
});
