import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../../../application/refusal.ts';
import type { Scheme } from '../spec/operations.ts';

export interface Credential {
  readonly scheme: Scheme;
  readonly value: string;
}

/** Headers and query of a request, as far as they say who calls. */
export interface Presented {
  readonly headers: IncomingHttpHeaders;
  readonly query: Readonly<Record<string, unknown>>;
}

const howTo: Readonly<Record<Scheme, string>> = {
  publishableKey: 'X-Publishable-Key: pk_… (or ?key=pk_…)',
  secretKey: 'Authorization: Bearer sk_…',
  bookingToken: 'X-Booking-Token',
};

const single = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Browsers send Origin to other sites and, to their own, at least this; servers send neither. */
const fromBrowser = (headers: IncomingHttpHeaders): boolean => headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;

/** The secret key of an Authorization header; undefined when that speaks of something else, as a proxy's Basic does. */
const bearerOf = (authorization: string | undefined): string | undefined => {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || token.startsWith('sk_')) return token;
  throw new Refusal('KEY_INVALID', 'Authorization takes a secret key: Bearer sk_…; a publishable key goes into X-Publishable-Key.');
};

/**
 * The credential of a request among those that open the operation. A secret key wins over a booking token, and that over a publishable
 * key, since a more particular caller is meant.
 * @throws Refusal KEY_MISSING, KEY_INVALID (a form that no key has), SECRET_KEY_IN_BROWSER
 */
export const credentialOf = ({ headers, query }: Presented, schemes: ReadonlySet<Scheme>): Credential => {
  const secret = schemes.has('secretKey') ? bearerOf(headers.authorization) : undefined;
  if (secret && fromBrowser(headers))
    throw new Refusal('SECRET_KEY_IN_BROWSER', 'A browser sent this secret key. Revoke it: whoever opened that page has it now.');
  if (secret) return { scheme: 'secretKey', value: secret };
  const token = single(headers['x-booking-token']);
  if (token && schemes.has('bookingToken')) return { scheme: 'bookingToken', value: token };
  const key = single(headers['x-publishable-key']) ?? single(query.key);
  if (key?.startsWith('sk_')) {
    const code = fromBrowser(headers) ? 'SECRET_KEY_IN_BROWSER' : 'KEY_INVALID';
    throw new Refusal(
      code,
      'A secret key came in the place of a publishable key. It belongs into Authorization: Bearer, and never into a page.',
    );
  }
  if (key && schemes.has('publishableKey')) return { scheme: 'publishableKey', value: key };
  const alone = key ? ' A publishable key alone does not open this.' : '';
  throw new Refusal('KEY_MISSING', `Send ${[...schemes].map((scheme) => howTo[scheme]).join(', or ')}.${alone}`);
};
