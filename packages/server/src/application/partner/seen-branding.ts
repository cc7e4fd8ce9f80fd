import type { Core } from '../core.ts';
import type { Branding } from '../ports/partners.ts';

/** Milliseconds for which a page may still be given what the branding was. */
const KEEP_FOR = 3000;

/** So many partners are remembered. */
const MOST = 1000;

interface Seen {
  readonly branding: Promise<Branding | undefined>;
  readonly until: number;
}

/**
 * The branding of a partner as this process knows it: read at most every few seconds, since it comes with what a widget asks first. Undefined
 * where nothing is set, and when it cannot be read: a widget without branding is better than none.
 */
export const createSeenBranding = ({ partners, realNow }: Pick<Core, 'partners' | 'realNow'>) => {
  const seen = new Map<string, Seen>();
  const read = async (partnerId: string): Promise<Branding | undefined> => {
    const branding = (await partners.byId(partnerId).catch(() => null))?.branding;
    return branding && Object.keys(branding).length > 0 ? branding : undefined;
  };
  return (partnerId: string): Promise<Branding | undefined> => {
    const known = seen.get(partnerId);
    if (known && realNow() < known.until) return known.branding;
    if (seen.size >= MOST) seen.delete(seen.keys().next().value!);
    const branding = read(partnerId);
    seen.delete(partnerId);
    seen.set(partnerId, { branding, until: realNow() + KEEP_FOR });
    return branding;
  };
};
