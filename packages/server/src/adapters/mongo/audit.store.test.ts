import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../application/ports/audit.ts';
import { auditSuite } from '../../../test/stores/audit-suite.ts';
import { anId, now, scope } from '../../../test/stores/fixtures.ts';
import { createMongoAudit } from './audit.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';

describe('the audit log in the store', () => {
  let store: TestStores;
  let audit: Audit;
  beforeAll(async () => {
    store = await openTestStores();
    audit = await createMongoAudit(store.connection);
  });
  afterAll(() => store.close());

  auditSuite(() => audit);

  const entry = {
    ...scope,
    at: now,
    by: { kind: 'system' },
    action: 'key.revoked',
    subject: { kind: 'key', id: 'k' },
  } as const;

  it('begins with partner and mode, as do its indexes, none of which expires anything', async () => {
    const id = anId();
    await audit.append({ id, ...entry });
    const collection = store.connection.collection<{ _id: string }>('audit');
    const row = await collection.findOne({ _id: id });
    expect(Object.keys(row!).slice(0, 3)).toEqual(['_id', 'partnerId', 'mode']);
    expect(row).toEqual({ _id: id, ...entry, at: new Date(now) });
    for (const index of await collection.indexes()) {
      expect(Object.keys(index.key).join(' ')).toMatch(/^(_id$|partnerId mode )/);
      expect(index).not.toHaveProperty('expireAfterSeconds');
    }
  });

  it('refuses unknown fields', async () => {
    await expect(audit.append({ id: anId(), ...entry, email: 'ana@example.com' } as never)).rejects.toThrow(/email/);
  });
});
