import { SecretKeyInBrowserError } from '../errors/secret-key-in-browser-error.ts';
import { refuseSecretKey } from './refuse-secret-key.ts';
import type { TransportOptions } from './options.ts';

const WAYS = ['publishableKey', 'bookingToken', 'secretKey', 'operatorKey', 'session'] as const;

/**
 * Validates the options before anything is sent, because a wrong one would fail late and without a clear reason.
 * @throws TypeError that names the option.
 * @throws SecretKeyInBrowserError when a secret key or the operator's is given in a browser, or a secret key in the
 * place of a publishable key or a token, which go into URLs and pages.
 */
export function checkOptions(options: TransportOptions): void {
  if (!options) throw new TypeError('Options are missing: { baseUrl, publishableKey } at least.');
  checkBaseUrl(options.baseUrl);
  const given = WAYS.filter((way) => options[way]);
  const empty = WAYS.find((way) => way in options && !options[way]);
  if (!given.length && empty) throw new TypeError(`${empty} is empty. Is the variable set that it comes from?`);
  if (!given.length) throw new TypeError(`One of ${WAYS.join(', ')} is needed: it says who calls.`);
  if (given.length > 1 && given.join() !== 'publishableKey,bookingToken')
    throw new TypeError(`${given.join(' and ')} are given together. Only one may say who calls.`);
  if (options.session && typeof options.session !== 'function')
    throw new TypeError('session is a function that returns an access token, since tokens last minutes.');
  if (options.secretKey?.startsWith('pk_')) throw new TypeError('secretKey holds a publishable key (pk_…).');
  refuseSecretKey(options.publishableKey);
  refuseSecretKey(options.bookingToken);
  if ((options.secretKey || options.operatorKey) && isBrowser()) throw new SecretKeyInBrowserError();
}

function checkBaseUrl(baseUrl: unknown): void {
  const hint = 'It is the origin of the server, such as https://book.example.';
  if (!baseUrl) throw new TypeError(`baseUrl is missing. ${hint}`);
  const url = urlOf(String(baseUrl));
  if (!url) throw new TypeError(`baseUrl is no address with http: or https: in front: "${baseUrl}". ${hint}`);
  if (url.username || url.password || url.search || url.hash)
    throw new TypeError(`baseUrl holds more than an origin: a user, a query or a fragment. ${hint}`);
  if (/\/v1\/*$/.test(url.pathname)) throw new TypeError(`baseUrl ends in /v1, which the paths bring along. ${hint}`);
}

function urlOf(text: string): URL | null {
  try {
    return /^https?:\/\//.test(text) ? new URL(text) : null;
  } catch {
    return null;
  }
}

/** Returns whether this runs in a page or in a worker of one, where its content is public. */
function isBrowser(): boolean {
  return typeof window !== 'undefined' || 'importScripts' in globalThis;
}
