import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Mode } from '../../application/kernel/context.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The options that decide which addresses this server may call. */
export interface GuardOptions {
  /** Returns the addresses of a name. Rejects for one that has none. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
  /** Whether an address is one of the internet. */
  readonly isPublic?: (address: string) => boolean;
  /** Subnets that may be called although they are not public, such as `10.1.0.0/16`. */
  readonly allow?: readonly string[];
}

/** A refused address. Its message is a sentence for the person who typed it. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
  readonly code = 'URL_NOT_ALLOWED';
}

/**
 * The one place that decides which addresses typed by partners are called: webhooks, and whatever else leads out. Names
 * are judged by what they resolve to at the moment of connecting, so that a name which leads elsewhere since it was
 * checked (DNS rebinding) is refused.
 */
export interface Guard {
  /** Returns why an address is never called, or null. */
  refusalOf(mode: Mode, url: string): Promise<string | null>;
  /** Looks names up for `net.connect`, and gives only addresses that may be called. `http:` stays on this machine. */
  lookup(protocol: 'http:' | 'https:'): LookupFunction;
  /** Throws a NotAllowedError for an address that is no name, since nothing looks those up. */
  checkLiteral(url: string): void;
}

const resolveBySystem = async (hostname: string): Promise<readonly string[]> =>
  (await systemLookup(hostname, { all: true })).map(({ address }) => address);

/**
 * Whether it is in a unicast range without a special purpose. What carries an IPv4 address in itself is judged by that
 * address or refused: mapped, 6to4, NAT64, Teredo.
 */
const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

const isLoopback = (address: string): boolean => ipaddr.process(address).range() === 'loopback';

const subnetOf = (text: string): readonly [Address, number] => {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
};

/** The host as `net.connect` takes it; undefined for a name. */
const literalOf = ({ hostname }: URL): string | undefined => {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : undefined;
};

export function createGuard({
  resolve = resolveBySystem,
  isPublic = isPublicAddress,
  allow = [],
}: GuardOptions = {}): Guard {
  const subnets = allow.map(subnetOf);
  const isListed = (text: string): boolean => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return subnets.some((subnet) => address.kind() === subnet[0].kind() && address.match(subnet as never));
  };
  const mayCall = (protocol: string, address: string): boolean =>
    protocol === 'https:' ? isPublic(address) || isListed(address) : isListed(address) && isLoopback(address);
  const refused = (protocol: string, host: string): NotAllowedError =>
    new NotAllowedError(
      protocol === 'https:'
        ? `${host} is no public address, and OUTBOUND_ALLOW_SUBNETS does not name it.`
        : 'Addresses begin with https:. In mode test, http: may lead to this machine where OUTBOUND_ALLOW_SUBNETS names it.',
    );
  const callable = async (protocol: string, host: string): Promise<readonly string[]> => {
    const found = (await resolve(host)).filter((address) => mayCall(protocol, address));
    if (found.length === 0) throw refused(protocol, host);
    return found;
  };
  const checkLiteral = (given: string): void => {
    const url = new URL(given);
    const literal = literalOf(url);
    if (literal !== undefined && !mayCall(url.protocol, literal)) throw refused(url.protocol, url.hostname);
  };
  return {
    checkLiteral,
    lookup: (protocol) => (hostname, options, callback) => {
      callable(protocol, hostname).then(
        (addresses) => {
          const found = addresses.map((address) => ({
            address,
            family: ipaddr.process(address).kind() === 'ipv4' ? 4 : 6,
          }));
          if (options.all) callback(null, found);
          else callback(null, found[0]!.address, found[0]!.family);
        },
        (error: NodeJS.ErrnoException) => callback(error, ''),
      );
    },
    async refusalOf(mode, given) {
      if (!URL.canParse(given)) return 'This is no address.';
      const url = new URL(given);
      if (url.protocol !== 'https:' && !(mode === 'test' && url.protocol === 'http:'))
        return 'Addresses begin with https:.';
      if (url.username !== '' || url.password !== '') return 'Leave out the name and the password before the host.';
      try {
        checkLiteral(given);
        if (literalOf(url) === undefined) await callable(url.protocol, url.hostname);
        return null;
      } catch (error) {
        if (error instanceof NotAllowedError) return error.message;
        return `${url.hostname} has no address: ${(error as NodeJS.ErrnoException).code ?? 'UNKNOWN'}.`;
      }
    },
  };
}
