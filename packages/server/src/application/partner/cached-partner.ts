import type { Core } from '../ports/core.ts';
import { createCache } from '../kernel/create-cache.ts';

/**
 * Creates a cache of partners: read at most every few seconds, since every visitor's request may need one. Null when it
 * is not stored, and when it cannot be read: then the partner's own settings wait, and requests do not.
 */
export function createCachedPartner(
  { partners, realNow }: Pick<Core, 'partners' | 'realNow'>,
  max = 1000,
): Core['cachedPartner'] {
  return createCache((partnerId) => partners.byId(partnerId).catch(() => null), { now: realNow, max });
}
