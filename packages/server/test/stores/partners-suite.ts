import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { Partner, Partners } from '../../src/application/ports/partners.ts';

let made = 0;
const createdAt = instant(Date.UTC(2026, 0, 5));

/** A partner of one test alone. */
const partnerWith = (given: Partial<Partner> = {}): Partner => {
  made += 1;
  return {
    id: `665f0000000000000000${String(made).padStart(4, '0')}`,
    slug: `partner-${made}`,
    name: `Partner ${made}`,
    hosts: [],
    limits: {},
    allowedOrigins: [`https://p${made}.example`],
    keys: [{ id: `k${made}`, kind: 'publishable', mode: 'test', lookup: `pk_test_${made}`, createdAt }],
    branding: {},
    version: 1,
    ...given,
  };
};

/** The tests that every implementation of the port passes. */
export function partnersSuite(open: () => Partners): void {
  describe('partners', () => {
    // First, since what comes later makes more of them.
    it('returns the only partner, as long as there is one', async () => {
      const partners = open();
      expect(await partners.only()).toBeNull();
      const first = partnerWith();
      await partners.insert(first);
      expect(await partners.only()).toEqual(first);
      await partners.insert(partnerWith());
      expect(await partners.only()).toBeNull();
    });

    it('finds partners by each of their keys and by id, as they were written', async () => {
      const partners = open();
      const partner = partnerWith({
        videoFallback: { provider: 'fixed', url: 'https://meet.example/room-of-the-business' },
        intake: {
          questions: [
            { id: 'where', kind: 'choice', label: 'Where?', required: true, options: ['Gym', 'Home'], version: 2 },
            { id: 'goal', kind: 'text', label: 'Goal?', hint: 'One is enough.', health: true, version: 1 },
          ],
          waiver: { text: 'At my own risk.', version: 1 },
        },
        keys: [
          {
            id: 'a',
            kind: 'publishable',
            mode: 'live',
            lookup: 'pk_live_suite',
            createdAt,
            expiresAt: instant(Date.UTC(2026, 3, 15)),
          },
          {
            id: 'b',
            kind: 'secret',
            mode: 'test',
            lookup: 'f00d',
            ending: 'k9Qz',
            createdAt,
            revokedAt: instant(Date.UTC(2026, 3, 14)),
          },
        ],
        branding: {
          name: 'Fit',
          logoUrl: 'https://fit.example/logo.svg',
          accent: '#0f766e',
          tone: 'informal',
          texts: [{ language: 'de', key: 'confirm', text: 'Los' }],
        },
        challenge: true,
        manageUrls: { live: 'https://fit.example/my-booking' },
        guestCaps: { live: { bookingsPerEmail: 5, bookingsPerAddress: null } },
      });
      await partners.insert(partner);
      expect(await partners.byKey('pk_live_suite')).toEqual(partner);
      expect(await partners.byKey('f00d')).toEqual(partner);
      expect(await partners.byId(partner.id)).toEqual(partner);
    });

    it('returns null for an unknown key or id', async () => {
      const partners = open();
      expect(await partners.byKey('pk_test_nobody')).toBeNull();
      expect(await partners.byId('665f00000000000000009999')).toBeNull();
    });

    it('finds exactly the origins that some partner lists', async () => {
      const partners = open();
      await partners.insert(partnerWith({ allowedOrigins: ['https://one.example', 'https://two.example:8443'] }));
      expect(await partners.anyAllows('https://two.example:8443')).toBe(true);
      expect(await partners.anyAllows('https://two.example')).toBe(false);
      expect(await partners.anyAllows('https://sub.one.example')).toBe(false);
    });

    it('replaces partners as a whole', async () => {
      const partners = open();
      const partner = partnerWith({ branding: { accent: '#0f766e' } });
      await partners.insert(partner);
      const changed = { ...partner, name: 'Renamed', allowedOrigins: [], keys: [], branding: {}, version: 2 };
      expect(await partners.replace(changed, 1)).toBe(true);
      expect(await partners.byId(partner.id)).toEqual(changed);
      expect(await partners.byKey(partner.keys[0]!.lookup)).toBeNull();
    });

    it('refuses a key that two partners share', async () => {
      const partners = open();
      const [first, second] = [partnerWith(), partnerWith()];
      await partners.insert(first);
      await expect(partners.insert({ ...second, keys: first.keys })).rejects.toThrow();
      await partners.insert(second);
      await expect(partners.replace({ ...second, keys: first.keys, version: 2 }, 1)).rejects.toThrow();
      expect(await partners.byKey(first.keys[0]!.lookup)).toEqual(first);
    });

    it('finds partners by slug and by each of their hosts', async () => {
      const partners = open();
      const partner = partnerWith({
        slug: 'found-by',
        hosts: ['book.found.example', 'localhost:4010'],
        limits: { writes: 7 },
      });
      await partners.insert(partner);
      expect(await partners.bySlug('found-by')).toEqual(partner);
      expect(await partners.byHost('localhost:4010')).toEqual(partner);
      expect([await partners.bySlug('nobody'), await partners.byHost('found.example')]).toEqual([null, null]);
      const closed = { ...partner, suspendedAt: createdAt, hosts: [], limits: {}, version: 2 };
      expect(await partners.replace(closed, 1)).toBe(true);
      expect([await partners.bySlug('found-by'), await partners.byHost('localhost:4010')]).toEqual([closed, null]);
    });

    it('refuses a shared slug or host, and names which of the two it was', async () => {
      const partners = open();
      const [first, second] = [
        partnerWith({ hosts: ['one.host.example'] }),
        partnerWith({ hosts: ['two.host.example'] }),
      ];
      await partners.insert(first);
      await expect(partners.insert({ ...second, slug: first.slug })).rejects.toMatchObject({
        name: 'PartnerConflict',
        field: 'slug',
      });
      await expect(partners.insert({ ...second, hosts: first.hosts })).rejects.toMatchObject({ field: 'host' });
      await partners.insert(second);
      await expect(partners.replace({ ...second, hosts: first.hosts, version: 2 }, 1)).rejects.toMatchObject({
        field: 'host',
      });
      await expect(partners.replace({ ...second, slug: first.slug, version: 2 }, 1)).rejects.toMatchObject({
        field: 'slug',
      });
      expect(await partners.byHost('two.host.example')).toEqual(second);
    });

    it('lists partners by id, page by page, and counts them', async () => {
      const partners = open();
      const [first, second, third] = [partnerWith(), partnerWith(), partnerWith()];
      const before = await partners.count();
      for (const one of [third, first, second]) await partners.insert(one);
      expect(await partners.list({ after: first.id, limit: 1 })).toEqual([second]);
      expect(await partners.list({ after: second.id, limit: 10 })).toEqual([third]);
      expect(await partners.count()).toBe(before + 3);
    });

    it('makes a partner once: a second one with the id changes nothing', async () => {
      const partners = open();
      const partner = partnerWith();
      expect(await partners.insert(partner)).toBe(true);
      expect(await partners.insert({ ...partner, name: 'Second' })).toBe(false);
      expect(await partners.byId(partner.id)).toEqual(partner);
    });

    it('takes one of several changes to the same version', async () => {
      const partners = open();
      const partner = partnerWith();
      await partners.insert(partner);
      const names = ['One', 'Two', 'Three'];
      const outcomes = await Promise.all(names.map((name) => partners.replace({ ...partner, name, version: 2 }, 1)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await partners.byId(partner.id)).toEqual({ ...partner, name: names[outcomes.indexOf(true)], version: 2 });
    });

    it('makes no partner by a change', async () => {
      const partners = open();
      const partner = partnerWith({ version: 2 });
      expect(await partners.replace(partner, 1)).toBe(false);
      expect(await partners.byId(partner.id)).toBeNull();
    });

    it('accepts several partners without keys', async () => {
      const partners = open();
      await partners.insert(partnerWith({ keys: [] }));
      await partners.insert(partnerWith({ keys: [] }));
    });
  });
}
