import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/api.ts';
import { scratchFolder, startServerProcess, type ServerProcess } from '../support/server-process.ts';

/** The built server on its embedded store, which is reached beside it by its socket. */
describe.skipIf(process.platform === 'win32')('a server on the embedded store', () => {
  let data: Awaited<ReturnType<typeof scratchFolder>>;
  let server: ServerProcess;
  let beside: mongoose.Connection;
  beforeAll(async () => {
    data = await scratchFolder();
    server = await startServerProcess({ DATA_DIR: data.path, DEMO: '0' });
    const socket = encodeURIComponent(join(data.path, 'mongodb', 'store.sock'));
    beside = await mongoose.createConnection(`mongodb://${socket}/beside?directConnection=true`).asPromise();
  });
  afterAll(async () => {
    await beside.close();
    await server.stop();
    await data.remove();
  });

  it('S5 answers while its store reads through all that it has', async () => {
    const things = beside.collection('things');
    for (let n = 0; n < 5; n++)
      await things.insertMany(Array.from({ length: 10_000 }, () => ({ text: 'x'.repeat(400) })));
    // The first request of a process takes longer than the reading may.
    await fetch(`${server.url}/healthz`);
    let reading = true;
    const read = Promise.all([1, 2, 3].map(() => things.countDocuments({ text: /y$/ }))).finally(
      () => (reading = false),
    );
    const waits: number[] = [];
    do {
      const asked = performance.now();
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      waits.push(performance.now() - asked);
    } while (reading);
    expect(await read).toEqual([0, 0, 0]);
    // With the store on the server's own loop there is one answer, after all was read.
    expect(waits.length).toBeGreaterThan(10);
  });
});

/** Loaded into every thread of the server: the store's throws, as a fault of its own would, once the file is there. */
const fatal = (file: string) => `
  const { workerData } = require('node:worker_threads');
  const { existsSync } = require('node:fs');
  if (workerData?.dataDir) setInterval(() => {
    if (existsSync(${JSON.stringify(file)})) throw new Error('a fault of the test');
  }, 5).unref();
`;

describe('a server whose embedded store dies while it serves', () => {
  let data: Awaited<ReturnType<typeof scratchFolder>>;
  beforeAll(async () => (data = await scratchFolder()));
  afterAll(() => data.remove());

  it('S5 ends with a plain line and a failure, and serves all that was acknowledged when it is started again', async () => {
    const [folder, preload, file] = [join(data.path, 'data'), join(data.path, 'fatal.cjs'), join(data.path, 'now')];
    await writeFile(preload, fatal(file));
    const env = { DATA_DIR: folder, DEMO: '1' };
    const server = await startServerProcess({ ...env, NODE_OPTIONS: `--require ${JSON.stringify(preload)}` });
    const { body } = await ask(server.url, 'POST', '/v1/coaches', { name: 'Kept', timeZone: 'UTC' });
    await writeFile(file, '');
    await server.gone;
    expect(server.child.exitCode).toBe(1);
    const line =
      'The embedded store has ended (a fault of the test), and the server ends with it. What it acknowledged is kept. Start it again.';
    expect(server.printed()).toContain(line);
    expect(server.printed()).not.toMatch(/\n +at /);

    const again = await startServerProcess(env);
    const { status } = await ask(again.url, 'GET', `/v1/coaches/${String(body.data['id'])}`);
    expect([status, await again.stop()]).toEqual([200, 0]);
  }, 60_000);
});
