import { isIPv6 } from 'node:net';

/** The first four groups of an IPv6 address, with `::` written out. */
const networkOf = (address: string): string => {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const filled =
    tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return filled.slice(0, 4).join(':');
};

/**
 * What counts as one address in limits: an IPv4 address (mapped into IPv6 or not), or the /64 network of an IPv6 one, which is what a
 * single household or machine has to itself.
 */
export const addressOf = (ip: string | undefined): string => {
  if (ip === undefined) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  return isIPv6(ip) ? `${networkOf(ip.toLowerCase())}::/64` : ip;
};
