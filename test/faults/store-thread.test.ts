import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    for (let n = 0; n < 5; n++) await things.insertMany(Array.from({ length: 10_000 }, () => ({ text: 'x'.repeat(400) })));
    let reading = true;
    const read = Promise.all([1, 2, 3].map(() => things.countDocuments({ text: /y$/ }))).finally(() => (reading = false));
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
