import type { Partner, Partners } from './partners.ts';

/** Partners of one process, for tests and tools. Refuses what the store's unique index refuses: one key under two partners. */
export const createMemoryPartners = (given: readonly Partner[] = []): Partners => {
  const partners = new Map(given.map((partner) => [partner.id, partner]));
  const owns = (partner: Partner, lookup: string): boolean => partner.keys.some((key) => key.lookup === lookup);
  const ownerOf = (lookup: string): Partner | null => [...partners.values()].find((partner) => owns(partner, lookup)) ?? null;
  const put = (partner: Partner): true => {
    const other = partner.keys.map(({ lookup }) => ownerOf(lookup)).find((owner) => owner && owner.id !== partner.id);
    if (other) throw new Error(`Partner ${other.id} already has a key of ${partner.id}.`);
    partners.set(partner.id, partner);
    return true;
  };
  return {
    byKey: async (lookup) => ownerOf(lookup),
    byId: async (id) => partners.get(id) ?? null,
    only: async () => (partners.size === 1 ? [...partners.values()][0]! : null),
    anyAllows: async (origin) => [...partners.values()].some((partner) => partner.allowedOrigins.includes(origin)),
    insert: async (partner) => !partners.has(partner.id) && put(partner),
    replace: async (partner, expectedVersion) => partners.get(partner.id)?.version === expectedVersion && put(partner),
  };
};
