import type { Booking } from '@coach-booking/sdk';
import { defaultBaseUrl } from '../../internal/base-url.ts';

/** The attributes of the element that name the server and the partner. */
interface Named {
  readonly baseUrl?: string;
  readonly publishableKey?: string | undefined;
}

/**
 * Returns the address at which the visitor registers, or null where the element has no key. The page takes
 * its first values from behind the `#`, so name and address are in no log of a server.
 */
export function accountAddress(
  { baseUrl, publishableKey }: Element & Named,
  { name, email }: Booking['attendee'],
): string | null {
  if (!publishableKey) return null;
  const page = new URL('/me/register', baseUrl || defaultBaseUrl(import.meta.url));
  page.searchParams.set('key', publishableKey);
  page.hash = `${new URLSearchParams({ name, ...(email && { email }) })}`;
  return page.href;
}
