import type { Core } from '../ports/core.ts';
import type { Branding } from '../ports/partners.ts';
import { createCachedPartner } from './cached-partner.ts';

/**
 * The branding of a partner as this process knows it, since it comes with what a widget asks first. Undefined where
 * nothing is set, and when it cannot be read: a widget without branding is better than none.
 */
export function createCachedBranding(core: Pick<Core, 'partners' | 'realNow'>) {
  const partnerOf = createCachedPartner(core);
  return async (partnerId: string): Promise<Branding | undefined> => {
    const branding = (await partnerOf(partnerId))?.branding;
    return branding && Object.keys(branding).length > 0 ? branding : undefined;
  };
}
