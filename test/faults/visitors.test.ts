import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openLimits, type Answered } from '../support/api.ts';
import { scratchFolder, startServerProcess, type ServerProcess } from '../support/server-process.ts';

const testNow = { 'X-Test-Now': '2030-06-01T00:00:00Z' };

let server: ServerProcess;
let folder: Awaited<ReturnType<typeof scratchFolder>>;
let coachId: string;
let serviceId: string;

beforeAll(async () => {
  folder = await scratchFolder();
  server = await startServerProcess({ DATA_DIR: folder.path, ...openLimits });
  // In test mode caps hold once the partner sets them; these are live mode's own.
  const caps = { bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 };
  expect((await ask(server.url, 'PATCH', '/v1/partner', { guestCaps: caps })).status).toBe(200);
  const { body } = await ask(server.url, 'POST', '/v1/coaches', {
    name: 'Sought',
    slug: 'sought',
    timeZone: 'UTC',
    capacity: 30,
    schedule: {
      workingHours: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, start: '09:00', end: '17:00' })),
      slotInterval: 60,
    },
    services: [{ title: 'Hour', duration: 60 }],
  });
  coachId = body.data['id'] as string;
  serviceId = (body.data['services'] as { id: string }[])[0]!.id;
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await folder?.remove();
});

/** Sends a request like a browser on a page of the partner, with the publishable key. */
const visit = async (path: string, body: object): Promise<Answered & { readonly retryAfter: string | null }> => {
  const response = await fetch(`${server.url}/v1${path}`, {
    method: 'POST',
    headers: {
      'X-Publishable-Key': 'pk_test_demo',
      Origin: server.demoUrl!,
      'Content-Type': 'application/json',
      ...testNow,
    },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    body: (await response.json()) as Answered['body'],
    retryAfter: response.headers.get('retry-after'),
  };
};
/** `n` is the nth hour that the coach works from Monday, 3 June 2030, on. */
const startAt = (n: number): string => new Date(Date.UTC(2030, 5, 3 + Math.floor(n / 8), 9 + (n % 8))).toISOString();
const book = (n: number) =>
  visit('/bookings', {
    coachId,
    serviceId,
    start: startAt(n),
    attendee: { name: `Made Up ${n}`, email: `made-up-${n}@gmail.com` },
  });
const freeSlots = async (): Promise<number> => {
  const { body } = await ask(
    server.url,
    'GET',
    `/v1/coaches/${coachId}/slots?from=2030-06-03&to=2030-06-07`,
    undefined,
    testNow,
  );
  return (body.data['slots'] as unknown[]).length;
};

describe('S7 one address, with the publishable key of a page, against a server in a process of its own', () => {
  test('(b) keeps no more than two times of a coach, however many it asks for, and others still see the rest', async () => {
    const before = await freeSlots();
    for (let n = 0; n < 30; n++) await visit('/holds', { coachId, serviceId, start: startAt(n) });
    const kept = before - (await freeSlots());
    expect([1, 2]).toContain(kept);
  }, 60_000);

  test('(a) takes ten of 30 places with 28 bookings at once, and returns when to try again', async () => {
    const answers = await Promise.all(Array.from({ length: 28 }, (_, n) => book(n)));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(10);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['BOOKING_LIMIT']));
    expect(Number(refused[0]!.retryAfter)).toBeGreaterThan(86_000);
  }, 60_000);

  test('shows the coach one burst, which is removed in one act', async () => {
    const { body } = await ask(server.url, 'GET', `/v1/coaches/${coachId}/bursts`, undefined, testNow);
    const [burst] = body.data as unknown as { id: string; bookings: unknown[] }[];
    expect(burst!.bookings.length).toBeGreaterThanOrEqual(5);
    const { body: removed } = await ask(
      server.url,
      'POST',
      `/v1/coaches/${coachId}/bursts/${burst!.id}/cancel`,
      { block: true },
      testNow,
    );
    expect((removed.data['cancelled'] as unknown[]).length).toBe(burst!.bookings.length);
    expect(await book(35)).toMatchObject({ status: 429, body: { code: 'BOOKING_LIMIT' } });
    expect(await freeSlots()).toBe(40);
  }, 60_000);
});
