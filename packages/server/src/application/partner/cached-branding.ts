import type { Core } from '../ports/core.ts';
import type { Branding } from '../ports/partners.ts';

/**
 * The branding of a partner as this process knows it, since it comes with what a widget asks first. Undefined where
 * nothing is set, and when it cannot be read: a widget without branding is better than none.
 */
export async function cachedBranding(
  { cachedPartner }: Pick<Core, 'cachedPartner'>,
  partnerId: string,
): Promise<Branding | undefined> {
  const branding = (await cachedPartner(partnerId))?.branding;
  return branding && Object.keys(branding).length > 0 ? branding : undefined;
}
