import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAttempt, aConnection, anIntegration } from '../../../../test/stores/provider-connections-suite.ts';
import { aServerToken, providerConnectionsSuite } from '../../../../test/stores/provider-connections-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('what is connected with providers, in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  providerConnectionsSuite(() => store.stores);

  it('R23 seals accounts, tokens, verifiers and secrets', async () => {
    const { providerConnections, connectionAttempts, integrations, serverTokens } = store.stores;
    await providerConnections.insert(aConnection());
    await connectionAttempts.insert(anAttempt());
    await integrations.replace(anIntegration(), 0);
    await serverTokens.replace(aServerToken(), 0);
    for (const name of ['provider_connections', 'connection_attempts', 'integrations', 'server_tokens']) {
      const rows = await store.connection.collection(name).find().toArray();
      expect(rows.length, name).toBeGreaterThan(0);
      expect(JSON.stringify(rows), name).not.toMatch(/ana@|access-|refresh-|verifier-|secret-|hook-|token-/);
    }
  });
});
