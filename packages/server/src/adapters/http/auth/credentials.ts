import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../../../application/kernel/refusal.ts';
import type { Scheme } from '../spec/operations.ts';

export interface Credential {
  readonly scheme: Scheme;
  readonly value: string;
}

/** Headers and query of a request, which may hold credentials. */
export interface CredentialSource {
  readonly headers: IncomingHttpHeaders;
  readonly query: Readonly<Record<string, unknown>>;
}

const howTo: Readonly<Record<Scheme, string>> = {
  publishableKey: 'X-Publishable-Key: pk_… (or ?key=pk_…)',
  secretKey: 'Authorization: Bearer sk_…',
  session: 'Authorization: Bearer with the access token of a session',
  bookingToken: 'X-Booking-Token',
  operatorKey: 'Authorization: Bearer with the OPERATOR_KEY of this server',
};

const single = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Browsers send Origin to other sites and, to their own, at least this; servers send neither. */
const fromBrowser = (headers: IncomingHttpHeaders): boolean =>
  headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;

/** Returns the operator's credential; its routes accept no other. Throws KEY_MISSING, SECRET_KEY_IN_BROWSER. */
const operatorKeyOf = (headers: IncomingHttpHeaders): Credential => {
  const value = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (value === undefined) throw new Refusal('KEY_MISSING', `Send ${howTo.operatorKey}.`);
  if (fromBrowser(headers))
    throw new Refusal(
      'SECRET_KEY_IN_BROWSER',
      "A browser sent a key to the operator's routes. Change OPERATOR_KEY if it was that.",
    );
  return { scheme: 'operatorKey', value };
};

/** Three parts, like a JWT. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Returns the credential in an Authorization header; undefined for another scheme, such as a proxy's Basic. */
const bearerOf = (authorization: string | undefined): Credential | undefined => {
  const value = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (value === undefined) return undefined;
  if (value.startsWith('sk_')) return { scheme: 'secretKey', value };
  if (JWT.test(value)) return { scheme: 'session', value };
  throw new Refusal(
    'KEY_INVALID',
    'Authorization takes a secret key (Bearer sk_…) or the access token of a session; a publishable key goes into X-Publishable-Key.',
  );
};

/**
 * Returns the credential of a request among those that open the operation. A secret key takes precedence over a booking
 * token, that over a session, and that over a publishable key: the more specific caller wins.
 * @throws Refusal KEY_MISSING, KEY_INVALID (a form that no key has), SECRET_KEY_IN_BROWSER
 */
export function credentialOf({ headers, query }: CredentialSource, schemes: ReadonlySet<Scheme>): Credential {
  if (schemes.has('operatorKey')) return operatorKeyOf(headers);
  const bearer = schemes.has('secretKey') || schemes.has('session') ? bearerOf(headers.authorization) : undefined;
  if (bearer?.scheme === 'secretKey' && fromBrowser(headers))
    throw new Refusal(
      'SECRET_KEY_IN_BROWSER',
      'A browser sent this secret key. Revoke it: whoever opened that page has it now.',
    );
  if (bearer?.scheme === 'secretKey' && schemes.has('secretKey')) return bearer;
  const token = single(headers['x-booking-token']);
  if (token && schemes.has('bookingToken')) return { scheme: 'bookingToken', value: token };
  if (bearer?.scheme === 'session' && schemes.has('session')) return bearer;
  const key = single(headers['x-publishable-key']) ?? single(query.key);
  if (key?.startsWith('sk_')) {
    const code = fromBrowser(headers) ? 'SECRET_KEY_IN_BROWSER' : 'KEY_INVALID';
    throw new Refusal(
      code,
      'A secret key came in the place of a publishable key. It belongs into Authorization: Bearer, and never into a page.',
    );
  }
  if (key && schemes.has('publishableKey')) return { scheme: 'publishableKey', value: key };
  const alone = bearer
    ? ` A ${bearer.scheme === 'session' ? 'session' : 'secret key'} does not open this.`
    : key
      ? ' A publishable key alone does not open this.'
      : '';
  throw new Refusal('KEY_MISSING', `Send ${[...schemes].map((scheme) => howTo[scheme]).join(', or ')}.${alone}`);
}
