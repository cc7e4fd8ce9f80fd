import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openLimits } from '../support/api.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore, type SharedStore } from '../support/store-process.ts';

/** The places where a process may die while it sends the messages of a booking, in the order of the work. */
const beforeItLeaves = [
  'before deliveries.insert',
  'after deliveries.insert',
  'after bookings.drop',
  'after bookings.drop, after deliveries.lease',
  'after deliveries.startSending',
];
const onceItLeft = ['after deliveries.startSending, before deliveries.settle', 'after deliveries.settle'];

interface Received {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
}
interface Message {
  readonly kind: string;
  readonly to: { readonly role: string };
  readonly channel: string;
  readonly state: string;
}

const operatorKey = 'the operator key of the tests, long enough'.replaceAll(' ', '-');
/** A day far enough for no reminder, within the booking window. */
const tomorrows = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a mail that a dying process was sending', () => {
  const received: Received[] = [];
  let smtp: SMTPServer;
  let store: SharedStore;
  let env: Record<string, string>;
  let key: string;
  let coachId: string;
  let bookings = 0;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData(stream, { envelope }, done) {
        void buffer(stream)
          .then((eml) => new PostalMime().parse(eml))
          .then(({ subject = '', messageId = '' }) => {
            received.push({ to: envelope.rcptTo[0]!.address, subject, messageId });
            done();
          });
      },
    });
    // A process that is killed breaks its connection.
    smtp.on('error', () => undefined);
    await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening));
    store = await startSharedStore();
    env = {
      MONGODB_URI: store.uri,
      SIGNING_SECRET: 'a secret of the tests, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      OPERATOR_KEY: operatorKey,
      SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
      MAIL_FROM: 'Harbour <book@fit.example>',
      MESSAGE_LEASE_SECONDS: '1',
      ...openLimits,
    };
    const server = await startServerProcess(env);
    const opened = await ask(
      server.url,
      'POST',
      '/v1/partners',
      {
        name: 'Harbour',
        slug: 'harbour',
        allowedOrigins: ['https://fit.example'],
        admin: { email: 'kim@fit.example' },
      },
      { Authorization: `Bearer ${operatorKey}` },
    );
    expect(opened.status).toBe(201);
    key = (opened.body.data.keys as { secret: { live: string } }).secret.live;
    const { body } = await call(server, 'POST', '/v1/coaches', {
      name: 'Maria',
      timeZone: 'UTC',
      schedule: {
        timeZone: 'UTC',
        workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
      },
      services: [{ title: 'Hour', duration: 60 }],
    });
    coachId = body.data.id as string;
    await server.stop();
  }, 60_000);

  afterAll(async () => {
    await store?.stop();
    await new Promise<void>((closed) => smtp.close(closed));
  });

  const call = (server: ServerProcess, method: string, path: string, body?: unknown) =>
    ask(server.url, method, path, body, { Authorization: `Bearer ${key}` });

  /** Books through a process that dies at this point of sending, and lets three others go on. */
  async function tellsAfterDeathAt(point: string): Promise<{ mails: Received[]; message: Message }> {
    const victim = await startServerProcess({ ...env, FAULT_POINT: point });
    const email = `ana${(bookings += 1)}@example.com`;
    const made = await call(victim, 'POST', '/v1/bookings', {
      coachId,
      start: `${tomorrows(20)}T${String(bookings).padStart(2, '0')}:00:00Z`,
      attendee: { name: 'Ana Diaz', email },
    });
    expect(made.status).toBe(201);
    await victim.gone;
    const others = await Promise.all([1, 2, 3].map(() => startServerProcess(env)));
    try {
      const mailOf = async () => {
        const { body } = await call(others[0]!, 'GET', `/v1/bookings/${made.body.data.id as string}/messages`);
        return (body.data as unknown as Message[]).find(
          ({ kind, to, channel }) => kind === 'confirmed' && to.role === 'attendee' && channel === 'email',
        );
      };
      await expect
        .poll(async () => (await mailOf())?.state, { timeout: 30_000, interval: 200 })
        .not.toMatch(/^(due|leased|sending|undefined)$/);
      return { mails: received.filter(({ to }) => to === email), message: (await mailOf())! };
    } finally {
      await Promise.all(others.map((server) => server.stop()));
    }
  }

  test.each(beforeItLeaves)(
    'leaves once, from another process, when the first one dies %s',
    async (point) => {
      const { mails, message } = await tellsAfterDeathAt(point);
      expect(message.state).toBe('sent');
      expect(mails).toHaveLength(1);
    },
    60_000,
  );

  test.each(onceItLeft)(
    'R9: leaves once more at most, with the same Message-ID, when the first one dies %s',
    async (point) => {
      const { mails, message } = await tellsAfterDeathAt(point);
      expect(message.state).toBe('sent');
      expect(mails.length).toBeLessThanOrEqual(2);
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    },
    60_000,
  );
});
