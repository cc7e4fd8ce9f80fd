import { describe, expect, it } from 'vitest';
import { createMemoryPartners } from '../ports/partners.memory.ts';
import type { Partner, PartnerKey } from '../ports/partners.ts';
import { pageLookups, type PageAddress } from './page-lookups.ts';

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

const box: Partner = {
  ...gym,
  id: '665f00000000000000000083',
  slug: 'box',
  name: 'Box',
  hosts: ['book.box.example'],
  keys: [key('pk_test_box')],
};

const lookups = (partners: readonly Partner[], head?: { readonly partnerId: string }) =>
  pageLookups({
    coaches: {
      idOfSlug: async () => 'c',
      byId: async () => (head ? ({ ...head, mode: 'test', active: true, name: 'Coach A' } as never) : null),
    },
    partners: createMemoryPartners(partners),
    tokens: { readManage: () => null, readMail: () => null },
    realNow: () => 1,
  });
const signIn = (address: PageAddress, ...partners: Partner[]) => lookups(partners).signIn(address);
const page = (partner: string, publishableKey: string, suspended = false) => ({ partner, publishableKey, suspended });

describe('whose people sign in', () => {
  it('is the only partner, by its live key', async () => expect(await signIn({}, fit)).toEqual(page('Fit', 'pk_live_fit')));
  it('is the only partner by its test key when there is no live one', async () =>
    expect(await signIn({}, gym)).toEqual(page('Gym', 'pk_test_gym')));
  it('is nobody known when there are several', async () => expect(await signIn({ host: 'book.example' }, fit, gym)).toBeNull());
  it('is the partner of the key, by that key', async () =>
    expect(await signIn({ key: 'pk_test_fit' }, fit, gym)).toEqual(page('Fit', 'pk_test_fit')));
  it.each(['pk_test_nobody', 'pk_test_old', 'pk_test_rolled', 'hash'])('is nobody for %s', async (asked) =>
    expect(await signIn({ key: asked }, fit)).toBeNull(),
  );

  it('is the partner with the short name, whatever the host says', async () =>
    expect(await signIn({ slug: 'fit', host: 'book.box.example' }, fit, gym, box)).toEqual(page('Fit', 'pk_live_fit')));
  it('is the partner with the short name by its key in the address, and by no other’s', async () => {
    expect(await signIn({ slug: 'fit', key: 'pk_test_fit' }, fit, gym)).toEqual(page('Fit', 'pk_test_fit'));
    expect(await signIn({ slug: 'fit', key: 'pk_test_gym' }, fit, gym)).toEqual(page('Fit', 'pk_live_fit'));
  });
  it('is nobody for a short name that nobody has, also with one partner', async () =>
    expect(await signIn({ slug: 'fitt' }, fit)).toBeNull());
  it('is the partner of the host, exactly', async () => {
    expect(await signIn({ host: 'book.box.example' }, fit, box)).toEqual(page('Box', 'pk_test_box'));
    expect(await signIn({ host: 'box.example' }, fit, box)).toBeNull();
  });
  it('is told to be suspended', async () => expect(await signIn({}, { ...gym, suspendedAt: 1 })).toEqual(page('Gym', 'pk_test_gym', true)));
});

describe('a page to book a coach on', () => {
  it('is of the coach’s partner, at no address of another', async () => {
    const { bookable } = lookups([fit, gym], { partnerId: gym.id });
    const found = { ...page('Gym', 'pk_test_gym'), name: 'Coach A', slug: 'coach-a' };
    expect([await bookable('coach-a'), await bookable('coach-a', 'gym'), await bookable('coach-a', 'fit')]).toEqual([found, found, null]);
  });
});
