import type { Core } from '../ports/core.ts';
import type { Partner } from '../ports/partners.ts';

/** Milliseconds for which one may still be given what the partner was. */
const KEEP_FOR = 3000;

/** So many partners are remembered. */
const MOST = 1000;

interface Seen {
  readonly partner: Promise<Partner | null>;
  readonly until: number;
}

/**
 * A partner as this process knows it: read at most every few seconds, since every visitor's request may ask. Null when it is not stored, and
 * when it cannot be read: what a partner has set then waits, and nobody else does.
 */
export const createSeenPartner = ({ partners, realNow }: Pick<Core, 'partners' | 'realNow'>) => {
  const seen = new Map<string, Seen>();
  return (partnerId: string): Promise<Partner | null> => {
    const known = seen.get(partnerId);
    if (known && realNow() < known.until) return known.partner;
    if (seen.size >= MOST) seen.delete(seen.keys().next().value!);
    const partner = partners.byId(partnerId).catch(() => null);
    seen.delete(partnerId);
    seen.set(partnerId, { partner, until: realNow() + KEEP_FOR });
    return partner;
  };
};
