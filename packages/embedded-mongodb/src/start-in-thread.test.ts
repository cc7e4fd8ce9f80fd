import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FolderInUseError, startApart } from './index.ts';

const source = fileURLToPath(new URL('.', import.meta.url));
// Inside of the package, so that the bundle finds its dependencies.
const built = join(source, '..', 'node_modules', '.cache', `apart-${process.pid}`);
const entry = pathToFileURL(join(built, 'worker.js'));
let dataDir: string;

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: [join(source, 'worker.ts')],
    outdir: built,
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
  });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongodb-apart-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const never = (reason: Error) => {
  throw reason;
};

/** Returns a thread that reports that it serves, and then runs this code. */
function threadThat(does: string): URL {
  const path = join(built, `${Math.random().toString(36).slice(2)}.mjs`);
  const started = `{ kind: 'started', uri: 'mongodb://nowhere', notes: [] }`;
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';\nparentPort.postMessage(${started});\n${does}\n`,
  );
  return pathToFileURL(path);
}

describe('a store in a thread of its own', () => {
  test('serves, stops, and gives the folder back', async () => {
    for (const n of [1, 2]) {
      const store = await startApart({ dataDir, onLost: never, entry });
      const connection = await mongoose.createConnection(store.uri).asPromise();
      await connection.collection('things').insertOne({ n });
      expect(await connection.collection('things').countDocuments()).toBe(n);
      await connection.close();
      await Promise.all([store.stop(), store.stop()]);
    }
  });

  test('S5 does not block this thread’s loop while it reads much', async () => {
    const store = await startApart({ dataDir, onLost: never, entry });
    const connection = await mongoose.createConnection(store.uri).asPromise();
    const things = connection.collection('things');
    for (let n = 0; n < 4; n++)
      await things.insertMany(Array.from({ length: 10_000 }, (_, at) => ({ n: at, text: 'x'.repeat(300) })));
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const before = performance.now();
    expect(await things.countDocuments({ text: /y$/ })).toBe(0);
    const took = performance.now() - before;
    clearInterval(turning);
    // Were the reading done here, hardly one turn would pass.
    expect(turns).toBeGreaterThan(Math.min(took, 100) / 10);
    await connection.close();
    await store.stop();
  });

  test('names a folder that is in use', async () => {
    const store = await startApart({ dataDir, onLost: never, entry });
    await expect(startApart({ dataDir, onLost: never, entry })).rejects.toThrow(FolderInUseError);
    await store.stop();
  });

  test('throws the error that kept it from starting', async () => {
    writeFileSync(join(dataDir, 'store'), 'a file where a folder belongs');
    await expect(startApart({ dataDir, onLost: never, entry })).rejects.toThrow('store');
  });

  test.each([
    ['an error that nobody caught', `setImmediate(() => { throw new Error('it broke'); });`, 'it broke'],
    ['an end', 'setImmediate(() => process.exit(3));', 'ended with 3'],
  ])('calls onLost after %s', async (_how, does, reason) => {
    const lost = await new Promise<Error>(
      (resolve) => void startApart({ dataDir, onLost: resolve, entry: threadThat(does) }),
    );
    expect(lost.message).toContain(reason);
  });
});
