import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongoDB } from '@coach-booking/embedded-mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type OpenStore } from './adapters/mongo/connection/open-store.ts';
import { createMongoPartners } from './adapters/mongo/partners/partners.ts';
import { aHead } from '../test/stores/fixtures.ts';
import { composeKeys } from './compose-keys.ts';
import { composeSeed } from './compose-seed.ts';
import { readConfig } from './config.ts';

const COLLECTIONS = [
  'partners',
  'day_ledgers',
  'slugs',
  'users',
  'bookings',
  'leads',
  'profiles',
  'client_logs',
  'connections',
  'audit',
];

describe('npm run seed', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'seed-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const config = () => readConfig({ DATA_DIR: dataDir });
  /** Looks into the store, as the server would open it. */
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
  const everything = () =>
    inStore(async ({ connection }) => {
      const all = COLLECTIONS.map(
        async (name) => [name, await connection.collection(name).find({}).sort({ _id: 1 }).toArray()] as const,
      );
      return Object.fromEntries(await Promise.all(all));
    });
  const givenStranger = () => inStore(async ({ stores }) => void (await stores.coaches.insert(aHead())));

  it('loads coaches, clients, sessions and logs, and changes nothing the second time', async () => {
    await composeSeed(config(), { force: false });
    const first = await everything();
    expect([first.users!.length, first.profiles!.length, first.leads!.length]).toEqual([14, 10, 2]);
    expect(first.client_logs!.length).toBeGreaterThan(1000);
    expect(first.bookings!.filter(({ kind }) => kind !== 'void').length).toBeGreaterThanOrEqual(9);
    expect(first.audit!.map(({ action }) => action as string)).toEqual(
      expect.arrayContaining(['demo.begun', 'demo.loaded']),
    );
    await composeSeed(config(), { force: false });
    expect(JSON.stringify(await everything())).toBe(JSON.stringify(first));
  });

  it('refuses to seed a database with other data, which stays as it is', async () => {
    await givenStranger();
    const before = await everything();
    await expect(composeSeed(config(), { force: false })).rejects.toThrow('npm run seed -- --force');
    expect(JSON.stringify(await everything())).toBe(JSON.stringify(before));
  });

  it('seeds beside other data when it is forced', async () => {
    await givenStranger();
    await composeSeed(config(), { force: true });
    expect((await everything()).users).toHaveLength(14);
  });

  it('continues a demo that `npm start` has begun', async () => {
    await inStore(async ({ connection, sealing }) => {
      const partners = await createMongoPartners(connection, sealing);
      await partners.insert({
        id: 'de0000000000000000000001',
        slug: 'demo',
        name: 'Harbour Strength',
        allowedOrigins: [],
        hosts: [],
        keys: [],
        branding: {},
        limits: {},
        version: 1,
      });
    });
    await composeSeed(config(), { force: false });
    expect((await everything()).users).toHaveLength(14);
  });

  it('never seeds in production, with any options', async () => {
    const production = readConfig({
      DATA_DIR: dataDir,
      NODE_ENV: 'production',
      SIGNING_SECRET: 'x'.repeat(48),
      ENCRYPTION_KEY: 'x'.repeat(43),
    });
    await expect(composeSeed(production, { force: true })).rejects.toThrow('NODE_ENV=production');
  });
});
