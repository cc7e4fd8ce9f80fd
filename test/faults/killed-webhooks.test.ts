import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openLimits } from '../support/api.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore, type SharedStore } from '../support/store-process.ts';

/** The points at which a process dies while it sends to a partner's server, in the order of the work. */
const points = [
  'before webhookDeliveries.insert',
  'after webhookDeliveries.insert',
  'after webhookDeliveries.insert, after bookings.drop',
  'after webhookDeliveries.lease',
  'after webhookDeliveries.startSending',
  'after webhookDeliveries.startSending, before webhookDeliveries.settle',
  'after webhookDeliveries.settle',
];

interface Received {
  readonly id: string;
  readonly body: string;
}

const operatorKey = 'the operator key of the tests, long enough'.replaceAll(' ', '-');
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a webhook that a dying process was sending', () => {
  const received: Received[] = [];
  let receiver: Server;
  let store: SharedStore;
  let env: Record<string, string>;
  let key: string;
  let coachId: string;
  let bookings = 0;
  const call = (server: ServerProcess, method: string, path: string, body?: unknown, headers = {}) =>
    ask(server.url, method, path, body, { Authorization: `Bearer ${key}`, ...headers });

  beforeAll(async () => {
    const verifiers: Webhook[] = [];
    receiver = createServer((request, answer) => {
      void text(request).then((body) => {
        verifiers[0]!.verify(body, request.headers as Record<string, string>);
        received.push({ id: String(request.headers['webhook-id']), body });
        answer.writeHead(204).end();
      });
    });
    await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
    store = await startSharedStore();
    env = {
      MONGODB_URI: store.uri,
      SIGNING_SECRET: 'a secret of the tests, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      OPERATOR_KEY: operatorKey,
      OUTBOUND_ALLOW_SUBNETS: '127.0.0.0/8',
      MESSAGE_LEASE_SECONDS: '1',
      ...openLimits,
    };
    const server = await startServerProcess(env);
    const business = { name: 'Harbour', slug: 'harbour', allowedOrigins: ['https://fit.example'] };
    const opened = await ask(
      server.url,
      'POST',
      '/v1/partners',
      { ...business, admin: { email: 'kim@fit.example' } },
      { Authorization: `Bearer ${operatorKey}` },
    );
    key = (opened.body.data.keys as { secret: { test: string } }).secret.test;
    const coach = await call(server, 'POST', '/v1/coaches', {
      name: 'Maria',
      timeZone: 'UTC',
      schedule: {
        timeZone: 'UTC',
        workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
      },
      services: [{ title: 'Hour', duration: 60 }],
    });
    coachId = coach.body.data.id as string;
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
    const endpoint = await call(server, 'POST', '/v1/webhook-endpoints', { url });
    expect(endpoint.status).toBe(201);
    verifiers.push(new Webhook(endpoint.body.data.secret as string));
    await server.stop();
  }, 60_000);

  afterAll(async () => {
    await store?.stop();
    await new Promise((closed) => receiver.close(closed));
  });

  test.each(points)(
    'arrives from another process, under its id and with its bytes, when the first one dies %s',
    async (point) => {
      const victim = await startServerProcess({ ...env, FAULT_POINT: point });
      const booking = {
        coachId,
        start: `${inDays(20)}T${String((bookings += 1)).padStart(2, '0')}:00:00Z`,
        attendee: { name: 'Ana Diaz', email: `ana${bookings}@example.com` },
      };
      const book = (server: ServerProcess) =>
        call(server, 'POST', '/v1/bookings', booking, { 'Idempotency-Key': `booking-${bookings}` });
      // The process may die of its delivery before the answer has left it: the request is sent again then.
      await book(victim).catch(() => undefined);
      await victim.gone;
      const others = await Promise.all([1, 2].map(() => startServerProcess(env)));
      try {
        const made = await book(others[0]!);
        expect(made.status).toBe(201);
        const bookingId = made.body.data.id as string;
        const delivery = async () => {
          const { body } = await call(others[0]!, 'GET', `/v1/webhook-deliveries?bookingId=${bookingId}`);
          return (body.data as unknown as { state: string; eventId: string }[])[0];
        };
        await expect.poll(async () => (await delivery())?.state, { timeout: 30_000, interval: 200 }).toBe('delivered');
        const { eventId } = (await delivery())!;
        const arrived = received.filter(({ id }) => id === eventId);
        expect(arrived.length).toBeGreaterThan(0);
        expect(arrived.length).toBeLessThanOrEqual(2);
        expect(new Set(arrived.map(({ body }) => body)).size).toBe(1);
        const event = JSON.parse(arrived[0]!.body) as { type: string; data: { object: { id: string } } };
        expect([event.type, event.data.object.id]).toEqual(['booking.created', bookingId]);
      } finally {
        await Promise.all(others.map((server) => server.stop()));
      }
    },
    60_000,
  );
});
