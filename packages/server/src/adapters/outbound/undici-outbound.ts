import { Agent, request, type Dispatcher } from 'undici';
import { instant, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { OutboundFailure, type Outbound, type OutboundAnswer } from '../../application/ports/outbound.ts';
import { codeOf, headerOf, retryAfterOf } from './answer-parts.ts';
import { getText, type Exits } from './get-text.ts';
import type { Guard } from './guard.ts';
import { sendCall } from './send-call.ts';

export interface OutboundOptions {
  readonly guard: Guard;
  readonly realNow: () => Instant;
  /** Milliseconds. */
  readonly connectTimeout?: number;
  readonly wholeTimeout?: number;
  /** Certificates that are trusted in place of the system's. */
  readonly ca?: string;
  /** Origins of this machine at which tests run providers, whatever the guard says. Never in production. */
  readonly providerOrigins?: readonly string[];
}

/** An Outbound, which holds connections open for a moment. */
export interface OpenOutbound extends Outbound {
  close(): Promise<void>;
}

/** Bytes of an answer that are read. It is never unpacked, so a small one cannot become a large one. */
const READ = 4096;

/** Returns the beginning of an answer, whatever became of the rest. */
const beginningOf = async ({ body, headers }: Dispatcher.ResponseData): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= READ) break;
    }
  } catch {
    // Its status has been read, and that is the answer.
  }
  body.on('error', () => undefined).destroy();
  const isPacked = (headerOf(headers, 'content-encoding') ?? 'identity') !== 'identity';
  return isPacked ? '' : Buffer.concat(chunks).subarray(0, READ).toString('utf8');
};

/**
 * Calls by undici: only where the guard lets it, at registering and at connecting; five seconds to connect, fifteen
 * for all of it. A post follows no redirect and reads four kilobytes of the answer at most.
 */
export function createOutbound({
  guard,
  realNow,
  connectTimeout = 5 * SECOND,
  wholeTimeout = 15 * SECOND,
  ca,
  providerOrigins = [],
}: OutboundOptions): OpenOutbound {
  const limits = { headersTimeout: wholeTimeout, bodyTimeout: wholeTimeout, pipelining: 1 };
  const agentFor = (protocol: 'http:' | 'https:') =>
    new Agent({
      connect: { lookup: guard.lookup(protocol), timeout: connectTimeout, ...(ca !== undefined && { ca }) },
      ...limits,
    });
  const agents = { 'http:': agentFor('http:'), 'https:': agentFor('https:') };
  const providers = { origins: new Set(providerOrigins), agent: new Agent({ connectTimeout, ...limits }) };
  const exits: Exits = { guard, agents, realNow, wholeTimeout, providers };
  return {
    refusalOf: (mode, url) => guard.refusalOf(mode, url),
    async post({ mode, url, headers, body, signal }): Promise<OutboundAnswer> {
      const { protocol } = new URL(url);
      const isKnown = protocol === 'https:' || (protocol === 'http:' && mode === 'test');
      if (!isKnown) throw new OutboundFailure('URL_NOT_ALLOWED');
      const late = AbortSignal.timeout(wholeTimeout);
      try {
        // Nothing looks a literal address up, so it is judged here.
        guard.checkLiteral(url);
        const answer = await request(url, {
          dispatcher: agents[protocol],
          method: 'POST',
          headers: { ...headers, 'accept-encoding': 'identity' },
          body,
          signal: signal ? AbortSignal.any([late, signal]) : late,
        });
        const text = await beginningOf(answer);
        const date = Date.parse(headerOf(answer.headers, 'date') ?? '');
        const retryAfter = retryAfterOf(headerOf(answer.headers, 'retry-after'), realNow());
        return {
          status: answer.statusCode,
          text,
          ...(retryAfter !== undefined && { retryAfter }),
          ...(!Number.isNaN(date) && { date: instant(date) }),
        };
      } catch (error) {
        throw new OutboundFailure(codeOf(error, late.aborted, signal?.aborted ?? false));
      }
    },
    get: (asked) => getText(exits, asked),
    send: (call) => sendCall(exits, call),
    close: async () =>
      void (await Promise.all([...Object.values(agents), providers.agent].map((agent) => agent.destroy()))),
  };
}
