import { describe, expect, it } from 'vitest';
import { createMemoryPartners } from '../ports/partners.memory.ts';
import type { Partner, PartnerKey } from '../ports/partners.ts';
import { pageLookups } from './page-lookups.ts';

const key = (lookup: string, change: Partial<PartnerKey> = {}): PartnerKey => ({
  id: lookup,
  kind: 'publishable',
  mode: 'test',
  lookup,
  createdAt: 0,
  ...change,
});
const fit: Partner = {
  id: '665f00000000000000000081',
  slug: 'fit',
  name: 'Fit',
  hosts: [],
  limits: {},
  allowedOrigins: [],
  keys: [
    key('pk_test_fit'),
    key('pk_live_fit', { mode: 'live' }),
    key('hash', { kind: 'secret' }),
    key('pk_test_old', { revokedAt: 1 }),
    key('pk_test_rolled', { expiresAt: 1 }),
  ],
  branding: {},
  version: 1,
};
const gym: Partner = {
  id: '665f00000000000000000082',
  slug: 'gym',
  name: 'Gym',
  hosts: [],
  limits: {},
  allowedOrigins: [],
  keys: [key('pk_test_gym')],
  branding: {},
  version: 1,
};

const signIn = (asked: string | undefined, ...partners: Partner[]) =>
  pageLookups({
    coaches: { idOfSlug: async () => null, byId: async () => null },
    partners: createMemoryPartners(partners),
    tokens: { readManage: () => null, readMail: () => null },
    realNow: () => 1,
  }).signIn(asked);

describe('whose people sign in', () => {
  it('is the only partner, by its live key', async () =>
    expect(await signIn(undefined, fit)).toEqual({ partner: 'Fit', publishableKey: 'pk_live_fit' }));
  it('is the only partner by its test key when there is no live one', async () =>
    expect(await signIn(undefined, gym)).toEqual({ partner: 'Gym', publishableKey: 'pk_test_gym' }));
  it('is nobody known when there are several', async () => expect(await signIn(undefined, fit, gym)).toBeNull());
  it('is the partner of the key, by that key', async () =>
    expect(await signIn('pk_test_fit', fit, gym)).toEqual({ partner: 'Fit', publishableKey: 'pk_test_fit' }));
  it.each(['pk_test_nobody', 'pk_test_old', 'pk_test_rolled', 'hash'])('is nobody for %s', async (asked) =>
    expect(await signIn(asked, fit)).toBeNull(),
  );
});
