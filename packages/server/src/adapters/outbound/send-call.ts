import { request } from 'undici';
import { OutboundFailure, type OutboundCall, type OutboundReply } from '../../application/ports/outbound.ts';
import { codeOf, headerOf, retryAfterOf } from './answer-parts.ts';
import { bodyText } from './body-text.ts';
import { agentFor, type Exits } from './get-text.ts';

const MAX_BYTES = 1_000_000;

/** Calls an API, follows no redirect, since a token must reach no other host. Throws an OutboundFailure. */
export async function sendCall(exits: Exits, call: OutboundCall): Promise<OutboundReply> {
  const { mode, method, headers, body, maxBytes = MAX_BYTES, timeout = exits.wholeTimeout } = call;
  const late = AbortSignal.timeout(timeout);
  try {
    const url = new URL(call.url);
    const response = await request(url, {
      dispatcher: agentFor(exits, mode, url),
      // The names of WebDAV are none that undici lists.
      method: method as 'GET',
      headers: { ...headers, 'accept-encoding': 'gzip' },
      signal: late,
      ...(body !== undefined && { body }),
    });
    const text = await bodyText(response, maxBytes);
    const named = Object.keys(response.headers).map((name) => [name, headerOf(response.headers, name) ?? ''] as const);
    const retryAfter = retryAfterOf(headerOf(response.headers, 'retry-after'), exits.realNow());
    return { status: response.statusCode, headers: Object.fromEntries(named), text, retryAfter };
  } catch (error) {
    if (error instanceof OutboundFailure) throw error;
    throw new OutboundFailure(codeOf(error, late.aborted, false));
  }
}
