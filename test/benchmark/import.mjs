// 10,000 bookings of 10 coaches, nine years of them over and the rest to come, imported as CSV in parts of 500 into a
// built server on an embedded store, over HTTP; then sent again, which must write nothing. Prints seconds; answers
// whether the first is within the goal.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');
const bookings = 10_000;
const coaches = 10;
const part = 500;
/** Seconds. */
const goal = 60;
const day = 86_400_000;

const headers = { authorization: 'Bearer sk_test_demo', 'content-type': 'text/csv' };

async function send(url, kind, lines) {
  const response = await fetch(`${url}/v1/imports/${kind}`, { method: 'POST', headers, body: lines.join('\r\n') });
  const answer = await response.json();
  if (!response.ok || answer.data.refused > 0) throw new Error(`${kind}: ${JSON.stringify(answer).slice(0, 500)}`);
  return answer.data;
}

/** Returns a tenth of them to come, hours apart, and of 2,000 people. */
function linesOf(from) {
  const today = Math.floor(Date.now() / day) * day;
  return Array.from({ length: part }, (_, i) => {
    const n = from + i;
    const slot = Math.floor(n / coaches);
    const start = today + (n % 10 === 9 ? 2 + slot / 8 : -2 - slot / 8) * day;
    const person = `Person ${n % 2000},person${n % 2000}@mail.example`;
    const when = new Date(Math.floor(start / 3_600_000) * 3_600_000).toISOString();
    return `b${n},c${n % coaches},${when},60,"${person.replace(',', '",')},Strength session,"Knee, left",7500,EUR`;
  });
}

async function measure(url) {
  const names = Array.from({ length: coaches }, (_, n) => `c${n},Bench ${n},UTC`);
  await send(url, 'coaches', ['externalId,name,timeZone', ...names]);
  const header =
    'externalId,coachExternalId,start,duration,attendeeName,attendeeEmail,serviceTitle,notes,priceAmount,priceCurrency';
  const importAll = async (outcome) => {
    const begun = performance.now();
    for (let from = 0; from < bookings; from += part) {
      const report = await send(url, 'bookings', [header, ...linesOf(from)]);
      if (report[outcome] !== part) throw new Error(`${report[outcome]} of ${part} are ${outcome}.`);
    }
    return (performance.now() - begun) / 1000;
  };
  return { first: await importAll('created'), again: await importAll('existing') };
}

export async function benchImport() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
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
      VALIDATE_RESPONSES: '0',
      SIGNING_SECRET: 'a secret of the benchmark, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    server = fork(join(root, 'packages/server/dist/main.js'), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const started = await Promise.race([once(server, 'message'), once(server, 'exit').then(() => null)]);
    if (!started) throw new Error('The server ended before it served.');
    const { first, again } = await measure(started[0].url);
    console.log(
      `${bookings} bookings of ${coaches} coaches: ${first.toFixed(1)} s, goal ${goal}; sent again: ${again.toFixed(1)} s`,
    );
    return first <= goal;
  } finally {
    for (const child of [server, store].filter((one) => one?.exitCode === null)) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
