import type { OperationDescriptor } from './operation-types.ts';
import type { CallOptions, TransportOptions } from './options.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { refuseSecretKey } from './refuse-secret-key.ts';

/** One HTTP request, before it is sent. */
export interface BuiltRequest {
  readonly method: string;
  /** The URL without the key, so that errors may hold it. */
  readonly url: string;
  /** The URL with the key, for GETs of a publishable key. */
  readonly keyedUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown> | undefined;
}

/**
 * Sorts a flat input into path, query, headers and body as its descriptor requires. A GET carries the publishable key
 * as `?key=`, so that a browser needs no preflight; a write, or a request with a booking's token, has it in a header,
 * which keeps it out of logs.
 *
 * @throws SecretKeyInBrowserError when the key or the token is a secret key, which must not be part of a URL or a page.
 *
 * @throws TypeError when a path value is empty or consists of dots: the URL would then name another operation.
 */
export function buildRequest(
  { method, path, query, headers: headerNames = {}, creates }: OperationDescriptor,
  input: object,
  options: TransportOptions,
  call: CallOptions,
): BuiltRequest {
  const search = new URLSearchParams();
  const headers: Record<string, string> = {};
  const body: Record<string, unknown> = {};
  const inPath: Record<string, string> = {};
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    if (path.includes(`{${name}}`)) inPath[name] = String(value);
    else if (headerNames[name]) headers[headerNames[name]] = String(value);
    else if (method === 'GET' || query?.includes(name)) search.append(name, String(value));
    else body[name] = value;
  }
  const filled = path.replace(/{(\w+)}/g, (_, name: string) => {
    const value = inPath[name] ?? '';
    if (/^\.*$/.test(value)) throw new TypeError(`${name} is not usable: "${value}"`);
    return encodeURIComponent(value);
  });
  const { publishableKey, testNow } = options;
  const bookingToken = call.bookingToken ?? options.bookingToken;
  refuseSecretKey(publishableKey);
  refuseSecretKey(bookingToken);
  const withQuery = () => `${options.baseUrl.replace(/\/+$/, '')}${filled}?${search}`.replace(/\?$/, '');
  const url = withQuery();
  if (publishableKey && method === 'GET' && !bookingToken) search.append('key', publishableKey);
  else if (publishableKey) headers['X-Publishable-Key'] = publishableKey;
  if (bookingToken) headers['X-Booking-Token'] = bookingToken;
  if (testNow) headers['X-Test-Now'] = typeof testNow === 'string' ? testNow : testNow();
  if (call.clientAddress) headers['X-Client-Address'] = call.clientAddress;
  if (creates) headers['Idempotency-Key'] = call.idempotencyKey ?? idempotencyKey();
  return { method, url, keyedUrl: withQuery(), headers, body: /P[OUA]/.test(method) ? body : undefined };
}
