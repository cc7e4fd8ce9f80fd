import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const { MongoClient } = mongoose.mongo;
type Collection = mongoose.mongo.Collection<{ _id: string; n: number; tags?: string[]; by?: number }>;

const source = fileURLToPath(new URL('.', import.meta.url));
// Inside of the package, so that the bundles find its dependencies.
const built = join(source, '..', 'node_modules', '.cache', `durability-${process.pid}`);
const running = new Set<ChildProcess>();
let dataDir = '';

/** The two layouts: the bin in a process of its own, and the server inside of a process that writes by itself. */
const layouts = { bin: 'bin.js', inside: 'inside.js' } as const;

const insideProgram = `
import mongoose from 'mongoose';
import { startEmbeddedMongoDB } from ${JSON.stringify(join(source, 'index.ts'))};
const server = await startEmbeddedMongoDB({ dataDir: process.argv[process.argv.indexOf('--data') + 1] });
const client = await new mongoose.mongo.MongoClient(server.uri).connect();
console.log(server.uri);
for (let n = 0; ; n++) {
  await client.db().collection('inside').insertOne({ _id: process.pid + '-' + n, n }, { writeConcern: { w: 'majority', journal: true } });
  console.log('acknowledged ' + process.pid + '-' + n);
}
`;

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'inside-entry.mjs'), insideProgram);
  await build({
    entryPoints: { bin: join(source, 'bin.ts'), inside: join(built, 'inside-entry.mjs') },
    outdir: built,
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
  });
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }');
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

/** Starts a layout on the data folder; resolves when it has printed its URI. */
async function start(
  layout: keyof typeof layouts,
  acknowledged: Set<string>,
): Promise<{ child: ChildProcess; uri: string }> {
  const child = spawn(process.execPath, [join(built, layouts[layout]), '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const uri = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => {
      running.delete(child);
      reject(new Error(`ended with ${code}: ${errors}`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('mongodb://')) resolve(line);
      else acknowledged.add(line.replace('acknowledged ', ''));
    });
  });
  return { child, uri };
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** Numbers of a seed, so that a failure can be run again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Writes and notes what was acknowledged until the server is gone. */
async function writer(
  documents: Collection,
  name: string,
  journal: boolean,
  acknowledged: Map<string, number>,
): Promise<void> {
  for (let n = 0; ; n++) {
    const _id = `${name}-${n % 40}`;
    await documents.updateOne(
      { _id },
      { $set: { n, tags: [`t${n % 7}`, name], by: n % 5 } },
      { upsert: true, writeConcern: { w: 'majority', journal } },
    );
    acknowledged.set(_id, n);
  }
}

/** Every acknowledged write is there, or a later one; and each index finds exactly what a scan finds. */
async function check(documents: Collection, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  const all = await documents.find().toArray();
  const stored = new Map(all.map(({ _id, n }) => [_id, n]));
  for (const [id, n] of acknowledged) expect(stored.get(id), id).toBeGreaterThanOrEqual(n);
  for (const tag of new Set(all.flatMap(({ tags = [] }) => tags))) {
    const scanned = all.filter(({ tags }) => tags?.includes(tag)).map(({ _id }) => _id);
    expect((await documents.find({ tags: tag }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(
      scanned.sort(),
    );
  }
  for (let by = 0; by < 5; by++)
    expect(await documents.countDocuments({ by })).toBe(all.filter((row) => row.by === by).length);
}

describe('kill -9 at random moments', () => {
  test.each([11, 12, 13])('loses no acknowledged write of the bin (seed %i)', async (seed) => {
    dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongodb-kill-'));
    const next = random(seed);
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < 4; round++) {
      const { child, uri } = await start('bin', new Set());
      const client = await new MongoClient(uri).connect();
      const documents: Collection = client.db().collection('kept');
      await documents.createIndex({ tags: 1 });
      await documents.createIndex({ by: 1, n: 1 });
      await check(documents, acknowledged);
      const clients = await Promise.all(
        Array.from({ length: 4 }, () => new MongoClient(uri, { serverSelectionTimeoutMS: 1000 }).connect()),
      );
      const writing = clients.map((one, at) =>
        writer(one.db().collection('kept'), `w${at}`, at % 2 === 0, acknowledged).catch(() => undefined),
      );
      const enough = acknowledged.size === 0 ? 20 : Math.floor(next() * 150);
      const before = total(acknowledged);
      await until(() => total(acknowledged) - before >= enough);
      await kill(child);
      await Promise.all(writing);
      await Promise.all([client, ...clients].map((one) => one.close(true)));
    }
    const { child, uri } = await start('bin', new Set());
    const client = await new MongoClient(uri).connect();
    await check(client.db().collection('kept'), acknowledged);
    await client.close();
    await kill(child);
  });

  test('loses no acknowledged write when the server runs inside of the writing process', async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongodb-kill-'));
    const next = random(21);
    const acknowledged = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const before = acknowledged.size;
      const { child, uri } = await start('inside', acknowledged);
      const enough = 1 + Math.floor(next() * 120);
      await until(() => acknowledged.size - before >= enough);
      await kill(child);
      expect(uri).toContain('store.sock');
    }
    const { child, uri } = await start('bin', new Set());
    const client = await new MongoClient(uri).connect();
    const stored = new Set(
      (await client.db().collection<{ _id: string }>('inside').find().toArray()).map(({ _id }) => _id),
    );
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    await client.close();
    await kill(child);
  });

  test('refuses a second process on the folder with an error that names it, and lets it take over when the first is killed', async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongodb-kill-'));
    const first = await start('bin', new Set());
    await expect(start('bin', new Set())).rejects.toThrow(`The data folder ${dataDir} is in use by another process`);
    await kill(first.child);
    const second = await start('bin', new Set());
    const ended = new Promise((resolve) => second.child.once('exit', resolve));
    second.child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

function total(acknowledged: ReadonlyMap<string, number>): number {
  return [...acknowledged.values()].reduce((sum, n) => sum + n + 1, 0);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
