import ky, { HTTPError, TimeoutError } from 'ky';
import { ConnectionError } from '../errors/connection-error.ts';
import type { ConnectionCause } from '../errors/connection-error.ts';
import { buildRequest } from './build-request.ts';
import type { BuiltRequest } from './build-request.ts';
import type { Transport } from './create-transport.ts';
import type { OperationDescriptor } from './operation-types.ts';
import type { CallOptions, KeyTransportOptions, TransportOptions } from './options.ts';
import { readAnswer, retryAfterOf } from './read-answer.ts';
import type { Envelope } from './read-answer.ts';
import type { Received } from './with-session.ts';

/** The most seconds that one call waits; a longer `Retry-After` is left to the caller. */
const PATIENCE = 10;

/** Creates an envelope from a request's answer; it may send the request more than once. */
export type Deliver = (
  operation: OperationDescriptor,
  request: BuiltRequest,
  send: (request: BuiltRequest) => Promise<Received>,
  call: CallOptions,
) => Promise<Envelope>;

const isTimeout = (error: unknown) => error instanceof TimeoutError;

const deliverJson: Deliver = async (_, request, send) => {
  const { response, text } = await send(request);
  return readAnswer(response, text, request);
};

/** Reads the facts of an error that `fetch` threw; without it the error only states that there was no answer. */
export interface FailureReader {
  /** Returns whether the error is the caller's own mistake and not the network's: it is thrown unchanged. */
  isMistake(error: unknown): boolean;
  causeOf(error: unknown): ConnectionCause;
}

/** Returns a transport that leaves the credential and the answer to `deliver`. */
export function createSender(options: TransportOptions, deliver: Deliver, failures?: FailureReader): Transport {
  const {
    fetch,
    timeout = 10_000,
    retries = 2,
    backoff = (attempt) => 150 * 2 ** attempt * (0.5 + Math.random()),
  } = options;

  /** Sends one request, with its retries. */
  async function send(
    operation: OperationDescriptor,
    request: BuiltRequest,
    { signal, timeout: ownTimeout }: CallOptions,
  ): Promise<Received> {
    const { method, url } = request;
    let wait: number | null = null;
    const sent = ky(request.keyedUrl, {
      method,
      headers: request.headers,
      json: request.body,
      credentials: 'omit',
      timeout: ownTimeout ?? timeout,
      ...(fetch && { fetch }),
      ...(signal && { signal }),
      retry: {
        limit: retries,
        methods: ['get', 'put', 'post', 'patch', 'delete'],
        delay: (attempt) => wait ?? backoff(attempt),
        // A plain boolean, so that ky does not read other headers than ours to find out how long to wait.
        shouldRetry: ({ error }) => {
          const response = error instanceof HTTPError ? error.response : null;
          const after = response && retryAfterOf(response);
          wait = after === null ? null : after * 1000;
          const again = response
            ? /429|50[0234]/.test(`${response.status}`)
            : !isTimeout(error) && !failures?.isMistake(error);
          const repeatable = operation.creates || /^[GD]|PUT/.test(method) || response?.status === 429;
          return again && repeatable && (after ?? 0) <= PATIENCE;
        },
      },
    });
    try {
      const response = await sent.catch((error) => {
        if (error instanceof HTTPError) return error.response;
        throw error;
      });
      return { response, text: operation.stream && response.ok ? '' : await response.text() };
    } catch (error) {
      signal?.throwIfAborted();
      if (isTimeout(error)) throw new ConnectionError('TIMEOUT', method, url);
      throw failures?.isMistake(error) ? error : new ConnectionError('OFFLINE', method, url, failures?.causeOf(error));
    }
  }

  return {
    async request(operation, input = {}, call = {}) {
      const request = buildRequest(operation, input, options, call);
      call.signal?.throwIfAborted();
      return deliver(operation, request, (sent) => send(operation, sent, call), call);
    },
  };
}

/**
 * `createTransport` for pages where bytes matter: with a publishable key, a manage token or both, and for operations
 * that answer JSON in the envelope, which are all that such a key opens but `watchSlots`.
 */
export function createKeyTransport(options: KeyTransportOptions): Transport {
  return createSender(options, deliverJson);
}
