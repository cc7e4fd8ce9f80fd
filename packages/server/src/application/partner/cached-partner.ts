import type { Core } from '../ports/core.ts';
import type { Partner } from '../ports/partners.ts';
import { createCache } from '../kernel/create-cache.ts';

/** So many partners are remembered. */
const MAX_CACHED = 1000;

/**
 * A partner as this process knows it: read at most every few seconds, since every visitor's request may ask. Null when
 * it is not stored, and when it cannot be read: what a partner has set then waits, and nobody else does.
 */
export function createCachedPartner({
  partners,
  realNow,
}: Pick<Core, 'partners' | 'realNow'>): (partnerId: string) => Promise<Partner | null> {
  return createCache((partnerId) => partners.byId(partnerId).catch(() => null), { now: realNow, max: MAX_CACHED });
}
