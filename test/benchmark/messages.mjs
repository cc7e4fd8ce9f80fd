// 10,000 reminders that are due within one minute, on two built servers that share an embedded store and an SMTP
// server: how late the latest is, and whether any came twice. Then deliveries a second of one server against a bare
// loop that does the same find-and-modify and send. Prints both; returns whether the goals are met.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { SMTPServer } from 'smtp-server';

const root = join(import.meta.dirname, '../..');
const inAMinute = Number(process.env.BENCH_REMINDERS ?? 10_000);
const atOnce = 3000;
const coaches = 100;
const part = 500;
const minute = 60_000;
const day = 86_400_000;
/** Milliseconds by which the latest may be late, and the part of the bare loop's speed. */
const goals = { late: minute, ratio: 0.1 };
const operatorKey = 'the-operator-key-of-the-benchmark-long-enough';

/** Returns an SMTP server that takes everything and counts by Message-ID. */
async function startSink() {
  const counts = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      let head = '';
      stream.on('data', (chunk) => (head.length < 4096 ? (head += chunk) : undefined));
      stream.on('end', () => {
        const id = /^Message-ID:\s*(\S+)/im.exec(head)?.[1] ?? '';
        counts.set(id, (counts.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { counts, url: `smtp://127.0.0.1:${server.server.address().port}`, close: () => server.close() };
}

async function send(url, key, path, body, type = 'application/json') {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': type },
    body: type === 'text/csv' ? body : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok || answer.data.refused > 0) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 500)}`);
  return answer.data;
}

/** Bookings in two months and later, hours apart for each coach, of 2,000 people. */
async function importBookings(url, key, count) {
  const names = Array.from({ length: coaches }, (_, n) => `c${n},Bench ${n},UTC`);
  await send(url, key, '/v1/imports/coaches', ['externalId,name,timeZone', ...names].join('\r\n'), 'text/csv');
  const first = Math.floor(Date.now() / day) * day + 60 * day;
  const header = 'externalId,coachExternalId,start,duration,attendeeName,attendeeEmail,serviceTitle';
  for (let from = 0; from < count; from += part) {
    const lines = Array.from({ length: Math.min(part, count - from) }, (_, i) => {
      const n = from + i;
      const start = new Date(first + Math.floor(n / coaches) * 2 * 3_600_000).toISOString();
      return `b${n},c${n % coaches},${start},60,Person ${n % 2000},person${n % 2000}@mail.example,Strength session`;
    });
    await send(url, key, '/v1/imports/bookings', [header, ...lines].join('\r\n'), 'text/csv');
  }
}

const reminders = { kind: 'reminder', channel: 'email', role: 'attendee' };

/** Makes these due from an instant on, at even distances. */
async function makeDue(rows, ids, from, length) {
  const updates = ids.map((_id, n) => ({
    updateOne: { filter: { _id }, update: { $set: { dueAt: new Date(from + (n * length) / ids.length) } } },
  }));
  for (let at = 0; at < updates.length; at += 1000)
    await rows.bulkWrite(updates.slice(at, at + 1000), { ordered: false });
}

async function settled(rows, ids, seconds) {
  const end = Date.now() + seconds * 1000;
  const open = () =>
    rows.countDocuments({ _id: { $in: ids.slice(-part) }, state: { $in: ['due', 'leased', 'sending'] } });
  const all = () => rows.countDocuments({ ...reminders, state: { $in: ['leased', 'sending'] } });
  while ((await open()) + (await all()) > 0) {
    if (Date.now() > end) throw new Error('Messages are not sent in time.');
    await pause(200);
  }
  const found = await rows.find({ _id: { $in: ids } }).toArray();
  const unsent = found.filter(({ state }) => state !== 'sent');
  if (unsent.length > 0) throw new Error(`${unsent.length} were not sent, such as ${JSON.stringify(unsent[0])}`);
  return found;
}

const at = (numbers, share) => numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

export async function benchMessages() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-messages-'));
  const running = [];
  const sink = await startSink();
  let connection;
  try {
    const store = spawn(process.execPath, [join(root, 'packages/embedded-mongodb/dist/bin.js'), '--data', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(store);
    let uri;
    for await (const line of createInterface({ input: store.stdout }))
      if ((uri = /mongodb:\/\/\S+/.exec(line)?.[0])) break;
    const env = {
      PATH: process.env.PATH,
      PORT: '0',
      MONGODB_URI: uri,
      LOG_LEVEL: 'fatal',
      VALIDATE_RESPONSES: '0',
      LIMIT_IMPORTS: '1000',
      OPERATOR_KEY: operatorKey,
      SMTP_URL: sink.url,
      MAIL_FROM: 'Bench <book@bench.example>',
      SIGNING_SECRET: 'a secret of the benchmark, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    const start = async () => {
      const server = fork(join(root, 'packages/server/dist/main.js'), {
        env,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      running.push(server);
      const [{ url }] = await once(server, 'message');
      return { url, server };
    };
    const first = await start();
    const second = await start();
    const { keys } = await send(first.url, operatorKey, '/v1/partners', {
      name: 'Bench',
      slug: 'bench',
      allowedOrigins: [],
      admin: { email: 'kim@bench.example' },
    });
    await importBookings(first.url, keys.secret.live, inAMinute + atOnce);
    connection = await mongoose.createConnection(uri).asPromise();
    const rows = connection.collection('deliveries');
    while ((await rows.countDocuments(reminders)) < inAMinute + atOnce) await pause(200);
    const ids = (await rows.find(reminders, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);

    const minutes = ids.slice(0, inAMinute);
    await makeDue(rows, minutes, Date.now() + 10_000, minute);
    const late = (await settled(rows, minutes, 300)).map(({ settledAt, dueAt }) => settledAt - dueAt);
    late.sort((a, b) => a - b);
    const twice = [...sink.counts.values()].filter((count) => count > 1).length;
    console.log(
      `${inAMinute} reminders due in one minute on two processes: late by ${at(late, 0.5)} ms (median), ` +
        `${at(late, 0.99)} ms (p99), ${late.at(-1)} ms (latest; goal ${goals.late}); sent twice: ${twice}`,
    );

    second.server.kill('SIGTERM');
    await once(second.server, 'exit');
    const burst = ids.slice(inAMinute);
    await rows.updateMany({ _id: { $in: burst } }, { $set: { dueAt: new Date() } });
    const sent = (await settled(rows, burst, 300)).map(({ settledAt }) => settledAt.getTime()).sort((a, b) => a - b);
    const ours = sent.length / ((sent.at(-1) - sent[0]) / 1000);

    const peer = connection.collection('peer');
    await peer.createIndex({ state: 1, dueAt: 1, _id: 1 });
    const mail = {
      from: env.MAIL_FROM,
      to: 'person@mail.example',
      subject: 'Strength session with Bench',
      text: 'x'.repeat(700),
      html: 'x'.repeat(5000),
    };
    await peer.insertMany(Array.from({ length: atOnce }, (_, _id) => ({ _id, state: 'due', dueAt: new Date(), mail })));
    const sender = fork(join(import.meta.dirname, 'peer-sender.mjs'), { env });
    running.push(sender);
    const [{ seconds }] = await once(sender, 'message');
    const bare = atOnce / seconds;
    const ratio = ours / bare;
    console.log(
      `deliveries a second of one process: ${ours.toFixed(0)}; bare loop: ${bare.toFixed(0)}; ratio ${ratio.toFixed(2)}, goal ${goals.ratio}`,
    );
    return late.at(-1) <= goals.late && twice === 0 && ratio >= goals.ratio;
  } finally {
    await connection?.close();
    for (const child of running.reverse().filter((one) => one.exitCode === null && one.signalCode === null)) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    sink.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
