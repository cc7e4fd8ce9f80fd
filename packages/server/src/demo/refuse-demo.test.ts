import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { createMemoryPartners } from '../adapters/memory/partners.ts';
import type { User, Users } from '../application/ports/users.ts';
import { DEMO_PARTNER, demoKeys, loadDemoPartner } from './demo-partner.ts';
import { demoWarning, withClosedDemoAccounts, withoutDemoKeys } from './refuse-demo.ts';
import { lookupOf } from '../application/partner/key-lookup.ts';

describe('S6 the demo in production', () => {
  it('refuses the demo’s keys, and names them at the start', async () => {
    const partners = createMemoryPartners([]);
    expect(await demoWarning(partners)).toBeUndefined();
    await loadDemoPartner(partners, [], instant(0));
    const { secret, publishable } = demoKeys;
    for (const lookup of [publishable, lookupOf('secret', secret)]) {
      expect(await partners.byKey(lookup)).not.toBeNull();
      expect(await withoutDemoKeys(partners).byKey(lookup)).toBeNull();
    }
    expect(await demoWarning(partners)).toMatch(
      /pk_test_demo and sk_test_demo and the accounts …@demo\.example are refused/,
    );
  });

  it('closes the demo’s accounts, and no others', async () => {
    const one = (partnerId: string, emailKey: string) =>
      ({ id: `${partnerId} ${emailKey}`, partnerId, emailKey, active: true }) as User;
    const all = [
      one(DEMO_PARTNER, 'admin@demo.example'),
      one(DEMO_PARTNER, 'kim@harbour.example'),
      one('another', 'ana@demo.example'),
    ];
    const find = (id: string) => all.find((user) => user.id === id) ?? null;
    const users = withClosedDemoAccounts({
      byId: async (id: string) => find(id),
      byIds: async (ids: readonly string[]) => ids.map((id) => find(id)!),
      byEmail: async (_scope: object, emailKey: string) => all.find((user) => user.emailKey === emailKey) ?? null,
    } as unknown as Users);
    const ids = all.map(({ id }) => id);
    expect((await users.byIds(ids)).map(({ active }) => active)).toEqual([false, true, true]);
    expect((await users.byId(ids[0]!))!.active).toBe(false);
    expect((await users.byEmail({ partnerId: DEMO_PARTNER, mode: 'test' }, 'admin@demo.example'))!.active).toBe(false);
    expect(await users.byId('nobody')).toBeNull();
  });
});
