/**
 * Returns where a page wants its visitors after a booking, by `redirect-url`, with the id and the status of the booking
 * in its query; null where it names no page.
 */
export function redirectOf(
  element: Element,
  { id, status }: { readonly id: string; readonly status: string },
): string | null {
  const wanted = element.getAttribute('redirect-url');
  if (!wanted || !URL.canParse(wanted, element.baseURI)) return null;
  const url = new URL(wanted, element.baseURI);
  if (!/^https?:$/.test(url.protocol)) return null;
  url.searchParams.set('booking', id);
  url.searchParams.set('status', status);
  return url.href;
}
