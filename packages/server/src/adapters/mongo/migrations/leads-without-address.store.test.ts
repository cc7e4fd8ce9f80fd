import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Leads, LeadUpsert } from '../../../application/ports/leads.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { createMongoLeads } from '../people/leads.ts';
import { contextOf } from './batches.ts';
import { keyForOlder, LEADS_WITHOUT_ADDRESS, leadsWithoutAddress } from './leads-without-address.ts';

interface Row {
  readonly _id: string;
  readonly emailKey?: string;
  readonly contacts: readonly object[];
}

/** Two processes while an upgrade is finished: one has not yet seen that it is. */
describe('R18 leads without an e-mail', () => {
  let store: TestStores;
  let before: Leads;
  let after: Leads;
  beforeEach(async () => {
    store = await openTestStores();
    await rows().deleteMany({});
    before = await createMongoLeads(store.connection, store.sealing, () => false);
    after = await createMongoLeads(store.connection, store.sealing, () => true);
    // As every earlier release makes it at its start.
    await rows().createIndex({ partnerId: 1, mode: 1, emailKey: 1 }, { unique: true });
  });
  afterEach(() => store.close());

  const rows = () => store.connection.collection<Row>('leads');
  const walkIn = (): LeadUpsert => ({
    ...scope,
    contact: { id: anId(), name: 'Ada' },
    coachId: anId(),
    source: 'direct',
    newId: anId(),
    now,
  });
  const migrated = () => {
    const lease = { renew: () => Promise.resolve(), release: () => Promise.resolve() };
    return leadsWithoutAddress.run(
      contextOf(
        (name) => store.connection.collection(name),
        LEADS_WITHOUT_ADDRESS,
        lease,
        () => now,
      ),
    );
  };
  const indexes = async () => (await rows().indexes()).map(({ name }) => name);

  it('gives leads a key that older processes can index, until the last of them is gone', async () => {
    const [one, two] = [walkIn(), walkIn()];
    for (const each of [one, two]) expect(await before.upsert(each)).toBe(each.newId);
    const stored = await rows().findOne({ _id: one.newId });
    expect([stored?.emailKey, stored?.contacts]).toEqual([
      keyForOlder(one.newId),
      [{ id: one.contact.id, name: 'Ada', email: '' }],
    ]);
    for (const read of [await before.byId(one.newId), await after.byId(one.newId)]) {
      expect(read).not.toHaveProperty('emailKey');
      expect(read?.contacts).toEqual([one.contact]);
    }
  });

  it('stores all leads while the old index is still there, alone and many at once', async () => {
    const all = Array.from({ length: 9 }, walkIn);
    for (const each of all.slice(0, 3)) expect(await after.upsert(each)).toBe(each.newId);
    expect(await Promise.all(all.slice(3).map((each) => after.upsert(each)))).toEqual(
      all.slice(3).map(({ newId }) => newId),
    );
  });

  it('removes what stood in for the e-mail when the upgrade is finished, however often it is', async () => {
    const all = Array.from({ length: 4 }, walkIn);
    for (const each of all) await before.upsert(each);
    const named: LeadUpsert = {
      ...walkIn(),
      emailKey: 'ada@mail.example',
      contact: { ...walkIn().contact, email: 'ada@mail.example' },
    };
    await before.upsert(named);
    for (let n = 0; n < 2; n++) {
      await migrated();
      expect(await rows().countDocuments({ emailKey: { $exists: true } })).toBe(1);
      expect(await rows().countDocuments({ 'contacts.email': '' })).toBe(0);
      expect(await indexes()).not.toContain('partnerId_1_mode_1_emailKey_1');
    }
    expect(await after.upsert({ ...all[0]!, coachId: anId() })).toBe(all[0]!.newId);
    const more = [walkIn(), walkIn()];
    for (const each of more) expect(await after.upsert(each)).toBe(each.newId);
    expect(await rows().countDocuments({ emailKey: { $exists: true } })).toBe(1);
    // Of an address there is one lead as before.
    expect(await after.upsert({ ...named, newId: anId() })).toBe(named.newId);
  });

  it('migrates a store that has no leads at all', async () => {
    await rows().drop();
    await migrated();
    expect(await indexes()).toEqual(['_id_', 'emailKey_1_partnerId_1_mode_1']);
  });
});
