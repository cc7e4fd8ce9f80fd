import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Logs, StoredLogOf } from '../../../application/ports/logs.ts';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { logsSuite } from '../../../../test/stores/logs-suite.ts';
import { createMongoLogs } from './logs.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('logs in the store', () => {
  let store: TestStores;
  let logs: Logs;
  beforeAll(async () => {
    store = await openTestStores();
    logs = await createMongoLogs(store.connection, store.sealing);
  });
  afterAll(() => store.close());

  logsSuite(() => logs);

  const weight = (): StoredLogOf<'progress'> => ({
    ...scope,
    id: anId(),
    clientId: anId(),
    kind: 'progress',
    date: '2026-04-12',
    metric: 'weight',
    value: 64.5,
    unit: 'kg',
    notes: '',
    createdAt: now,
    version: 1,
  });

  it('S4 begins logs with partner and mode, and shows owner, kind and day, and nothing else', async () => {
    const { id, metric, value, unit, notes, ...rest } = weight();
    await logs.insert({ id, metric, value, unit, notes, ...rest });
    const row = await store.connection.collection<{ _id: string }>('client_logs').findOne({ _id: id });
    expect(Object.keys(row!).slice(0, 3)).toEqual(['_id', 'partnerId', 'mode']);
    expect(row).toEqual({ _id: id, ...rest, createdAt: new Date(now), entry: expect.any(mongo.Binary) });
  });

  it('finds logs by an index that begins with partner and mode', async () => {
    const indexes = await store.connection.collection('client_logs').indexes();
    expect(indexes.map(({ key }) => Object.keys(key).join(' '))).toEqual(['_id', 'partnerId mode clientId kind date']);
  });

  it('refuses logs of an unknown shape, or without their kind’s fields, when made and when changed', async () => {
    const one = weight();
    const { metric, ...without } = one;
    await expect(logs.insert({ ...one, mood: 'fine' } as typeof one)).rejects.toThrow(/mood/);
    await expect(logs.insert(without as typeof one)).rejects.toThrow(/metric/);
    await logs.insert(one);
    await expect(logs.replace({ ...one, mood: 'fine', version: 2 } as typeof one, 1)).rejects.toThrow(/mood/);
    await expect(logs.replace({ ...without, version: 2 } as typeof one, 1)).rejects.toThrow(/metric/);
    expect(await logs.find(one)).toEqual({ ...one, metric });
  });
});
