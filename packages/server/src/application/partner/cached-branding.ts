import type { Core } from '../ports/core.ts';
import type { Branding } from '../ports/partners.ts';

/**
 * Returns the branding of a partner from the cache, since every widget reads it first. Undefined where nothing is set,
 * and when it cannot be read: a widget without branding is better than none.
 */
export async function cachedBranding(
  { cachedPartner }: Pick<Core, 'cachedPartner'>,
  partnerId: string,
): Promise<Branding | undefined> {
  const branding = (await cachedPartner(partnerId))?.branding;
  return branding && Object.keys(branding).length > 0 ? branding : undefined;
}
