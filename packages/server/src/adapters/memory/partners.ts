import { MAX_COUNTED } from '../../application/kernel/counts.ts';
import { PartnerConflict, type Partner, type Partners } from '../../application/ports/partners.ts';

/**
 * Keeps the partners of one process, for tests and tools. Refuses what the store's unique index refuses: one key, slug
 * or host under two partners.
 */
export function createMemoryPartners(given: readonly Partner[] = []): Partners {
  const partners = new Map(given.map((partner) => [partner.id, partner]));
  const owns = (partner: Partner, lookup: string): boolean => partner.keys.some((key) => key.lookup === lookup);
  const ownerOf = (lookup: string): Partner | null =>
    [...partners.values()].find((partner) => owns(partner, lookup)) ?? null;
  const put = (partner: Partner): true => {
    const others = [...partners.values()].filter(({ id }) => id !== partner.id);
    if (others.some(({ slug }) => slug === partner.slug)) throw new PartnerConflict('slug');
    if (others.some(({ hosts }) => hosts.some((host) => partner.hosts.includes(host))))
      throw new PartnerConflict('host');
    if (others.some((other) => partner.keys.some(({ lookup }) => owns(other, lookup))))
      throw new PartnerConflict('key');
    partners.set(partner.id, partner);
    return true;
  };
  return {
    byKey: async (lookup) => ownerOf(lookup),
    byId: async (id) => partners.get(id) ?? null,
    bySlug: async (slug) => [...partners.values()].find((partner) => partner.slug === slug) ?? null,
    byHost: async (host) => [...partners.values()].find(({ hosts }) => hosts.includes(host)) ?? null,
    list: async ({ after = '', limit }) =>
      [...partners.values()]
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    count: async () => Math.min(partners.size, MAX_COUNTED + 1),
    only: async () => (partners.size === 1 ? [...partners.values()][0]! : null),
    anyAllows: async (origin) => [...partners.values()].some((partner) => partner.allowedOrigins.includes(origin)),
    insert: async (partner) => !partners.has(partner.id) && put(partner),
    replace: async (partner, expectedVersion) => partners.get(partner.id)?.version === expectedVersion && put(partner),
  };
}
