// CalDAV servers of other authors, as our client finds, reads and writes them: Radicale and Xandikos of Debian, where
// they are on the machine. Each is started in a folder of its own, on a port of its own, and ended here.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'caldav-'));
const bundle = join(folder, 'caldav.cjs');
await build({
  stdin: {
    contents: `
      export { openCaldav } from './adapters/caldav/open-caldav.ts';
      export { createOutbound } from './adapters/outbound/undici-outbound.ts';
      export { createGuard } from './adapters/outbound/guard.ts';
      export { readObjects } from './domain/calendar-in/read-objects.ts';`,
    resolveDir: join(import.meta.dirname, '../../packages/server/src'),
    loader: 'ts',
  },
  ...{ bundle: true, outfile: bundle, platform: 'node', format: 'cjs', conditions: ['source'], logLevel: 'error' },
});
const { openCaldav, createOutbound, createGuard, readObjects } = createRequire(import.meta.url)(bundle);

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const servers = {
  radicale: (port, data) => [
    ...['--server-hosts', `127.0.0.1:${port}`, '--auth-type', 'none', '--storage-filesystem-folder', data],
  ],
  xandikos: (port, data) => ['-d', data, '--defaults', '-l', '127.0.0.1', '-p', String(port)],
};
const homes = { radicale: '/ana/', xandikos: '/user/calendars/' };

const answers = async (url, { tries = 100 } = {}) => {
  for (let n = 0; n < tries; n++) {
    const isThere = await fetch(url, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The server does not answer.');
};

const calendar = (...lines) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (uid, ...lines) =>
  calendar('BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260401T080000Z', 'SUMMARY:Gym & <sauna>', ...lines, 'END:VEVENT');
const weekly = event(
  'weekly',
  ...['DTSTART:20260106T170000Z', 'DTEND:20260106T180000Z', 'RRULE:FREQ=WEEKLY', 'EXDATE:20260414T170000Z'],
);
const nine = event('nine', 'DTSTART:20260414T090000Z', 'DTEND:20260414T100000Z');
const ten = event('nine', 'DTSTART:20260414T100000Z', 'DTEND:20260414T110000Z');

const reading = { timeZone: 'Europe/Berlin', from: Date.parse('2026-04-13'), until: Date.parse('2026-04-30') };
const outbound = createOutbound({ guard: createGuard({ allow: ['127.0.0.1'] }), realNow: Date.now });
const caldav = openCaldav(outbound);

const check = async (name, url) => {
  const account = { mode: 'test', server: url, user: 'ana', password: 'any' };
  const made = await fetch(`${url}${homes[name]}private/`, {
    method: 'MKCALENDAR',
    headers: { authorization: `Basic ${Buffer.from('ana:any').toString('base64')}` },
  });
  assert.ok(made.status < 300, `a calendar is made: ${made.status}`);
  const found = await caldav.calendars(account);
  const home = found.find(({ id }) => id.includes('/private/'));
  assert.ok(home?.isWritable, 'the calendar is found from the mere host, and is for writing');
  const busy = async () => {
    const read = readObjects([await caldav.objects(account, home.id)], reading);
    assert.deepEqual(read.problems, []);
    return read.busy.map(({ start }) => new Date(start).toISOString().slice(0, 16));
  };
  assert.deepEqual(await busy(), []);
  const empty = await caldav.tag(account, home.id);
  const href = `${home.id}nine.ics`;
  await caldav.write(account, { href, text: nine });
  await caldav.write(account, { href: `${home.id}weekly.ics`, text: weekly });
  assert.notEqual(await caldav.tag(account, home.id), empty, 'a change gives another tag');
  assert.equal(await caldav.tag(account, home.id), await caldav.tag(account, home.id), 'nothing gives none');
  assert.deepEqual(await busy(), ['2026-04-14T09:00', '2026-04-21T17:00', '2026-04-28T17:00']);
  await assert.rejects(caldav.write(account, { href, text: ten }), { reason: 412 });
  const stored = await caldav.event(account, href);
  assert.match(stored.text, /DTSTART:20260414T090000Z/);
  await caldav.write(account, { href, etag: stored.etag, text: ten });
  await assert.rejects(caldav.write(account, { href, etag: stored.etag, text: nine }), { reason: 412 });
  assert.deepEqual((await busy())[0], '2026-04-14T10:00');
  await caldav.remove(account, href);
  await caldav.remove(account, href);
  assert.equal(await caldav.event(account, href), null);
  assert.deepEqual((await busy())[0], '2026-04-21T17:00');
  assert.deepEqual(await caldav.calendars({ ...account, server: home.id }), [home], 'its own address finds it too');
};

let failed = 0;
try {
  for (const [name, options] of Object.entries(servers)) {
    if (!existsSync(`/usr/bin/${name}`)) {
      console.log(`${name}: skipped, it is not on this machine`);
      continue;
    }
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    // The Python of Debian, which has the packages of Debian.
    const command = [`/usr/bin/${name}`, ...options(port, join(folder, name))];
    const server = spawn('/usr/bin/python3', command, { stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    server.stderr.on('data', (some) => (log += some));
    try {
      await answers(url);
      await check(name, url);
      console.log(`${name}: found, read, written, changed and removed`);
    } catch (error) {
      failed += 1;
      console.error(`${name}:`, error, log.slice(-2000));
    } finally {
      server.kill();
    }
  }
} finally {
  await outbound.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
