import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { OutboundFailure, type OutboundQuestion, type OutboundText } from '../../application/ports/outbound.ts';
import { createGuard } from './guard.ts';
import { createOutbound } from './undici-outbound.ts';

const MANY = 10_000_000;

describe('the way out for a text', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  const listening = async (answer: RequestListener): Promise<string> => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.ics`;
  };
  const get = (url: string, given: Partial<OutboundQuestion> = {}, allow = ['127.0.0.0/8']): Promise<OutboundText> => {
    const outbound = createOutbound({ guard: createGuard({ allow }), realNow: () => instant(0), wholeTimeout: 500 });
    closing.push(outbound.close);
    return outbound.get({ mode: 'test', url, headers: { 'if-none-match': '"v1"' }, maxBytes: MANY, ...given });
  };
  const codeOf = async (asked: Promise<unknown>): Promise<string> => {
    const error: unknown = await asked.catch((thrown: unknown) => thrown);
    if (error instanceof OutboundFailure) return error.code;
    throw new Error('There was an answer.');
  };

  it('sends the headers, and returns the text with what is told about it', async () => {
    const url = await listening(({ headers }, answer) =>
      answer
        .writeHead(200, {
          etag: '"v2"',
          'last-modified': 'Mon, 13 Apr 2026 09:00:00 GMT',
          'cache-control': 'private, max-age=1800',
        })
        .end(`BEGIN:${headers['if-none-match']}`),
    );
    expect(await get(url)).toEqual({
      status: 200,
      text: 'BEGIN:"v1"',
      etag: '"v2"',
      lastModified: 'Mon, 13 Apr 2026 09:00:00 GMT',
      maxAge: 1_800_000,
      retryAfter: undefined,
    });
  });

  it('returns any other answer without its text', async () => {
    const url = await listening((_, answer) => answer.writeHead(503, { 'retry-after': '7' }).end('Busy'));
    expect(await get(url)).toMatchObject({ status: 503, text: '', retryAfter: 7000 });
  });

  it('unpacks gzip, and reads the characters that the answer names', async () => {
    const packed = await listening((_, answer) =>
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('Übung')),
    );
    expect((await get(packed)).text).toBe('Übung');
    const latin = await listening((_, answer) =>
      answer
        .writeHead(200, { 'content-type': 'text/calendar; charset=iso-8859-1' })
        .end(Buffer.from('Übung', 'latin1')),
    );
    expect((await get(latin)).text).toBe('Übung');
    const odd = await listening((_, answer) =>
      answer.writeHead(200, { 'content-type': 'text/calendar; charset=klingon' }).end('Übung'),
    );
    expect((await get(odd)).text).toBe('Übung');
  });

  it('ends a text that is too long, also one that is only long when it is unpacked', async () => {
    const endless = await listening((_, answer) => {
      answer.writeHead(200);
      const more = (): void => void (answer.writable && answer.write('x'.repeat(65_536), more));
      more();
    });
    expect(await codeOf(get(endless, { maxBytes: 100_000 }))).toBe('TOO_BIG');
    const small = gzipSync(Buffer.alloc(50 * 2 ** 20));
    const bomb = await listening((_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(small));
    expect(await codeOf(get(bomb))).toBe('TOO_BIG');
  });

  it('takes nothing that is packed otherwise, or half', async () => {
    const brotli = await listening((_, answer) => answer.writeHead(200, { 'content-encoding': 'br' }).end('x'));
    expect(await codeOf(get(brotli))).toBe('ENCODING');
    const half = await listening((_, answer) =>
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1000)).subarray(0, 15)),
    );
    expect(await codeOf(get(half))).toMatch(/BUF_ERROR/);
  });

  it('follows three redirects and no fourth', async () => {
    const url = await listening(({ url: path }, answer) => {
      const left = Number(/\d+/.exec(path ?? '')?.[0] ?? 0);
      if (left > 0) answer.writeHead(302, { location: `/${left - 1}` }).end();
      else answer.end('Here.');
    });
    expect((await get(new URL('/3', url).href)).text).toBe('Here.');
    expect(await codeOf(get(new URL('/4', url).href))).toBe('TOO_MANY_REDIRECTS');
  });

  it.each(['http://169.254.169.254/latest', 'file:///etc/passwd', 'https://me:pw@127.0.0.1/', 'http://127.0.0.2/'])(
    'judges a redirect to %s like the first address',
    async (location) => {
      const url = await listening((_, answer) => answer.writeHead(302, { location }).end());
      expect(await codeOf(get(url, {}, ['127.0.0.1']))).toBe('URL_NOT_ALLOWED');
    },
  );

  it('goes by http: in live mode never', async () => {
    const url = await listening((_, answer) => answer.end());
    expect(await codeOf(get(url, { mode: 'live' }))).toBe('URL_NOT_ALLOWED');
  });

  it('waits for all of it no longer than it may, redirects and a dripping text included', async () => {
    const silent = await listening(() => undefined);
    expect(await codeOf(get(silent))).toBe('TIMEOUT');
    const dripping = await listening((_, answer) => {
      answer.writeHead(200);
      const drip = setInterval(() => answer.write('x'), 50);
      answer.on('close', () => clearInterval(drip));
    });
    expect(await codeOf(get(dripping))).toBe('TIMEOUT');
  });
});
