/** The value of `manage-token` by which the element reads the token from the hash of the page's address. */
const IN_FRAGMENT = '#';
const NAME = 'manage-token';

/** Returns whether the element opens the booking that the address of the page names. */
export function isFromAddress(element: Element & { readonly manageToken?: string }): boolean {
  return element.manageToken === IN_FRAGMENT;
}

/** Returns the token that `manage-token` gives: itself, or for `#` the one behind the `#` of the page's address. */
export function tokenOf(given: string, { hash }: Pick<Location, 'hash'> = location): string {
  return given === IN_FRAGMENT ? (new URLSearchParams(hash.slice(1)).get(NAME) ?? '') : given;
}

/**
 * Returns where the attendee manages a booking: the page that the element names by `manage-url`, where that is on the
 * origin of this page, which the partner's list has; else the address that the server gave. The token is filled in for
 * `{token}`; without that it stands behind the `#`, which browsers send to no server.
 */
export function manageAddress(
  element: Element,
  { manageUrl, manageToken }: { readonly manageUrl?: string; readonly manageToken?: string },
): string {
  const template = element.getAttribute('manage-url');
  if (!template || !manageToken) return manageUrl ?? '';
  const token = encodeURIComponent(manageToken);
  const filled = template.replaceAll('{token}', token);
  const own = URL.canParse(filled, element.baseURI) ? new URL(filled, element.baseURI) : null;
  if (own && filled === template) own.hash = `${NAME}=${token}`;
  return own?.origin === location.origin ? own.href : (manageUrl ?? '');
}
