import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { optOutsSuite } from '../../../../test/stores/opt-outs-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { createMongoOptOuts } from './opt-outs.ts';

describe('opt-outs in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  optOutsSuite(() => store.stores.optOuts);

  it('stores no contact, and nothing that one could be guessed from without a key of the server', async () => {
    const of = { ...scope, partnerId: anId() };
    await store.stores.optOuts.add(of, { channel: 'sms', address: '+12125550177' }, 'all', now);
    const [row] = await store.connection.collection('opt_outs').find({ partnerId: of.partnerId }).toArray();
    expect(Object.keys(row!).sort()).toEqual(['_id', 'channel', 'kinds', 'mode', 'partnerId']);
    expect(JSON.stringify(row)).not.toContain('5550177');
    const keys = await store.connection.collection('opt_out_keys').find({}).toArray();
    expect(keys).toHaveLength(1);
    expect(keys[0]!.secret).not.toBeTypeOf('string');
  });

  it('shows an opt-out to every process', async () => {
    const of = { ...scope, partnerId: anId() };
    const contact = { channel: 'sms', address: '+12125550178' } as const;
    const others = await Promise.all([1, 2, 3].map(() => createMongoOptOuts(store.connection, store.sealing)));
    await Promise.all(others.map((other) => other.add(of, contact, 'all', now)));
    expect(await store.stores.optOuts.of(of, contact)).toEqual(new Set(['all']));
    expect(await store.connection.collection('opt_outs').countDocuments({ partnerId: of.partnerId })).toBe(1);
  });
});
