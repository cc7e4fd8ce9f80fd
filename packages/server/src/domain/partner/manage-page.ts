/** The part of an address behind its `#` that holds the token: browsers send it to no server. */
const FRAGMENT = '#manage-token=';

/**
 * Parses the address of a partner's page on which bookings are managed, or returns what is wrong with it in a sentence.
 * It is on an allowed origin, since only there the publishable key works.
 */
export function managePageOf(
  text: string,
  allowedOrigins: readonly string[],
): { readonly url: string } | { readonly problem: string } {
  const given = text.trim();
  if (!URL.canParse(given)) return { problem: 'Must be an address such as https://fit.example/my-booking.' };
  const url = new URL(given);
  if (given.includes('#')) return { problem: 'Must have no #: what opens a booking stands there.' };
  if (url.username || url.password) return { problem: 'Must not hold a user or a password.' };
  if (!allowedOrigins.includes(url.origin))
    return { problem: `Must be on one of the allowed origins, and ${url.origin} is none.` };
  return { url: url.href };
}

/** Returns the address at which a page opens the booking of a token. */
export function managedAt(page: string, token: string): string {
  return `${page}${FRAGMENT}${encodeURIComponent(token)}`;
}
