/**
 * Returns where the attendee manages a booking: the page that the element names by `manage-url`, with `{token}` in it,
 * where that is on the origin of this page, which the partner's list has; else the hosted page of the server.
 */
export function manageAddress(
  element: Element,
  { manageUrl, manageToken }: { readonly manageUrl?: string; readonly manageToken?: string },
): string {
  const template = element.getAttribute('manage-url');
  if (!template || !manageToken) return manageUrl ?? '';
  const filled = template.replaceAll('{token}', encodeURIComponent(manageToken));
  const own = URL.canParse(filled, element.baseURI) ? new URL(filled, element.baseURI) : null;
  return own?.origin === location.origin ? own.href : (manageUrl ?? '');
}
