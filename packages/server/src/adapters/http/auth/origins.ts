import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

const hostOf = (origin: string): string => origin.slice(origin.indexOf('//') + 2);

/** Returns whether no foreign DNS server can point this name to this machine: an address, or `localhost`. */
const isBeyondRebinding = (host: string): boolean => {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost');
};

/**
 * Returns whether the request is sent by a page of this server: it has the server's own origin, or the browser vouches
 * for it with `Sec-Fetch-Site: same-origin`, which no script can set. Then an origin may be absent (GET) or equal the
 * requested host. That host must be one of ours: of the server's origin, of the partner, or one that only this machine
 * has. Otherwise a foreign page whose name resolves to this server (DNS rebinding) would count as our own.
 */
export function isOwnPage(
  headers: IncomingHttpHeaders,
  publicOrigin: string,
  partnerHosts: readonly string[] = [],
): boolean {
  const { origin } = headers;
  if (origin === publicOrigin) return true;
  const host = headers.host?.toLowerCase() ?? '';
  if (headers['sec-fetch-site'] !== 'same-origin') return false;
  if (origin !== undefined && hostOf(origin).toLowerCase() !== host) return false;
  return host === hostOf(publicOrigin) || partnerHosts.includes(host) || isBeyondRebinding(host);
}
