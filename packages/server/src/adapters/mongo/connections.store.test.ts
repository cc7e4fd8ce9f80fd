import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connections } from '../../application/ports/connections.ts';
import { connectionsSuite } from '../../application/ports/testing/connections-suite.ts';
import { anId, now, scope } from '../../application/ports/testing/fixtures.ts';
import { createMongoConnections } from './connections.ts';
import { openTestStores, type TestStores } from './testing/open-test-stores.ts';

describe('connections in the store', () => {
  let store: TestStores;
  let connections: Connections;
  beforeAll(async () => {
    store = await openTestStores();
    connections = await createMongoConnections(store.connection);
  });
  afterAll(() => store.close());

  connectionsSuite(() => connections);

  it('begin with partner and mode, and so do their indexes', async () => {
    const [clientId, coachId] = [anId(), anId()];
    await connections.insert({ ...scope, clientId, coachId, since: now, withdrawnAt: now, version: 1 });
    const collection = store.connection.collection<{ _id: string }>('connections');
    const row = await collection.findOne({ _id: `${clientId}:${coachId}` });
    expect(Object.keys(row!).slice(0, 3)).toEqual(['_id', 'partnerId', 'mode']);
    expect(row).toMatchObject({ since: new Date(now), withdrawnAt: new Date(now), connected: false });
    const keys = (await collection.indexes()).map(({ key }) => Object.keys(key).join(' '));
    expect(keys).toEqual(['_id', 'partnerId mode clientId', 'partnerId mode coachId connected clientId']);
  });
});
