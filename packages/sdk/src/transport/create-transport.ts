import { checkOptions } from './check-options.ts';
import { createSender } from './key-transport.ts';
import type { Deliver } from './key-transport.ts';
import type { OperationDescriptor } from './operation-types.ts';
import type { CallOptions, TransportOptions } from './options.ts';
import { readAnswer, readBare } from './read-answer.ts';
import type { Envelope } from './read-answer.ts';
import { failuresOf } from './read-failure.ts';
import { withBearer, withSession } from './with-session.ts';

/** Sends calls to the API. The resource functions take one as their first argument. */
export interface Transport {
  /**
   * Sends one operation with its flat input and resolves to the envelope of a successful answer; rejects with a
   * `CoachBookingError` otherwise. The `data` of an operation that streams is the `ReadableStream` of its body.
   */
  request(operation: OperationDescriptor, input?: object, call?: CallOptions): Promise<Envelope>;
}

/**
 * Returns a transport to one server for one caller. Tried again, with jittered backoff: network failures, 429 and 5xx
 * of GET, PUT, DELETE and every request with an idempotency key; 429 of everything, since nothing was done. A time-out
 * is not tried again: the visitor has waited. When a session's token was refused, the session is called once more, and
 * the request repeated with the next token: nothing was done then either.
 *
 * @throws TypeError that names the option when one is missing, empty or not usable.
 *
 * @throws SecretKeyInBrowserError when a secret key or the operator's is given in a browser, or a secret key as
 * `publishableKey` or `bookingToken`.
 */
export function createTransport(options: TransportOptions): Transport {
  checkOptions(options);
  const key = options.secretKey || options.operatorKey;
  const deliver: Deliver = async (operation, built, send, call) => {
    const request = key ? withBearer(built, key) : built;
    const { response, text } = options.session
      ? await withSession(options.session, request, send, call.signal)
      : await send(request);
    if (operation.stream && response.ok) return { data: response.body };
    if (operation.text && response.ok) return { data: text };
    return operation.bare ? readBare(response, text, request) : readAnswer(response, text, request);
  };
  return createSender(options, deliver, failuresOf(options.fetch));
}
