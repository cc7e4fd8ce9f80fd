import ky, { HTTPError, TimeoutError } from 'ky';
import { ConnectionError } from '../errors/connection-error.ts';
import { SecretKeyInBrowserError } from '../errors/secret-key-in-browser-error.ts';
import { buildRequest } from './build-request.ts';
import type { OperationDescriptor } from './operation-types.ts';
import type { CallOptions, TransportOptions } from './options.ts';
import { readAnswer, retryAfterOf } from './read-answer.ts';
import type { Envelope } from './read-answer.ts';

/** Carries calls to the API. The resource functions take one as their first argument. */
export interface Transport {
  /** Sends one operation with its flat input and gives the envelope of a good answer; rejects with a `CoachBookingError` otherwise. */
  request(operation: OperationDescriptor, input?: object, call?: CallOptions): Promise<Envelope>;
}

/** Nobody waits longer than this many seconds inside one call; a longer `Retry-After` is the caller's to decide. */
const patience = 10;

/**
 * A transport to one server for one caller. Tried again, with jittered backoff: network failures, 429 and 5xx of GET, PUT, DELETE and
 * whatever carries an idempotency key; 429 of everything, since nothing was done. A time-out is not tried again: the visitor has waited.
 * @throws SecretKeyInBrowserError when a secret key is given where there is a `window`.
 */
export function createTransport(options: TransportOptions): Transport {
  if (options.secretKey && typeof window !== 'undefined') throw new SecretKeyInBrowserError();
  const { fetch, timeout = 10_000, retries = 2, backoff = (attempt) => 150 * 2 ** attempt * (0.5 + Math.random()) } = options;

  return {
    async request(operation, input = {}, call = {}) {
      const request = buildRequest(operation, input, options, call);
      const { method, url } = request;
      const { signal } = call;
      signal?.throwIfAborted();
      let wait: number | null = null;
      const sent = ky(request.keyedUrl, {
        method,
        headers: request.headers,
        json: request.body,
        credentials: 'omit',
        timeout: call.timeout ?? timeout,
        ...(fetch && { fetch }),
        ...(signal && { signal }),
        retry: {
          limit: retries,
          methods: ['get', 'put', 'post', 'patch', 'delete'],
          delay: (attempt) => wait ?? backoff(attempt),
          // A plain yes or no, so that ky does not read other headers than ours to find out how long to wait.
          shouldRetry: ({ error }) => {
            const response = error instanceof HTTPError ? error.response : null;
            const after = response && retryAfterOf(response);
            wait = after === null ? null : after * 1000;
            const again = response ? /429|50[0234]/.test(`${response.status}`) : !(error instanceof TimeoutError);
            const repeatable = operation.creates || /^[GD]|PUT/.test(method) || response?.status === 429;
            return again && repeatable && (after ?? 0) <= patience;
          },
        },
      });
      let response: Response;
      let text: string;
      try {
        response = await sent.catch((error) => {
          if (error instanceof HTTPError) return error.response;
          throw error;
        });
        text = await response.text();
      } catch (error) {
        signal?.throwIfAborted();
        throw new ConnectionError(error instanceof TimeoutError ? 'TIMEOUT' : 'OFFLINE', method, url);
      }
      return operation.text && response.ok ? { data: text } : readAnswer(response, text, request);
    },
  };
}
