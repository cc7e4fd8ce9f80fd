// A mixed load on the built server with the embedded store, and what becomes of its memory.
// node test/faults/soak.mjs [--minutes 60] [--rate 80] [--short]. Prints the memory each half minute (Linux), and ends
// with 1 when it grew or was too much: over 1.3 times of what it was at 5 minutes (a quarter of the time when that is
// less), or over 400 MB. --short is 75 seconds and allows 1.6 times of half time. Counted is the resident set without
// the store's mapped data file, which is shown beside it: these are pages of the system's cache, which the system takes
// back whenever it needs them, and there are as many as there is data.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startServer } from '../support/start-built-server.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '80' },
    short: { type: 'boolean', default: false },
  },
});
const seconds = values.short ? 75 : Number(values.minutes) * 60;
const rate = values.short ? 40 : Number(values.rate);
const mark = values.short ? seconds / 2 : Math.min(300, seconds / 4);
const [growth, most] = [values.short ? 1.6 : 1.3, values.short ? 600 : 400];

const data = await mkdtemp(join(tmpdir(), 'soak-'));
const limits = Object.fromEntries(
  ['READS', 'WRITES', 'HOLDS', 'STATS', 'LOGINS_OF_ACCOUNT'].map((name) => [`LIMIT_${name}`, '1000000']),
);
const server = await startServer({ DATA_DIR: data, TRUST_PROXY: '1', VALIDATE_RESPONSES: '0', ...limits });

const statuses = {};
let count = 0;
/** Sends a request from one of a hundred thousand addresses, each as rare as visitors are. */
const ask = async (method, path, body, visitor = true) => {
  count += 1;
  const address = `10.${Math.floor(Math.random() * 2)}.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
  const key = visitor
    ? { 'X-Publishable-Key': 'pk_test_demo', Origin: server.url }
    : { Authorization: 'Bearer sk_test_demo' };
  const headers = { ...key, 'X-Forwarded-For': address, ...(body && { 'Content-Type': 'application/json' }) };
  try {
    const response = await fetch(server.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const answer = await response.json().catch(() => ({}));
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    return answer;
  } catch {
    statuses.failed = (statuses.failed ?? 0) + 1;
    return {};
  }
};
const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const coaches = ['coach-a', 'coach-b', 'coach-c'];
const any = (list) => list[Math.floor(Math.random() * list.length)];

const look = () => {
  const days = 1 + Math.floor(Math.random() * 40);
  return ask('GET', `/v1/coaches/${any(coaches)}/slots?from=${dayIn(days)}&to=${dayIn(days + 6)}`);
};
const book = async () => {
  const coach = any(coaches);
  const { data: found } = await ask('GET', `/v1/coaches/${coach}`);
  const serviceId = found?.services?.[0]?.id;
  const slots = await ask(
    'GET',
    `/v1/coaches/${coach}/slots?from=${dayIn(2)}&to=${dayIn(30)}${serviceId ? `&serviceId=${serviceId}` : ''}`,
  );
  const start = any(slots.data?.slots ?? [])?.start;
  if (!start || !serviceId) return;
  const hold = await ask('POST', '/v1/holds', { coachId: found.id, serviceId, start });
  const attendee = { name: 'Soak Visitor', email: `soak${count}@example.com` };
  const booked = await ask('POST', '/v1/bookings', {
    coachId: found.id,
    serviceId,
    start,
    attendee,
    ...(hold.data && { holdToken: hold.data.holdToken }),
  });
  if (booked.data?.id) await ask('POST', `/v1/bookings/${booked.data.id}/cancel`, {}, false);
};
const signIn = () =>
  ask('POST', '/v1/auth/login', {
    email: 'ana@demo.example',
    password: Math.random() < 0.5 ? 'demo-demo-demo' : 'wrong-wrong-wrong',
  });
const list = () => ask('GET', `/v1/bookings?limit=20`, undefined, false);
const page = () => ask('GET', `/book/${any(coaches)}`);
const mixed = () =>
  any([look, look, look, look, look, book, book, list, list, page, Math.random() < 0.3 ? signIn : look])();

/** Returns what the server holds, and what of its data file the system keeps in its cache; MB. */
const memory = async () => {
  const map = await readFile(`/proc/${server.pid}/smaps`, 'utf8');
  let [held, cached, isData] = [0, 0, false];
  for (const line of map.split('\n')) {
    const size = /^Rss:\s+(\d+) kB/.exec(line)?.[1];
    if (/^[0-9a-f]+-[0-9a-f]+ /.test(line)) isData = line.endsWith('data.mdb');
    else if (size && isData) cached += Number(size) / 1024;
    else if (size) held += Number(size) / 1024;
  }
  return { rss: Math.round(held), cached: Math.round(cached) };
};

const began = performance.now();
const since = () => (performance.now() - began) / 1000;
const samples = [];
const open = new Set();
let next = 0;
while (since() < seconds) {
  // Behind the rate it waits for answers, so that the load never piles up by itself.
  if (open.size < 100 && count < since() * rate) {
    const one = mixed().finally(() => open.delete(one));
    open.add(one);
  } else await pause(5);
  if (since() < next) continue;
  const sample = { at: Math.round(since()), ...(await memory()), count };
  samples.push(sample);
  console.log(
    `${sample.at} s: ${sample.rss} MB, and ${sample.cached} of the data file in the system's cache, after ${count} requests`,
  );
  next += values.short ? 5 : 30;
}
await Promise.all(open);
const atMark = samples.find(({ at }) => at >= mark) ?? samples[0];
const end = samples.at(-1);
await server.stop();
await rm(data, { recursive: true, force: true });
console.log(
  JSON.stringify({
    seconds,
    requestsASecond: Math.round(count / seconds),
    statuses,
    atMark,
    end,
    growth: Number((end.rss / atMark.rss).toFixed(2)),
  }),
);
const faults = [];
if (end.rss > growth * atMark.rss)
  faults.push(`memory grew to ${(end.rss / atMark.rss).toFixed(2)} times of what it was after ${atMark.at} s`);
if (end.rss > most) faults.push(`${end.rss} MB are more than ${most}`);
if (statuses.failed || Object.keys(statuses).some((status) => Number(status) >= 500))
  faults.push('there were answers that should not be');
console.log(faults.length > 0 ? faults.join('\n') : 'memory is flat');
process.exit(faults.length > 0 ? 1 : 0);
