import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('.', import.meta.url));
// Inside of the package, so that the bundle finds its dependencies.
const built = join(source, '..', 'node_modules', '.cache', `full-disk-${process.pid}`);
const bin = join(built, 'bin.js');
const outOfDiskSpace = 14031;
type Row = { _id: string; text: string };

let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: [join(source, 'bin.ts')],
    outdir: built,
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
  });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-mongodb-full-'));
});
afterEach(async () => {
  await ended();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a store on the folder by a shell's command, in which `$store` is its name. */
async function start(command = 'exec $store'): Promise<string> {
  const started = spawn('sh', ['-c', command.replace('$store', `"${process.execPath}" "${bin}" --data "${folder}"`)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child = started;
  return new Promise((resolve, reject) => {
    started.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    createInterface({ input: started.stdout }).once('line', resolve);
  });
}

async function ended(): Promise<void> {
  if (child?.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
  child = undefined;
}

async function connected<T>(uri: string, use: (rows: mongoose.mongo.Collection<Row>) => Promise<T>): Promise<T> {
  const client = await new mongoose.mongo.MongoClient(uri, {
    writeConcern: { w: 'majority', journal: true },
  }).connect();
  return use(client.db().collection<Row>('rows')).finally(() => client.close());
}

const codeOf = (error: unknown) => (error as { code?: unknown }).code;

/** Inserts from several connections at once until the store refuses; returns the acknowledged ids, and each refusal. */
async function fill(rows: mongoose.mongo.Collection<Row>): Promise<{ acknowledged: string[]; refusals: unknown[] }> {
  const acknowledged: string[] = [];
  const refusals = await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; ; n++) {
        const _id = `${writer}-${n}`;
        try {
          await rows.insertOne({ _id, text: 'x'.repeat(4000) });
        } catch (error) {
          return codeOf(error);
        }
        acknowledged.push(_id);
      }
    }),
  );
  return { acknowledged: acknowledged.sort(), refusals };
}

const idsIn = async (rows: mongoose.mongo.Collection<Row>) =>
  (await rows.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id).sort();
/** Expects every acknowledged write; a refused write may be absent. */
const expectKept = async (rows: mongoose.mongo.Collection<Row>, acknowledged: readonly string[]) =>
  expect(await idsIn(rows)).toEqual(acknowledged);

describe.skipIf(process.platform === 'win32')('S10 a disk that is full', () => {
  test('refuses writes by a code, answers reads, loses nothing that was acknowledged, and lets the server stop', async () => {
    // No file may become larger than this, which acts like a full disk.
    const uri = await start('ulimit -S -f 12000; exec $store');
    const acknowledged = await connected(uri, async (rows) => {
      await rows.createIndex({ text: 1, _id: 1 }, { partialFilterExpression: { text: 'none' } });
      const filled = await fill(rows);
      expect(filled.acknowledged.length).toBeGreaterThan(50);
      expect(filled.refusals).toEqual(Array.from({ length: 8 }, () => outOfDiskSpace));
      await expectKept(rows, filled.acknowledged);
      await expect(rows.insertOne({ _id: 'more', text: 'x'.repeat(100_000) })).rejects.toMatchObject({
        code: outOfDiskSpace,
      });
      // A collection that could not be made is not there, and is made later as if nothing had happened.
      await expect(rows.db.collection('others').insertOne({ text: 'x'.repeat(100_000) })).rejects.toMatchObject({
        code: outOfDiskSpace,
      });
      expect(await rows.db.listCollections({ name: 'others' }).toArray()).toEqual([]);
      expect(await rows.countDocuments()).toBe(filled.acknowledged.length);
      return filled.acknowledged;
    });
    expect(child?.exitCode).toBeNull();
    const gone = once(child!, 'exit');
    child!.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
    await connected(await start(), async (rows) => {
      await expectKept(rows, acknowledged);
      await rows.insertOne({ _id: 'more', text: '' });
    });
  });

  const mounted = mountable();
  test.runIf(mounted)('allows writes again once there is room, without a restart', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'embedded-mongodb-test', folder]);
    try {
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(6 * 2 ** 20));
      await connected(await start(), async (rows) => {
        const first = await fill(rows);
        expect(new Set(first.refusals)).toEqual(new Set([outOfDiskSpace]));
        await expectKept(rows, first.acknowledged);
        unlinkSync(join(folder, 'ballast'));
        const more = { _id: 'more', text: 'x'.repeat(4000) };
        await expect.poll(() => rows.insertOne(more).then(() => 'taken', codeOf), { timeout: 10_000 }).toBe('taken');
        await rows.db.collection('others').insertOne({ text: 'x'.repeat(4000) });
        await expectKept(rows, [...first.acknowledged, 'more'].sort());
        expect(await rows.db.collection('others').countDocuments()).toBe(1);
      });
      await ended();
    } finally {
      await ended();
      execFileSync('umount', [folder]);
    }
  });
  test.skipIf(mounted)(
    'takes writes again once there is room (not run: no file system can be mounted here)',
    () => undefined,
  );
});

/** Whether a small file system of its own can be had. */
function mountable(): boolean {
  const at = mkdtempSync(join(tmpdir(), 'embedded-mongodb-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'embedded-mongodb-test', at], { stdio: 'ignore' });
    execFileSync('umount', [at]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}
