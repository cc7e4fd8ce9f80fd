import type { Context } from '../kernel/context.ts';
import { refuseInput } from '../kernel/scope.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { Core } from '../ports/core.ts';
import type { Partner } from '../ports/partners.ts';

const hostsOf = (publicUrl: string, partner: Partner | null): readonly string[] => [
  new URL(publicUrl).host,
  ...(partner?.hosts ?? []),
];

const isAllowed = ({ origin, protocol, host }: URL, publicUrl: string, partner: Partner | null): boolean =>
  partner?.allowedOrigins.includes(origin) === true ||
  (protocol === new URL(publicUrl).protocol && hostsOf(publicUrl, partner).includes(host));

/**
 * Returns the page to which a browser comes back from a provider; the desk when none is given. Throws INVALID_REQUEST
 * for one that is not of this server or this partner, since the code of the provider goes there.
 */
export async function returnAddress(
  { publicUrl, cachedPartner }: Pick<Core, 'publicUrl' | 'cachedPartner'>,
  { caller }: Context,
  given: string | undefined,
): Promise<string> {
  const partner = await cachedPartner(caller.partnerId);
  if (given === undefined) return pageAddress(publicUrl(), partner, '/desk/settings/connections');
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || url.username !== '' || url.password !== '' || !isAllowed(url, publicUrl(), partner))
    refuseInput('returnTo', 'Must be a page of this server, of one of your hosts or of an allowed origin.');
  url.hash = '';
  return url.href;
}
