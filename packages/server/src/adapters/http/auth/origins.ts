import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

const hostOf = (origin: string): string => origin.slice(origin.indexOf('//') + 2);

/** A name that no DNS server of somebody else can give to this machine: an address, or `localhost`. */
const isBeyondRebinding = (host: string): boolean => {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost');
};

/**
 * Whether a page of this server asks: it sent the server's own origin, or the browser vouches for it with
 * `Sec-Fetch-Site: same-origin`, which no script can set. Then an origin may be absent (GET) or the host that was
 * asked. That host must be one of ours: of the server's origin, of the partner, or one that only this machine has. Else
 * a page of somebody whose name leads here (DNS rebinding) were our own.
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
