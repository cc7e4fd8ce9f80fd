// GET slots and POST bookings of the built server against a bare Express peer, on one store in a process of its own. 20
// connections, the two in turn, medians of the rounds. Prints requests per second, p99 and the ratio; returns whether
// both goals are met.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';

const root = join(import.meta.dirname, '../..');
const connections = 20;
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const goals = { 'GET slots': 0.5, 'POST bookings': 0.2 };
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const authorization = { authorization: 'Bearer sk_test_demo', 'content-type': 'application/json' };

const running = [];
const start = async (file, env) => {
  const child = fork(join(root, file), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.push(child);
  const [{ url }] = await once(child, 'message');
  return url;
};

async function startStore(folder) {
  const child = spawn(process.execPath, [join(root, 'packages/embedded-mongodb/dist/bin.js'), '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /mongodb:\/\/\S+/.exec(line);
    if (found) return found[0];
  }
  throw new Error('The store ended before it served.');
}

async function ask(url, method, path, body) {
  const response = await fetch(url + path, {
    method,
    headers: authorization,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.data;
}

const day = 86_400_000;
const tomorrow = Math.ceil(Date.now() / day) * day + day;
const newCoach = (url, slug) =>
  ask(url, 'POST', '/v1/coaches', {
    name: 'Bench',
    slug,
    timeZone: 'UTC',
    schedule: {
      timeZone: 'UTC',
      workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
      slotInterval: 15,
      bookingWindow: 730,
    },
    services: [{ title: 'Quarter', duration: 15 }],
  });
const instant = (ms) => new Date(ms).toISOString();
const bookingInput = (coach, n) => ({
  coachId: coach.id,
  serviceId: coach.services[0].id,
  start: instant(tomorrow + (n % 600) * day + Math.floor(n / 600) * 900_000),
  attendee: { name: 'Ana Diaz', email: `ana${n % 50}@example.com` },
});

/** Returns a month in which a coach with office hours has 200 bookings. */
async function busyMonth(url) {
  const coach = await ask(url, 'POST', '/v1/coaches', {
    name: 'Busy',
    slug: 'bench-busy',
    timeZone: 'America/New_York',
    schedule: {
      timeZone: 'America/New_York',
      workingHours: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, start: '07:00', end: '21:00' })),
      bookingWindow: 730,
    },
    services: [{ title: 'Half hour', duration: 30 }],
  });
  const from = instant(tomorrow);
  const to = instant(tomorrow + 31 * day);
  const path = `/v1/coaches/${coach.id}/slots?from=${from}&to=${to}&serviceId=${coach.services[0].id}`;
  const { slots } = await ask(url, 'GET', path);
  const step = slots.length / 200;
  for (let n = 0; n < 200; n++)
    await ask(url, 'POST', '/v1/bookings', {
      coachId: coach.id,
      serviceId: coach.services[0].id,
      start: slots[Math.floor(n * step)].start,
      attendee: { name: 'Ana Diaz', email: `ana${n}@example.com` },
    });
  const ids = [`${coach.id}:head`, `${coach.id}:places`];
  for (let at = tomorrow - day; at <= tomorrow + 32 * day; at += day)
    ids.push(`${coach.id}:${instant(at).slice(0, 10)}`);
  return { path, ids };
}

const run = (options) => autocannon({ connections, duration: seconds, headers: authorization, ...options });

async function compare(name, ours, peer) {
  const seen = { ours: [], peer: [] };
  for (let round = 0; round <= rounds; round++)
    for (const [who, options] of [
      ['ours', ours],
      ['peer', peer],
    ]) {
      const { requests, latency, non2xx, errors } = await run(options());
      if (non2xx + errors > 0) throw new Error(`${name}, ${who}: ${non2xx} refused, ${errors} failed`);
      if (round > 0) seen[who].push({ rate: requests.average, p50: latency.p50, p99: latency.p99 });
    }
  const of = (who, what) => median(seen[who].map((one) => one[what]));
  const ratio = median(seen.ours.map(({ rate }, n) => rate / seen.peer[n].rate));
  for (const who of ['ours', 'peer'])
    console.log(
      `${name.padEnd(14)} ${who}  ${of(who, 'rate').toFixed(0).padStart(6)} requests/s  p50 ${of(who, 'p50')} ms  p99 ${of(who, 'p99')} ms`,
    );
  console.log(`${name.padEnd(14)} ratio ${ratio.toFixed(2)} (goal: at least ${goals[name]})`);
  return ratio >= goals[name];
}

export async function benchApi() {
  const folder = await mkdtemp(join(tmpdir(), 'coach-booking-bench-'));
  try {
    const uri = await startStore(folder);
    const limits = {
      LIMIT_READS: '100000000',
      LIMIT_WRITES: '100000000',
      LIMIT_HOLDS: '100000000',
      LOG_LEVEL: 'fatal',
    };
    // As in production: responses are validated in development and tests only.
    const checks = { VALIDATE_RESPONSES: '0' };
    const url = await start('packages/server/dist/main.js', {
      MONGODB_URI: uri,
      DEMO: '1',
      PORT: '0',
      SIGNING_SECRET: 'a secret of the benchmark, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      ...limits,
      ...checks,
    });
    const { path, ids } = await busyMonth(url);
    const ready = await (await fetch(url + path, { headers: authorization })).text();
    const peer = await start('test/benchmark/peer-server.mjs', {
      MONGODB_URI: uri,
      READ_IDS: JSON.stringify(ids),
      READY_ANSWER: ready,
    });
    const reads = await compare(
      'GET slots',
      () => ({ url: url + path }),
      () => ({ url: `${peer}/slots` }),
    );

    const coaches = await Promise.all(Array.from({ length: 20 }, (_, n) => newCoach(url, `bench-${n}`)));
    let n = 0;
    const next = (request) => {
      n += 1;
      return {
        ...request,
        body: JSON.stringify(bookingInput(coaches[n % coaches.length], Math.floor(n / coaches.length))),
      };
    };
    const posts = (target) => () => ({
      url: target,
      requests: [{ method: 'POST', path: new URL(target).pathname, setupRequest: next }],
    });
    const writes = await compare('POST bookings', posts(`${url}/v1/bookings`), posts(`${peer}/bookings`));
    return reads && writes;
  } finally {
    for (const child of running.reverse()) {
      const gone = child.exitCode === null ? once(child, 'exit') : null;
      child.kill('SIGTERM');
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  }
}
