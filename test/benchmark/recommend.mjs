// Recommending for a coach's month against listing its slots, on one built server in one run. 20 connections, the two in
// turn, medians of the rounds, with what each coach has: 200 bookings, and counts of each hour of the week. Prints requests
// per second and the ratio; returns whether recommending costs at most twice as much.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';

const root = join(import.meta.dirname, '../..');
const connections = 20;
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const goal = 2;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const authorization = { authorization: 'Bearer sk_test_demo', 'content-type': 'application/json' };
const day = 86_400_000;
const tomorrow = Math.ceil(Date.now() / day) * day + day;
const instant = (ms) => new Date(ms).toISOString();

async function ask(url, method, path, body, headers = authorization) {
  const response = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** Returns the paths of a month of a coach with 200 bookings, and of its recommendations. */
async function busyMonth(url) {
  const coach = await ask(url, 'POST', '/v1/coaches', {
    name: 'Busy',
    slug: 'bench-recommended',
    timeZone: 'America/New_York',
    schedule: {
      timeZone: 'America/New_York',
      workingHours: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, start: '07:00', end: '21:00' })),
      bookingWindow: 730,
    },
    services: [{ title: 'Half hour', duration: 30 }],
  });
  const range = `from=${instant(tomorrow)}&to=${instant(tomorrow + 31 * day)}&serviceId=${coach.services[0].id}`;
  const slots = `/v1/coaches/${coach.id}/slots?${range}`;
  const { slots: free } = await ask(url, 'GET', slots);
  const step = free.length / 200;
  for (let n = 0; n < 200; n++)
    await ask(url, 'POST', '/v1/bookings', {
      coachId: coach.id,
      serviceId: coach.services[0].id,
      start: free[Math.floor(n * step)].start,
      attendee: { name: 'Ana Diaz', email: `ana${n}@example.com` },
    });
  // Visits, of which one in ten is counted.
  const visitor = { 'x-publishable-key': 'pk_test_demo', origin: url };
  for (let n = 0; n < 60; n++) await ask(url, 'GET', `${slots}&include=coach`, undefined, visitor);
  return { slots, recommendations: `/v1/coaches/${coach.id}/recommendations?${range}` };
}

export async function benchRecommend() {
  const folder = await mkdtemp(join(tmpdir(), 'coach-booking-bench-'));
  const server = fork(join(root, 'packages/server/dist/main.js'), {
    env: {
      ...process.env,
      DEMO: '1',
      PORT: '0',
      DATA_DIR: folder,
      LIMIT_READS: '100000000',
      LIMIT_WRITES: '100000000',
      LIMIT_HOLDS: '100000000',
      LOG_LEVEL: 'fatal',
      VALIDATE_RESPONSES: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const [{ url }] = await once(server, 'message');
    const paths = await busyMonth(url);
    const seen = { slots: [], recommendations: [] };
    for (let round = 0; round <= rounds; round++)
      for (const [name, path] of Object.entries(paths)) {
        const { requests, non2xx, errors } = await autocannon({
          url: url + path,
          connections,
          duration: seconds,
          headers: authorization,
        });
        if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx} refused, ${errors} failed`);
        if (round > 0) seen[name].push(requests.average);
      }
    for (const [name, rates] of Object.entries(seen))
      console.log(`${name.padEnd(16)} ${median(rates).toFixed(0).padStart(6)} requests/s`);
    const ratio = median(seen.slots.map((rate, round) => rate / seen.recommendations[round]));
    console.log(`a recommendation costs ${ratio.toFixed(2)} times a list of the slots (goal: at most ${goal})`);
    return ratio <= goal;
  } finally {
    const gone = server.exitCode === null ? once(server, 'exit') : null;
    server.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  }
}
