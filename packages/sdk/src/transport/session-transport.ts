import type { Transport } from './create-transport.ts';
import { createSender } from './key-transport.ts';
import type { SessionTransportOptions } from './options.ts';
import { readAnswer } from './read-answer.ts';
import { withSession } from './with-session.ts';

/**
 * `createTransport` for pages where bytes matter: with a session, and for operations that answer JSON in the envelope
 * or stream, which are all that a coach's calendar calls.
 */
export function createSessionTransport(options: SessionTransportOptions): Transport {
  return createSender(options, async ({ stream }, request, send, { signal }) => {
    const { response, text } = await withSession(options.session, request, send, signal);
    return stream && response.ok ? { data: response.body } : readAnswer(response, text, request);
  });
}
