import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { Refusal } from '../../../application/kernel/refusal.ts';
import { addressOf } from './address.ts';

const NAME = 'X-Client-Address';

const refusal = (message: string): Refusal =>
  new Refusal('INVALID_REQUEST', `${NAME}: ${message}`, { problems: [{ path: NAME, message }] });

/**
 * Returns the address of the visitor for whom a partner's server acts, as limits count it; undefined when it names
 * none. Throws INVALID_REQUEST.
 */
export function visitorAddressOf(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-client-address'];
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || isIP(given) === 0) throw refusal('Must be one IP address.');
  return addressOf(given);
}

/** Rejects a visitor's address from any caller but a partner's server: it could be made up. Throws INVALID_REQUEST. */
export function refuseVisitorAddress(headers: IncomingHttpHeaders): void {
  if (headers['x-client-address'] !== undefined) throw refusal('Only a secret key may name the address of a visitor.');
}
