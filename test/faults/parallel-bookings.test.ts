import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openLimits, type Answered } from '../support/api.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore, type SharedStore } from '../support/store-process.ts';

const minute = 60_000;
const durations = [30, 45, 60, 90] as const;
const bufferAfter = 15 * minute;
/** A Monday far from any clock change, with a moved test clock so that notice and window never interfere. */
const day = '2030-06-03';
const testNow = { 'X-Test-Now': '2030-06-01T00:00:00Z' };

let store: SharedStore;
let servers: ServerProcess[];

beforeAll(async () => {
  store = await startSharedStore();
  const env = {
    MONGODB_URI: store.uri,
    DEMO: '1',
    SIGNING_SECRET: 'a secret of the tests, long enough',
    ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
    ...openLimits,
  };
  const first = await startServerProcess(env);
  servers = [first, ...(await Promise.all([startServerProcess(env), startServerProcess(env)]))];
}, 120_000);

afterAll(async () => {
  await Promise.all(servers?.map((server) => server.stop()) ?? []);
  await store?.stop();
});

interface Bookable {
  readonly id: string;
  readonly serviceIds: readonly string[];
}

let coaches = 0;
async function newCoach(): Promise<Bookable> {
  const { status, body } = await ask(servers[0]!.url, 'POST', '/v1/coaches', {
    name: 'Racer',
    slug: `racer-${(coaches += 1)}`,
    timeZone: 'UTC',
    schedule: {
      timeZone: 'UTC',
      workingHours: [{ dayOfWeek: 1, start: '00:00', end: '24:00' }],
      slotInterval: 15,
      bufferAfter: 15,
    },
    services: durations.map((duration) => ({ title: `${duration} minutes`, slug: `m-${duration}`, duration })),
  });
  expect(status).toBe(201);
  return { id: body.data.id as string, serviceIds: (body.data.services as { id: string }[]).map(({ id }) => id) };
}

interface WantedSlot {
  readonly serviceId: string;
  readonly start: string;
  readonly end: number;
}

const input = (coach: Bookable, service: number, quarter: number): WantedSlot => {
  const start = Date.parse(`${day}T00:00:00Z`) + quarter * 15 * minute;
  return {
    serviceId: coach.serviceIds[service]!,
    start: new Date(start).toISOString(),
    end: start + durations[service]! * minute,
  };
};

const book = (coach: Bookable, { serviceId, start }: WantedSlot, n: number, dryRun = false): Promise<Answered> =>
  ask(
    servers[n % servers.length]!.url,
    'POST',
    `/v1/bookings${dryRun ? '?dryRun=true' : ''}`,
    { coachId: coach.id, serviceId, start, attendee: { name: `Racer ${n}`, email: `racer${n}@example.com` } },
    testNow,
  );

/** Returns every booking of the day in the calendar, by start. */
async function calendar(coach: Bookable): Promise<{ id: string; start: number; end: number }[]> {
  const { body } = await ask(
    servers[1]!.url,
    'GET',
    `/v1/coaches/${coach.id}/calendar?from=2030-06-03&to=2030-06-04`,
    undefined,
    testNow,
  );
  return (body.data.bookings as { id: string; start: string; end: string }[])
    .map(({ id, start, end }) => ({ id, start: Date.parse(start), end: Date.parse(end) }))
    .sort((a, b) => a.start - b.start);
}

async function raceFor(coach: Bookable, inputs: readonly WantedSlot[]) {
  const answers = await Promise.all(inputs.map((one, n) => book(coach, one, n)));
  const won = inputs.flatMap((one, n) =>
    answers[n]!.status === 201 ? [{ ...one, id: answers[n]!.body.data.id as string }] : [],
  );
  const refused = inputs.filter((_, n) => answers[n]!.status !== 201);
  const kept = await calendar(coach);

  expect(
    new Set(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).filter((outcome) => outcome !== '201 ')),
  ).toEqual(new Set(refused.length > 0 ? ['409 SLOT_TAKEN'] : []));
  expect(kept.map(({ id }) => id).sort()).toEqual(won.map(({ id }) => id).sort());
  for (const [i, next] of kept.slice(1).entries())
    expect(next.start - kept[i]!.end).toBeGreaterThanOrEqual(bufferAfter);
  const meets = ({ start, end }: WantedSlot) =>
    kept.some((one) => Date.parse(start) < one.end + bufferAfter && end + bufferAfter > one.start);
  expect(refused.filter((one) => !meets(one))).toEqual([]);
  return { won, refused };
}

describe.each([50, 500])('%i parallel requests over three server processes', (many) => {
  test('makes exactly one booking for one slot', async () => {
    const coach = await newCoach();
    const { won, refused } = await raceFor(
      coach,
      Array.from({ length: many }, () => input(coach, 2, 40)),
    );
    expect(won).toHaveLength(1);
    expect((await book(coach, refused[0]!, 0, true)).body.code).toBe('SLOT_TAKEN');
  }, 60_000);

  test('makes disjoint bookings for overlapping slots, and refuses none that fits afterwards', async () => {
    const coach = await newCoach();
    let seed = many;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const { refused } = await raceFor(
      coach,
      Array.from({ length: many }, () => input(coach, random(durations.length), random(80))),
    );
    const again = await Promise.all(refused.slice(0, 60).map((one, n) => book(coach, one, n, true)));
    expect(new Set(again.map(({ body }) => body.code))).toEqual(new Set(['SLOT_TAKEN']));
  }, 60_000);
});
