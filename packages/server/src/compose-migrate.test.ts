import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongoDB } from '@coach-booking/embedded-mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsWith } from './adapters/mongo/migrations/index.ts';
import { openStore, type OpenStore } from './adapters/mongo/connection/open-store.ts';
import { composeKeys } from './compose-keys.ts';
import { composeMigrate } from './compose-migrate.ts';
import { composeServer } from './compose.ts';
import { readConfig } from './config.ts';

describe('npm run migrate', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'migrate-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const config = () => readConfig({ DATA_DIR: dataDir, DEMO: '0', PORT: '0' });
  const inStore = async <T>(read: (store: OpenStore) => Promise<T>): Promise<T> => {
    const embedded = await startEmbeddedMongoDB({ dataDir: join(dataDir, 'mongodb') });
    const store = await openStore(embedded.uri, { keys: await composeKeys(config()) });
    try {
      return await read(store);
    } finally {
      await store.close();
      await embedded.stop();
    }
  };

  it('creates an index that was dropped by hand, which a start does not check', async () => {
    const names = async ({ connection }: OpenStore) =>
      (await connection.collection('leads').indexes()).map(({ name }) => name);
    const all = await inStore(names);
    await inStore(({ connection }) => connection.collection('leads').dropIndex('emailKey_1_partnerId_1_mode_1'));
    expect(await inStore(names)).not.toEqual(all);
    await composeMigrate(config(), { finish: false });
    expect((await inStore(names)).sort()).toEqual(all.sort());
  });

  it('S16: refuses a database of a newer release with one plain line, like a server', async () => {
    const known = migrationsWith(await composeKeys(config())).length;
    const version = known + 1;
    await inStore(({ connection }) =>
      connection.collection<{ _id: string }>('schema').updateOne({ _id: 'version' }, { $set: { version } }),
    );
    const refusal = `This database has schema version ${version}, and this release knows ${known}.`;
    await expect(composeMigrate(config(), { finish: true })).rejects.toThrow(refusal);
    await expect(composeServer(config())).rejects.toThrow(refusal);
  });
});
