// Books without pause through losses of the primary, on two built server processes over one database, and checks what
// is left. Needs MONGODB_URI, and MONGODB_FAILOVER: a command that loses the primary and has its standby take over.
// node test/faults/lost-primary.mjs [losses, default 2]; ends with 1 when anything acknowledged is lost or overlaps, or
// an answer is neither good, a refusal nor 503.
import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startServer } from '../support/start-built-server.mjs';

const losses = Number(process.argv[2] ?? 2);
const { MONGODB_URI, MONGODB_FAILOVER } = process.env;
if (!MONGODB_URI || !MONGODB_FAILOVER) throw new Error('MONGODB_URI and MONGODB_FAILOVER must be given');

const env = {
  MONGODB_URI,
  DEMO: '1',
  SIGNING_SECRET: 'a secret of the tests, long enough',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  LIMIT_READS: '1000000',
  LIMIT_WRITES: '1000000',
  LIMIT_HOLDS: '1000000',
};
const headers = {
  Authorization: 'Bearer sk_test_demo',
  'Content-Type': 'application/json',
  'X-Test-Now': '2030-06-01T00:00:00Z',
};
const MINUTES_15 = 900_000;

const servers = [await startServer(env), await startServer(env)];
const ask = async (n, method, path, body, more) => {
  const response = await fetch(servers[n % 2].url + path, {
    method,
    headers: { ...headers, ...more },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

const coaches = [];
for (let i = 0; i < 4; i += 1) {
  const { body } = await ask(0, 'POST', '/v1/coaches', {
    name: `Steady ${i}`,
    timeZone: 'UTC',
    schedule: {
      timeZone: 'UTC',
      slotInterval: 15,
      workingHours: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
    },
    services: [{ title: 'Half an hour', duration: 30 }],
  });
  coaches.push({ id: body.data.id, serviceId: body.data.services[0].id });
}

const statuses = {};
const acknowledged = new Map();
let maxMs = 0;
let over = false;
/**
 * Books starts a quarter of an hour apart, so that neighbours overlap, and repeats what was refused with 503, with the
 * same key.
 */
const booker = async (n) => {
  for (let i = 0; !over; i += 1) {
    const coach = coaches[(n + i) % coaches.length];
    const start = new Date(
      Date.parse('2030-06-03T00:00:00Z') + ((n * 7919 + i * 31) % (5 * 96)) * MINUTES_15,
    ).toISOString();
    const key = { 'Idempotency-Key': `lost-${n}-${i}-primary` };
    const booking = {
      coachId: coach.id,
      serviceId: coach.serviceId,
      start,
      attendee: { name: `Racer ${n}`, email: `racer${n}-${i}@example.com` },
    };
    for (let tries = 0; tries < 100; tries += 1) {
      const began = performance.now();
      const { status, body } = await ask(n, 'POST', '/v1/bookings', booking, key);
      maxMs = Math.max(maxMs, performance.now() - began);
      const outcome = `${status}${status < 300 ? '' : ` ${body.code}`}`;
      statuses[outcome] = (statuses[outcome] ?? 0) + 1;
      if (status === 201) acknowledged.set(body.data.id, { coachId: coach.id, start });
      if (status !== 503) break;
      await pause(100);
    }
  }
};
const bookers = Promise.all([...Array(8).keys()].map(booker));
for (let lost = 0; lost < losses; lost += 1) {
  await pause(4000);
  await promisify(execFile)(MONGODB_FAILOVER);
  console.log(`the primary was lost (${lost + 1}), ${acknowledged.size} bookings acknowledged so far`);
}
await pause(4000);
over = true;
await bookers;

const faults = [];
const kept = new Set();
for (const { id } of coaches) {
  const { status, body } = await ask(1, 'GET', `/v1/coaches/${id}/calendar?from=2030-06-03&to=2030-06-07`);
  if (status !== 200) faults.push(`the calendar answered ${status}`);
  const taken = (body.data?.bookings ?? [])
    .filter((one) => one.status !== 'cancelled')
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  for (const [at, one] of taken.entries()) {
    kept.add(one.id);
    if (at > 0 && Date.parse(one.start) < Date.parse(taken[at - 1].end))
      faults.push(`${one.id} overlaps ${taken[at - 1].id}`);
  }
}
const missing = [...acknowledged.keys()].filter((id) => !kept.has(id));
if (missing.length > 0) faults.push(`${missing.length} acknowledged bookings are lost`);
const strange = Object.keys(statuses).filter((outcome) => /^5/.test(outcome) && outcome !== '503 NOT_READY');
if (strange.length > 0) faults.push(`answers that should have been 503: ${strange.join(', ')}`);
if (acknowledged.size < 50) faults.push(`only ${acknowledged.size} bookings were made`);
await Promise.all(servers.map((server) => server.stop()));
console.log(
  JSON.stringify({
    losses,
    acknowledged: acknowledged.size,
    kept: kept.size,
    statuses,
    longestMs: Math.round(maxMs),
  }),
);
console.log(
  faults.length > 0
    ? faults.join('\n')
    : 'nothing acknowledged was lost, nothing overlaps, and no answer was worse than 503',
);
process.exit(faults.length > 0 ? 1 : 0);
