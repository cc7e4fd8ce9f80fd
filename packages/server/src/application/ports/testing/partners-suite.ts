import { describe, expect, it } from 'vitest';
import type { Partner, Partners } from '../partners.ts';

let made = 0;

/** A partner that no other test knows. */
const partnerWith = (given: Partial<Partner> = {}): Partner => {
  made += 1;
  return {
    id: `665f0000000000000000${String(made).padStart(4, '0')}`,
    name: `Partner ${made}`,
    allowedOrigins: [`https://p${made}.example`],
    keys: [{ id: `k${made}`, kind: 'publishable', mode: 'test', lookup: `pk_test_${made}` }],
    ...given,
  };
};

/** What every implementation of the port does. */
export const partnersSuite = (open: () => Partners): void => {
  describe('partners', () => {
    // First, since what comes later puts more of them.
    it('tell which is the only one, as long as there is one', async () => {
      const partners = open();
      expect(await partners.only()).toBeNull();
      const first = partnerWith();
      await partners.put(first);
      expect(await partners.only()).toEqual(first);
      await partners.put(partnerWith());
      expect(await partners.only()).toBeNull();
    });

    it('are found by each of their keys and by id, as they were put', async () => {
      const partners = open();
      const partner = partnerWith({
        keys: [
          { id: 'a', kind: 'publishable', mode: 'live', lookup: 'pk_live_suite' },
          { id: 'b', kind: 'secret', mode: 'test', lookup: 'f00d', revokedAt: Date.UTC(2026, 3, 14) },
        ],
      });
      await partners.put(partner);
      expect(await partners.byKey('pk_live_suite')).toEqual(partner);
      expect(await partners.byKey('f00d')).toEqual(partner);
      expect(await partners.byId(partner.id)).toEqual(partner);
    });

    it('are null when nobody has the key or the id', async () => {
      const partners = open();
      expect(await partners.byKey('pk_test_nobody')).toBeNull();
      expect(await partners.byId('665f00000000000000009999')).toBeNull();
    });

    it('tell exactly the origins that some partner lists', async () => {
      const partners = open();
      await partners.put(partnerWith({ allowedOrigins: ['https://one.example', 'https://two.example:8443'] }));
      expect(await partners.anyAllows('https://two.example:8443')).toBe(true);
      expect(await partners.anyAllows('https://two.example')).toBe(false);
      expect(await partners.anyAllows('https://sub.one.example')).toBe(false);
    });

    it('are replaced as a whole', async () => {
      const partners = open();
      const partner = partnerWith();
      await partners.put(partner);
      const changed = { ...partner, name: 'Renamed', allowedOrigins: [], keys: [] };
      await partners.put(changed);
      expect(await partners.byId(partner.id)).toEqual(changed);
      expect(await partners.byKey(partner.keys[0]!.lookup)).toBeNull();
    });

    it('never share a key', async () => {
      const partners = open();
      const [first, second] = [partnerWith(), partnerWith()];
      await partners.put(first);
      await expect(partners.put({ ...second, keys: first.keys })).rejects.toThrow();
      expect(await partners.byKey(first.keys[0]!.lookup)).toEqual(first);
    });

    it('may have no keys, several of them', async () => {
      const partners = open();
      await partners.put(partnerWith({ keys: [] }));
      await partners.put(partnerWith({ keys: [] }));
    });
  });
};
