// A page of 20 of a list among 1,000,000 bookings against the same among 1,000 (BENCH_BOOKINGS for other sizes), each
// on an embedded store of its own, over HTTP. Prints medians in milliseconds and the ratio; returns whether each is
// within twice. Then the statistics of them all, and how long other requests take meanwhile.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';

const root = join(import.meta.dirname, '../..');
const sizes = [1000, Number(process.env.BENCH_BOOKINGS ?? 1_000_000)];
const rounds = Number(process.env.BENCH_ROUNDS ?? 40);
const goal = 2;
/** Milliseconds below which a difference is noise. */
const floor = 5;
/**
 * The range of the largest statistics; the seconds in which they have to be answered, and all other requests meanwhile.
 */
const days = 730;
const statsGoal = { seconds: 15, others: 0.5 };
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const headers = { authorization: 'Bearer sk_test_demo', 'content-type': 'application/json' };
const secrets = {
  SIGNING_SECRET: 'a secret of the benchmark, long enough',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
};

async function ask(url, path, body) {
  const response = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}

/**
 * Bookings like one that the server itself has made, all over two years of the coach; 50 are pending, so that a page of
 * them is full.
 */
async function fill(uri, id, count) {
  const connection = await mongoose.createConnection(uri).asPromise();
  const bookings = connection.collection('bookings');
  const like = await bookings.findOne({ _id: id });
  const interval = (days * 86_400_000) / count;
  const rowOf = (n) => {
    const start = new Date(Date.UTC(2000, 0, 1, 12) + n * interval);
    const local = { date: start.toISOString().slice(0, 10), hour: start.getUTCHours(), weekday: start.getUTCDay() };
    const time = { start, end: new Date(start.getTime() + 900_000), local };
    const status = n % (count / 50) === 7 ? 'pending' : 'completed';
    return { ...like, _id: n.toString(16).padStart(24, '0'), time, status, claims: [], createdAt: start };
  };
  const batch = 5000;
  for (let from = 0; from < count; from += batch)
    await bookings.insertMany(Array.from({ length: Math.min(batch, count - from) }, (_, i) => rowOf(from + i)));
  await connection.close();
}

async function measure(count) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-lists-'));
  const store = spawn(process.execPath, [join(root, 'packages/embedded-mongodb/dist/bin.js'), '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let server;
  try {
    let uri;
    for await (const line of createInterface({ input: store.stdout }))
      if ((uri = /mongodb:\/\/\S+/.exec(line)?.[0])) break;
    const env = {
      PATH: process.env.PATH,
      PORT: '0',
      DEMO: '1',
      MONGODB_URI: uri,
      LOG_LEVEL: 'fatal',
      LIMIT_READS: '1000000',
      ...secrets,
    };
    server = fork(join(root, 'packages/server/dist/main.js'), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const started = await Promise.race([once(server, 'message'), once(server, 'exit').then(() => null)]);
    if (!started) throw new Error('The server ended before it served.');
    const [{ url }] = started;
    const [coach] = (await ask(url, '/v1/coaches')).data;
    const attendee = { name: 'Bench', email: 'bench@mail.example' };
    const { data } = await ask(url, '/v1/bookings', { coachId: coach.id, placeNumber: 29, attendee });
    await fill(uri, data.id, count);
    // The connection from before is closed by now, which a request may find out by failing.
    await fetch(`${url}/healthz`).catch(() => undefined);
    const lists = {
      'all bookings': '/v1/bookings?limit=20',
      'the last of all': '/v1/bookings?limit=20&order=desc',
      'pending ones of all': '/v1/bookings?limit=20&status=pending',
      'a coach’s': `/v1/coaches/${coach.id}/bookings?limit=20`,
      'a coach’s pending ones': `/v1/coaches/${coach.id}/bookings?limit=20&status=pending`,
      'a month': '/v1/bookings?limit=20&from=2000-01-03&to=2000-02-03',
    };
    const found = {};
    for (const [name, path] of Object.entries(lists)) {
      const times = [];
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now();
        await ask(url, path);
        times.push(performance.now() - begun);
      }
      found[name] = median(times);
    }
    return { found, statistics: await statistics(url, coach.id, count) };
  } finally {
    for (const child of [server, store].filter((one) => one?.exitCode === null)) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Returns the statistics of all bookings, while others ask for a page again and again. In seconds. */
async function statistics(url, coachId, count) {
  const begun = performance.now();
  let isDone = false;
  // A client that receives nothing for half a minute is cut off, which `fetch` rejects with a TypeError.
  const asked = ask(url, `/v1/coaches/${coachId}/bookings/stats?from=2000-01-01&to=2001-12-31`)
    .catch((error) => (error instanceof TypeError ? null : Promise.reject(error)))
    .finally(() => (isDone = true));
  const others = [];
  while (!isDone) {
    const from = performance.now();
    await ask(url, '/v1/bookings?limit=20');
    others.push((performance.now() - from) / 1000);
  }
  const answered = await asked;
  const total = answered?.data.summary.total;
  if (answered && total !== count) throw new Error(`The statistics have ${total} of ${count} bookings.`);
  return {
    seconds: answered ? (performance.now() - begun) / 1000 : Infinity,
    others: Math.max(...others),
    usually: median(others),
  };
}

export async function benchLists() {
  const [{ found: small }, { found: many, statistics: stats }] = [await measure(sizes[0]), await measure(sizes[1])];
  let isMet = true;
  for (const name of Object.keys(small)) {
    const ratio = Math.max(many[name], floor) / Math.max(small[name], floor);
    isMet &&= ratio <= goal;
    const [a, b] = [small[name], many[name]].map((ms) => `${ms.toFixed(1)} ms`);
    console.log(`${name}: ${a} among ${sizes[0]}, ${b} among ${sizes[1]}: ${ratio.toFixed(2)} times, goal ${goal}`);
  }
  isMet &&= stats.seconds <= statsGoal.seconds && stats.others <= statsGoal.others;
  const meanwhile = `a page meanwhile ${(stats.usually * 1000).toFixed(0)} ms, at most ${(stats.others * 1000).toFixed(0)} ms`;
  console.log(
    `statistics of ${sizes[1]}: ${stats.seconds.toFixed(1)} s, goal ${statsGoal.seconds}; ${meanwhile}, goal ${statsGoal.others * 1000}`,
  );
  return isMet;
}
