import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Returns what counts as one address in limits: an IPv4 address (mapped into IPv6 or not), or the /64 network of an
 * IPv6 one, which belongs to a single household or machine.
 */
export function addressOf(ip: string | undefined): string {
  if (ip === undefined) return 'unknown';
  if (!isIPv6(ip)) return ip;
  const address = ipaddr.process(ip);
  if (!('parts' in address)) return address.toString();
  const groups = address.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}
