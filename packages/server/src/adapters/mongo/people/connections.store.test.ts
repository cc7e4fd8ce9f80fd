import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import type { Connections } from '../../../application/ports/connections.ts';
import { connectionsSuite } from '../../../../test/stores/connections-suite.ts';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { stateOf } from '../../../domain/client/connection.ts';
import { createMongoConnections } from './connections.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('connections in the store', () => {
  let store: TestStores;
  let connections: Connections;
  beforeAll(async () => {
    store = await openTestStores();
    connections = await createMongoConnections(store.connection);
  });
  afterAll(() => store.close());

  connectionsSuite(() => connections);

  it('begins connections and their indexes with partner and mode', async () => {
    const [clientId, coachId] = [anId(), anId()];
    await connections.insert({
      ...scope,
      clientId,
      coachId,
      since: now,
      byBooking: true,
      refusedAt: now,
      refusal: 'withdrawn',
      version: 1,
    });
    const collection = store.connection.collection<{ _id: string }>('connections');
    const row = await collection.findOne({ _id: `${clientId}:${coachId}` });
    expect(Object.keys(row!).slice(0, 3)).toEqual(['_id', 'partnerId', 'mode']);
    expect(row).toMatchObject({
      said: { since: new Date(now), byBooking: true, refusedAt: new Date(now), refusal: 'withdrawn' },
    });
    const keys = (await collection.indexes()).map(({ key }) => Object.keys(key).join(' '));
    expect(keys).toEqual(['_id', 'partnerId mode clientId', 'partnerId mode coachId clientId']);
  });

  it.each([
    ['a question', {}, 'asked'],
    ['ended when it was ended', { withdrawnAt: new Date(now + 5) }, 'withdrawn'],
    ['ended, whatever began it again', { withdrawnAt: new Date(now - 5) }, 'withdrawn'],
  ])('S1 reads a connection that an older process wrote as no more than %s', async (_, given, state) => {
    const [clientId, coachId] = [anId(), anId()];
    const row = {
      _id: `${clientId}:${coachId}`,
      ...scope,
      clientId,
      coachId,
      since: new Date(now),
      connected: true,
      version: 1,
      ...given,
    };
    await store.connection.collection<{ _id: string }>('connections').insertOne(row);
    const found = (await connections.find(scope, clientId, coachId))!;
    expect(stateOf(found)).toBe(state);
    expect(await connections.replace({ ...found, refusedAt: plus(now, 9), version: 2 }, 1)).toBe(true);
    expect(await connections.find(scope, clientId, coachId)).toMatchObject({ refusedAt: now + 9, version: 2 });
  });
});
