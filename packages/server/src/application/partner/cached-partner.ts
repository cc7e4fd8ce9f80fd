import type { Core } from '../ports/core.ts';
import { createCache } from '../kernel/create-cache.ts';

/**
 * A partner as this process knows it: read at most every few seconds, since every visitor's request may ask. Null when
 * it is not stored, and when it cannot be read: what a partner has set then waits, and nobody else does.
 */
export function createCachedPartner(
  { partners, realNow }: Pick<Core, 'partners' | 'realNow'>,
  max = 1000,
): Core['cachedPartner'] {
  return createCache((partnerId) => partners.byId(partnerId).catch(() => null), { now: realNow, max });
}
