import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { usersSuite } from '../../../../test/stores/users-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('users in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  usersSuite(() => store.stores.users);

  it('S15 seals the secrets of codes, when they are inserted and when they are changed', async () => {
    const id = anId();
    const secondFactor = { secret: 'JBSWY3DPEHPK3PXP', isEnabled: false, recoveryHashes: [] };
    const email = `${id}@mail.example`;
    const user = {
      ...scope,
      id,
      role: 'client',
      name: 'Ana',
      email,
      emailKey: email,
      emailVerified: false,
      active: true,
    } as const;
    const stored = { ...user, passwordHash: 'hash', knownAddresses: [], version: 1, createdAt: now, secondFactor };
    await store.stores.users.insert(stored);
    const row = async () => store.connection.collection<{ _id: string }>('users').findOne({ _id: id });
    expect(await row()).toMatchObject({ secondFactor: { secret: expect.any(mongo.Binary), isEnabled: false } });
    await store.stores.users.replace(
      { ...stored, secondFactor: { ...secondFactor, secret: 'PEHPK3PXPJBSWY3D' }, version: 2 },
      1,
    );
    await store.stores.users.changeEmail({ ...stored, emailKey: `new.${email}`, version: 3 }, 2);
    expect(JSON.stringify(await row())).not.toMatch(/JBSWY3DP|PEHPK3PX/);
    expect((await store.stores.users.byId(id))?.secondFactor).toEqual(secondFactor);
  });
});
