import { appendFile, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUseError, startEmbeddedMongoDB, type EmbeddedMongoDB } from '@coach-booking/embedded-mongodb';
import mongoose, { type Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeBackup } from './compose-backup.ts';
import { composeRestore } from './compose-restore.ts';

type Row = { _id: string; coach: number; at: Date };

describe.skipIf(process.platform === 'win32')('S16 a backup of the embedded store', () => {
  let parent: string;
  let running: EmbeddedMongoDB | undefined;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'backup-'));
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await rm(parent, { recursive: true, force: true });
  });

  const at = (dataDir: string) => ({ dataDir: join(parent, dataDir), mongodbUri: undefined as never });
  const folder = () => join(parent, 'backup');
  const backup = (dataDir = 'data') => composeBackup(at(dataDir), { to: folder(), release: '1.2.3' });
  const restore = (dataDir: string, force = false) => composeRestore(at(dataDir), { from: folder(), force });
  const inStore = async <T>(dataDir: string, use: (connection: Connection) => Promise<T>): Promise<T> => {
    running = await startEmbeddedMongoDB({ dataDir: join(parent, dataDir, 'mongodb') });
    const connection = await mongoose.createConnection(running.uri).asPromise();
    try {
      return await use(connection);
    } finally {
      await connection.close();
      await running.stop();
      running = undefined;
    }
  };
  const rowsOf = (connection: Connection) => connection.collection<Row>('rows');
  const row = (n: number): Row => ({ _id: `r${n}`, coach: n % 7, at: new Date(n) });
  const givenRows = (dataDir: string, count: number) =>
    inStore(dataDir, async (connection) => {
      await rowsOf(connection).createIndex({ coach: 1, at: 1 });
      await rowsOf(connection).insertMany(Array.from({ length: count }, (_, n) => row(n)));
    });
  const countIn = (dataDir: string) => inStore(dataDir, (connection) => rowsOf(connection).countDocuments());

  it('takes a backup while others write, with everything acknowledged before, and indexes that agree', async () => {
    const acknowledged = await inStore('data', async (connection) => {
      const rows = rowsOf(connection);
      await rows.createIndex({ coach: 1, at: 1 });
      await rows.insertMany(Array.from({ length: 600 }, (_, n) => ({ ...row(n), _id: `first${n}1` })));
      let written = 0;
      let isWriting = true;
      const writer = async () => {
        while (isWriting) {
          const n = written++;
          await rows.insertOne(row(n), { writeConcern: { w: 'majority', journal: true } });
          if (n % 3 === 0) await rows.deleteOne({ _id: `r${n}` });
        }
      };
      const writing = Promise.all([writer(), writer(), writer()]);
      await expect.poll(() => rows.countDocuments(), { timeout: 20_000 }).toBeGreaterThan(620);
      const before = (await rows.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
      await backup();
      isWriting = false;
      await writing;
      return before.filter((id) => id.startsWith('first') || Number(id.slice(1)) % 3 !== 0);
    });
    await restore('other');
    await inStore('other', async (connection) => {
      const all = await rowsOf(connection).find().toArray();
      const ids = new Set(all.map(({ _id }) => _id));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      for (let coach = 0; coach < 7; coach++) {
        const byIndex = await rowsOf(connection).find({ coach }).sort({ at: 1 }).toArray();
        expect(byIndex).toEqual(
          all.filter((one) => one.coach === coach).sort((a, b) => a.at.getTime() - b.at.getTime()),
        );
        expect(await rowsOf(connection).countDocuments({ coach })).toBe(byIndex.length);
      }
    });
  });

  it('R47 takes a backup beside a server whose socket lies elsewhere, since its own path is too long', async () => {
    const long = 'x'.repeat(120);
    await inStore(long, async (connection) => {
      await rowsOf(connection).insertMany([row(1), row(2)]);
      await backup(long);
    });
    await restore('other');
    expect(await countIn('other')).toBe(2);
  });

  it('writes a private backup with a manifest, and no secret', async () => {
    await givenRows('data', 10);
    for (const name of ['encryption-key', 'signing-secret']) await writeFile(join(parent, 'data', name), `the ${name}`);
    const manifest = await backup();
    expect(manifest).toMatchObject({
      release: '1.2.3',
      collections: { rows: 10 },
      leftOut: ['encryption-key', 'signing-secret', 'mail'],
    });
    expect(JSON.parse(await readFile(join(folder(), 'manifest.json'), 'utf8'))).toEqual(manifest);
    const entries = (await readdir(folder(), { recursive: true })).sort();
    expect(entries).toEqual(['manifest.json', 'store', 'store/data.mdb']);
    const modes = await Promise.all(
      ['.', ...entries].map(async (name) => ((await lstat(join(folder(), name))).mode & 0o777).toString(8)),
    );
    expect(modes).toEqual(['700', '600', '700', '600']);
  });

  it('holds nothing of what was erased before', async () => {
    await inStore('data', async (connection) => {
      const notes = Array.from({ length: 200 }, (_, n) => ({ ...row(n), notes: 'a slipped disc '.repeat(20) }));
      await rowsOf(connection).insertMany(notes);
      await rowsOf(connection).deleteMany({});
    });
    await backup();
    expect((await readFile(join(folder(), 'store/data.mdb'))).includes('slipped disc')).toBe(false);
  });

  it('refuses a backup into a folder with content', async () => {
    await givenRows('data', 1);
    await mkdir(folder());
    await writeFile(join(folder(), 'mine'), '');
    await expect(backup()).rejects.toThrow('is not empty');
    expect(await readdir(folder())).toEqual(['mine']);
  });

  it('restores a backup into an empty folder, and over another store only by force', async () => {
    await givenRows('data', 10);
    await backup();
    await givenRows('other', 3);
    await expect(restore('other')).rejects.toThrow('--force');
    expect(await countIn('other')).toBe(3);
    await restore('other', true);
    expect(await countIn('other')).toBe(10);
    expect((await readdir(join(parent, 'other', 'mongodb'))).sort()).toEqual(['store']);
  });

  it('restores no backup while a server has the folder', async () => {
    await givenRows('data', 10);
    await backup();
    await inStore('other', async () => {
      await expect(restore('other', true)).rejects.toThrow(FolderInUseError);
    });
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['damaged', 'damaged', () => appendFile(join(folder(), 'store/data.mdb'), 'x')],
    ['without its data', 'damaged', () => rm(join(folder(), 'store'), { recursive: true })],
    ['not finished', 'no backup', () => rm(join(folder(), 'manifest.json'))],
    ['not readable', 'cannot be read', () => writeFile(join(folder(), 'manifest.json'), '{')],
    [
      'of a newer release',
      'schema version 1000',
      async () => {
        const manifest = JSON.parse(await readFile(join(folder(), 'manifest.json'), 'utf8')) as object;
        await writeFile(join(folder(), 'manifest.json'), JSON.stringify({ ...manifest, schemaVersion: 1000 }));
      },
    ],
  ])('refuses a backup that is %s, and changes nothing', async (_how, reason, spoil) => {
    await givenRows('data', 10);
    await backup();
    await spoil();
    await givenRows('other', 3);
    await expect(restore('other', true)).rejects.toThrow(reason);
    expect(await countIn('other')).toBe(3);
  });

  it('takes a backup with MongoDB’s own tools on a MongoDB', async () => {
    const config = { dataDir: parent, mongodbUri: 'mongodb://localhost/x' };
    await expect(composeBackup(config, { to: folder(), release: '1' })).rejects.toThrow('mongodump');
    await expect(composeRestore(config, { from: folder(), force: false })).rejects.toThrow('mongorestore');
  });
});
