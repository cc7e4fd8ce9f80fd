import type { IncomingHttpHeaders } from 'node:http';

const hostOf = (origin: string): string => origin.slice(origin.indexOf('//') + 2);

/**
 * Whether a page of this server asks: it sent the server's own origin, or the browser vouches for it with `Sec-Fetch-Site: same-origin`,
 * which no script can set. Then an origin may be absent (GET) or the host that was asked, under whatever name the visitor reached it.
 */
export const isOwnPage = (headers: IncomingHttpHeaders, publicOrigin: string): boolean => {
  const { origin, host } = headers;
  if (origin === publicOrigin) return true;
  if (headers['sec-fetch-site'] !== 'same-origin') return false;
  return origin === undefined || hostOf(origin) === host;
};
