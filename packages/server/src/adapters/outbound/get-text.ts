import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { request, type Agent, type Dispatcher } from 'undici';
import { OutboundFailure, type OutboundQuestion, type OutboundText } from '../../application/ports/outbound.ts';
import { codeOf, headerOf, retryAfterOf } from './answer-parts.ts';
import type { Guard } from './guard.ts';

/** The way out of one process. */
export interface Exits {
  readonly guard: Guard;
  readonly agents: Readonly<Record<'http:' | 'https:', Agent>>;
  readonly realNow: () => Instant;
  /** Milliseconds, for all of a question with its redirects. */
  readonly wholeTimeout: number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 3;

/** Throws where the address must not be called; called again for each redirect. */
const agentFor = ({ guard, agents }: Exits, mode: OutboundQuestion['mode'], url: URL): Agent => {
  const { protocol, username, password } = url;
  const isKnown = protocol === 'https:' || (protocol === 'http:' && mode === 'test');
  if (!isKnown || username !== '' || password !== '') throw new OutboundFailure('URL_NOT_ALLOWED');
  guard.checkLiteral(url.href);
  return agents[protocol];
};

/** Returns the text of a body, unpacked by the way and never longer than this. */
const textOf = async ({ body, headers }: Dispatcher.ResponseData, maxBytes: number): Promise<string> => {
  const packing = headerOf(headers, 'content-encoding') ?? 'identity';
  if (!['identity', 'gzip', 'x-gzip'].includes(packing)) throw new OutboundFailure('ENCODING');
  const packed = body as Readable;
  const plain: Readable = packing === 'identity' ? packed : packed.pipe(createGunzip());
  // The end of a pipe gets no error of its beginning.
  packed.on('error', (error) => plain.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new OutboundFailure('TOO_BIG');
      chunks.push(chunk);
    }
  } finally {
    packed.on('error', () => undefined).destroy();
  }
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headerOf(headers, 'content-type') ?? '') ?? [];
  return decoderOf(charset).decode(Buffer.concat(chunks));
};

const decoderOf = (charset: string): TextDecoder => {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
};

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
  const text = isGood ? await textOf(response, maxBytes) : '';
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
