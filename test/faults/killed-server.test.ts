import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, openLimits } from '../support/api.ts';
import { scratchFolder, startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore } from '../support/store-process.ts';

/** Every point of the protocol at which a server may die: all is claimed, the rules are checked, it is recorded. */
const points = {
  create: ['after ledgers.claimPlace', 'after ledgers.claim, after ledgers.read', 'after bookings.insert'],
  convert: ['after ledgers.claim'],
  move: ['after ledgers.claim, before ledgers.read', 'after bookings.change'],
  cancel: ['after bookings.change'],
};
const testNow = { 'X-Test-Now': '2030-06-01T00:00:00Z' };
const at = (hour: number) => `2030-06-03T${String(hour).padStart(2, '0')}:00:00.000Z`;
const common = {
  DEMO: '1',
  SIGNING_SECRET: 'a secret of the tests, long enough',
  ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  SWEEP_AFTER_SECONDS: '1',
  SWEEP_EVERY_SECONDS: '1',
  ...openLimits,
};

/** `shared`: the store lives in its own process · `inside`: it dies with the server. */
describe.each(process.env.TEST_MONGODB_URI ? ['shared'] : ['shared', 'inside'])('with the store %s', (layout) => {
  let env: Record<string, string>;
  let end: () => Promise<void>;
  let server: ServerProcess;
  let coachId: string;
  let serviceId: string;

  let tests = 0;

  const close = async () => {
    await server?.stop();
    await end?.();
  };
  const open = async () => {
    if (layout === 'shared') {
      const store = await startSharedStore();
      env = { ...common, MONGODB_URI: store.uri };
      end = () => store.stop();
    } else {
      const data = await scratchFolder();
      env = { ...common, DATA_DIR: data.path };
      end = () => data.remove();
    }
    server = await startServerProcess(env);
  };

  // To start a store with its demo takes longer than a test, so several share one, each with a coach of its own. Not
  // all: a process that is killed takes a tenth of the limit of writes along.
  beforeEach(async () => {
    if (tests++ % 6 === 0) {
      await close();
      await open();
    }
    const { body } = await send('POST', '/v1/coaches', {
      name: 'Survivor',
      timeZone: 'UTC',
      capacity: 5,
      schedule: { timeZone: 'UTC', workingHours: [{ dayOfWeek: 1, start: '08:00', end: '20:00' }] },
      services: [{ title: 'Hour', duration: 60 }],
    });
    coachId = body.data.id as string;
    serviceId = (body.data.services as { id: string }[])[0]!.id;
  }, 60_000);

  afterAll(close);

  const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    ask(server.url, method, path, body, { ...testNow, ...headers });
  const booking = (hour: number, more: object = {}) => ({
    coachId,
    serviceId,
    start: at(hour),
    attendee: { name: 'Ana Diaz', email: 'ana@example.com' },
    ...more,
  });
  const starts = async () => {
    const { body } = await send('GET', `/v1/coaches/${coachId}/calendar?from=2030-06-03&to=2030-06-03`);
    return (body.data.bookings as { start: string; status: string }[])
      .filter((one) => one.status !== 'cancelled')
      .map((one) => one.start);
  };
  const instant = (text: string) => new Date(text).toISOString();

  /** Restarts the server so that it dies at this point, runs `act` into it, and restarts it whole. */
  async function dieAt(point: string, act: () => Promise<unknown>) {
    await server.stop();
    server = await startServerProcess({ ...env, FAULT_POINT: point });
    await expect(act()).rejects.toThrow();
    await server.gone;
    server = await startServerProcess(env);
  }

  /** Books this hour as soon as the sweeper has given it back. */
  const bookUntilFree = (hour: number) =>
    expect
      .poll(async () => (await send('POST', '/v1/bookings', booking(hour))).status, { timeout: 20_000, interval: 200 })
      .toBe(201);

  test.each(points.create)(
    'ends in one booking after a retry with the same key, killed %s',
    async (point) => {
      const key = { 'Idempotency-Key': `retry-key-${points.create.indexOf(point)}` };
      await dieAt(point, () => send('POST', '/v1/bookings', booking(9), key));
      const again = await send('POST', '/v1/bookings', booking(9), key);
      expect([again.status, again.body.data.start && instant(again.body.data.start as string)]).toEqual([201, at(9)]);
      expect((await starts()).map(instant)).toEqual([at(9)]);
      expect((await send('POST', '/v1/bookings', booking(9))).body.code).toBe('SLOT_TAKEN');
    },
    60_000,
  );

  test.each(points.create)(
    'leaves the time booked or free, never both, when it is killed %s and never retried',
    async (point) => {
      await dieAt(point, () => send('POST', '/v1/bookings', booking(9)));
      if (point === 'after bookings.insert')
        expect((await send('POST', '/v1/bookings', booking(9))).body.code).toBe('SLOT_TAKEN');
      else await bookUntilFree(9);
      expect((await starts()).map(instant)).toEqual([at(9)]);
    },
    60_000,
  );

  test.each(points.convert)(
    'makes of the hold one booking or none, killed %s',
    async (point) => {
      const hold = await send('POST', '/v1/holds', { coachId, serviceId, start: at(9) });
      const { holdToken } = hold.body.data as { holdToken: string };
      const key = { 'Idempotency-Key': 'convert-hold' };
      await dieAt(point, () => send('POST', '/v1/bookings', booking(9, { holdToken }), key));
      expect((await send('POST', '/v1/bookings', booking(9, { holdToken }), key)).status).toBe(201);
      expect((await starts()).map(instant)).toEqual([at(9)]);
    },
    60_000,
  );

  test.each(points.move)(
    'leaves the booking one time, and the other free, killed %s',
    async (point) => {
      const made = await send('POST', '/v1/bookings', booking(9));
      await dieAt(point, () =>
        send('POST', `/v1/bookings/${made.body.data.id as string}/reschedule`, { start: at(12) }),
      );
      const [kept] = (await starts()).map(instant);
      expect(kept).toBe(point === 'after bookings.change' ? at(12) : at(9));
      expect((await send('POST', '/v1/bookings', booking(kept === at(9) ? 9 : 12))).body.code).toBe('SLOT_TAKEN');
      await bookUntilFree(kept === at(9) ? 12 : 9);
    },
    60_000,
  );

  test.each(points.cancel)(
    'cancels the booking, and frees its time and place, killed %s',
    async (point) => {
      const made = await send('POST', '/v1/bookings', booking(9));
      await dieAt(point, () => send('POST', `/v1/bookings/${made.body.data.id as string}/cancel`, {}));
      await bookUntilFree(9);
      await expect
        .poll(
          async () => ((await send('GET', `/v1/coaches/${coachId}`)).body.data.capacity as { booked: number }).booked,
          {
            timeout: 20_000,
          },
        )
        .toBe(1);
      expect(await starts()).toHaveLength(1);
    },
    60_000,
  );
});
