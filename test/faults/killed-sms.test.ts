import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { composeKeys } from '../../packages/server/src/compose-keys.ts';
import { readConfig } from '../../packages/server/src/config.ts';
import { openStore, type OpenStore } from '../../packages/server/src/adapters/mongo/connection/open-store.ts';
import { ACCOUNT, startFakeTwilio, type FakeTwilio } from '../../packages/server/test/sms/fake-twilio.ts';
import { someMessaging } from '../../packages/server/test/stores/messaging-suite.ts';
import { ask, openLimits } from '../support/api.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore, type SharedStore } from '../support/store-process.ts';

/** The points at which Twilio was not called and the fence is open, so that another process sends it. */
const BEFORE_THE_FENCE = ['after deliveries.lease', 'before deliveries.startSending'];
/** The points behind the fence, each with the requests that Twilio had by then. */
const BEHIND_THE_FENCE = [
  ['after deliveries.startSending', 0],
  ['after deliveries.startSending, before deliveries.settle', 1],
] as const;

interface Message {
  readonly channel: string;
  readonly state: string;
  readonly attempts: number;
}

const operatorKey = 'the operator key of the tests, long enough'.replaceAll(' ', '-');
const HOUR = 3_600_000;

describe('an SMS that a dying process was sending', () => {
  let twilio: FakeTwilio;
  let shared: SharedStore;
  let store: OpenStore;
  let env: Record<string, string>;
  let key: string;
  let coachId: string;
  let bookings = 0;
  const running: ServerProcess[] = [];

  /** Starts a server that the end of the test stops. */
  const start = async (more: Record<string, string> = {}): Promise<ServerProcess> => {
    const server = await startServerProcess({ ...env, ...more });
    running.push(server);
    return server;
  };
  const stopAll = () => Promise.all(running.splice(0).map((server) => server.stop()));
  const call = (server: ServerProcess, method: string, path: string, body?: unknown) =>
    ask(server.url, method, path, body, { Authorization: `Bearer ${key}` });

  beforeAll(async () => {
    twilio = await startFakeTwilio();
    shared = await startSharedStore();
    env = {
      MONGODB_URI: shared.uri,
      SIGNING_SECRET: 'a secret of the tests, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      OPERATOR_KEY: operatorKey,
      TWILIO_URL: twilio.base,
      MESSAGE_LEASE_SECONDS: '1',
      ...openLimits,
    };
    const server = await start();
    const business = { name: 'Harbour', slug: 'harbour', allowedOrigins: ['https://fit.example'] };
    const opened = await ask(
      server.url,
      'POST',
      '/v1/partners',
      { ...business, admin: { email: 'kim@fit.example' } },
      { Authorization: `Bearer ${operatorKey}` },
    );
    key = (opened.body.data.keys as { secret: { live: string } }).secret.live;
    const scope = { partnerId: (opened.body.data.partner as { id: string }).id, mode: 'live' } as const;
    store = await openStore(shared.uri, { keys: await composeKeys(readConfig(env)) });
    const atNoHour = { from: '00:00', to: '00:00' };
    await store.stores.messaging.replace(scope, someMessaging({ sms: ACCOUNT, quietHours: atNoHour }), 0);
    const coach = await call(server, 'POST', '/v1/coaches', {
      name: 'Maria',
      timeZone: 'UTC',
      schedule: {
        timeZone: 'UTC',
        minimumNotice: 0,
        workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
        reminders: { rules: [{ channel: 'sms', minutesBefore: 120 }], followUp: false },
      },
      services: [{ title: 'Hour', duration: 60 }],
    });
    coachId = coach.body.data.id as string;
    await stopAll();
  }, 90_000);
  afterEach(stopAll);
  afterAll(async () => {
    await stopAll();
    await store?.close();
    await shared?.stop();
    await twilio?.close();
  });

  const smsOf = async (server: ServerProcess, bookingId: string): Promise<Message | undefined> => {
    const { body } = await call(server, 'GET', `/v1/bookings/${bookingId}/messages`);
    return (body.data as unknown as Message[]).find(({ channel }) => channel === 'sms');
  };

  /** Books, and waits until the reminder by SMS is there and every mail has left. */
  const booked = async (server: ServerProcess): Promise<{ id: string; phone: string }> => {
    const phone = `+121255501${String((bookings += 1)).padStart(2, '0')}`;
    const at = new Date(Math.ceil(Date.now() / HOUR + 5 + bookings) * HOUR).toISOString();
    const attendee = { name: 'Ana Diaz', email: `ana${bookings}@example.com`, phone };
    const made = await call(server, 'POST', '/v1/bookings', { coachId, start: at, attendee });
    expect(made.status).toBe(201);
    const id = made.body.data.id as string;
    await expect
      .poll(
        async () => {
          const { body } = await call(server, 'GET', `/v1/bookings/${id}/messages`);
          return (body.data as unknown as Message[]).filter(({ state }) => state === 'due').map((one) => one.channel);
        },
        { timeout: 30_000, interval: 100 },
      )
      .toEqual(['sms']);
    return { id, phone };
  };

  /** Moves the reminder to this moment, since no test waits for hours. */
  const letItBeDue = (bookingId: string) =>
    store.connection
      .collection('deliveries')
      .updateOne({ bookingId, channel: 'sms' }, { $set: { dueAt: new Date(Date.now() - 1000) } });

  const sentTo = (phone: string): number => twilio.taken.filter(({ To }) => To === phone).length;

  /** Books, and lets a process die at a point while it sends the SMS. Resolves when two others have ended with it. */
  const dyingAt = async (point: string) => {
    const first = await start();
    const booking = await booked(first);
    await stopAll();
    await letItBeDue(booking.id);
    const victim = await startServerProcess({ ...env, FAULT_POINT: point });
    await victim.gone;
    return { ...booking, ...(await others(booking.id)) };
  };

  /** Starts two processes, and waits until they have settled the SMS. */
  const others = async (bookingId: string) => {
    const [server] = [await start(), await start()];
    await expect
      .poll(async () => (await smsOf(server!, bookingId))?.state, { timeout: 30_000, interval: 100 })
      .not.toMatch(/^(due|sending|undefined)$/);
    return { server: server! };
  };

  /** Another SMS that became due later is sent by the same loops, so they have looked at all that came before it. */
  const anotherIsSent = async (server: ServerProcess) => {
    const { id } = await booked(server);
    await letItBeDue(id);
    await expect.poll(async () => (await smsOf(server, id))?.state, { timeout: 30_000, interval: 100 }).toBe('sent');
  };

  test.each(BEFORE_THE_FENCE)(
    'R9 sends an SMS once, from another process, when the first one dies %s',
    async (point) => {
      const { server, id, phone } = await dyingAt(point);
      expect(await smsOf(server, id)).toMatchObject({ state: 'sent', attempts: 2 });
      expect(sentTo(phone)).toBe(1);
    },
    90_000,
  );

  test.each(BEHIND_THE_FENCE)(
    'R9 calls an SMS unknown and never sends it again when the first process dies %s',
    async (point, requests) => {
      const { server, id, phone } = await dyingAt(point);
      expect(await smsOf(server, id)).toMatchObject({ state: 'unknown', attempts: 1 });
      await anotherIsSent(server);
      expect(await smsOf(server, id)).toMatchObject({ state: 'unknown', attempts: 1 });
      expect(sentTo(phone)).toBe(requests);
    },
    90_000,
  );

  test('R9 calls an SMS unknown and never sends it again when the process is killed while Twilio is thinking', async () => {
    const first = await start();
    const { id, phone } = await booked(first);
    await stopAll();
    await letItBeDue(id);
    const asked: string[] = [];
    const reached = new Promise<void>((resolve) =>
      twilio.answerWith(({ To = '' }) => {
        asked.push(To);
        resolve();
      }),
    );
    const victim = await startServerProcess(env);
    await reached;
    await victim.kill();
    twilio.takeAgain();
    const { server } = await others(id);
    expect(await smsOf(server, id)).toMatchObject({ state: 'unknown', attempts: 1 });
    await anotherIsSent(server);
    expect(asked).toEqual([phone]);
    expect(sentTo(phone)).toBe(0);
  }, 90_000);

  test('R9 sends an SMS once when the process dies after the answer was noted', async () => {
    const { server, id, phone } = await dyingAt('after deliveries.settle');
    expect(await smsOf(server, id)).toMatchObject({ state: 'sent', attempts: 1 });
    await anotherIsSent(server);
    expect(sentTo(phone)).toBe(1);
  }, 90_000);
});
