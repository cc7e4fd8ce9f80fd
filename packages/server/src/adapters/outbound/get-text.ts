import type { Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { request, type Agent, type Dispatcher } from 'undici';
import { OutboundFailure, type OutboundQuestion, type OutboundText } from '../../application/ports/outbound.ts';
import { codeOf, headerOf, retryAfterOf } from './answer-parts.ts';
import { bodyText } from './body-text.ts';
import type { Guard } from './guard.ts';

/** The way out of one process. */
export interface Exits {
  readonly guard: Guard;
  readonly agents: Readonly<Record<'http:' | 'https:', Agent>>;
  readonly realNow: () => Instant;
  /** Milliseconds, for all of a question with its redirects. */
  readonly wholeTimeout: number;
  /** Providers that tests run on this machine. */
  readonly providers?: { readonly origins: ReadonlySet<string>; readonly agent: Agent };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 3;

/** Throws where the address must not be called; called again for each redirect. */
export function agentFor({ guard, agents, providers }: Exits, mode: OutboundQuestion['mode'], url: URL): Agent {
  const { protocol, username, password } = url;
  if (providers?.origins.has(url.origin)) return providers.agent;
  const isKnown = protocol === 'https:' || (protocol === 'http:' && mode === 'test');
  if (!isKnown || username !== '' || password !== '') throw new OutboundFailure('URL_NOT_ALLOWED');
  guard.checkLiteral(url.href);
  return agents[protocol];
}

/** Returns milliseconds, of `Cache-Control: max-age`. */
const maxAgeOf = (header: string | undefined): number | undefined => {
  const [, seconds] = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(header ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds) * SECOND;
};

const answered = async (
  response: Dispatcher.ResponseData,
  { maxBytes }: OutboundQuestion,
  now: Instant,
): Promise<OutboundText> => {
  const { statusCode: status, headers, body } = response;
  const isGood = status >= 200 && status < 300;
  const text = isGood ? await bodyText(response, maxBytes) : '';
  if (!isGood) body.on('error', () => undefined).destroy();
  const named = {
    etag: headerOf(headers, 'etag'),
    lastModified: headerOf(headers, 'last-modified'),
    maxAge: maxAgeOf(headerOf(headers, 'cache-control')),
    retryAfter: retryAfterOf(headerOf(headers, 'retry-after'), now),
  };
  return { status, text, ...named };
};

/** Gets a text, and follows three redirects at most, each judged like the first address. Throws an OutboundFailure. */
export async function getText(exits: Exits, question: OutboundQuestion): Promise<OutboundText> {
  const { mode, headers } = question;
  const late = AbortSignal.timeout(exits.wholeTimeout);
  try {
    let url = new URL(question.url);
    for (let redirects = 0; ; redirects += 1) {
      const response = await request(url, {
        dispatcher: agentFor(exits, mode, url),
        method: 'GET',
        headers: { ...headers, 'accept-encoding': 'gzip' },
        signal: late,
      });
      const location = headerOf(response.headers, 'location');
      if (!REDIRECTS.has(response.statusCode) || location === undefined)
        return await answered(response, question, exits.realNow());
      response.body.on('error', () => undefined).destroy();
      if (redirects >= MAX_REDIRECTS) throw new OutboundFailure('TOO_MANY_REDIRECTS');
      if (!URL.canParse(location, url)) throw new OutboundFailure('URL_NOT_ALLOWED');
      url = new URL(location, url);
    }
  } catch (error) {
    if (error instanceof OutboundFailure) throw error;
    throw new OutboundFailure(codeOf(error, late.aborted, false));
  }
}
