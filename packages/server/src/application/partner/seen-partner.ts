import type { Core } from '../ports/core.ts';
import type { Partner } from '../ports/partners.ts';
import { remember } from '../kernel/remember.ts';

/** So many partners are remembered. */
const MOST = 1000;

/**
 * A partner as this process knows it: read at most every few seconds, since every visitor's request may ask. Null when
 * it is not stored, and when it cannot be read: what a partner has set then waits, and nobody else does.
 */
export function createSeenPartner({
  partners,
  realNow,
}: Pick<Core, 'partners' | 'realNow'>): (partnerId: string) => Promise<Partner | null> {
  return remember((partnerId) => partners.byId(partnerId).catch(() => null), { now: realNow, most: MOST });
}
