import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { OutboundFailure, type OutboundCall } from '../../application/ports/outbound.ts';
import { createGuard } from './guard.ts';
import { createOutbound } from './undici-outbound.ts';

describe('the way out to an API', () => {
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
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const send = (origin: string, more: Partial<OutboundCall> = {}, providerOrigins = [origin]) => {
    const outbound = createOutbound({ guard: createGuard(), realNow: () => instant(0), providerOrigins });
    closing.push(outbound.close);
    return outbound.send({ mode: 'live', method: 'GET', url: `${origin}/v1`, headers: {}, ...more });
  };
  const codeOf = async (asked: Promise<unknown>): Promise<string> => {
    const error: unknown = await asked.catch((thrown: unknown) => thrown);
    if (error instanceof OutboundFailure) return error.code;
    throw new Error('There was an answer.');
  };

  it.each(['PATCH', 'PROPFIND'])('sends %s with headers and body, and returns any answer whole', async (method) => {
    let got: IncomingMessage | undefined;
    let body = '';
    const origin = await listening((request, answer) => {
      got = request;
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () =>
        answer
          .writeHead(412, { etag: '"v2"', 'retry-after': '7', 'content-encoding': 'gzip' })
          .end(gzipSync('{"error":"ü"}')),
      );
    });
    const headers = { authorization: 'Bearer t', 'if-match': '"v1"' };
    const reply = await send(origin, { method, headers, body: '{"ü":1}' });
    expect(reply).toMatchObject({ status: 412, text: '{"error":"ü"}', retryAfter: 7000, headers: { etag: '"v2"' } });
    expect([got?.method, got?.headers.authorization, got?.headers['if-match'], body]).toEqual([
      method,
      'Bearer t',
      '"v1"',
      '{"ü":1}',
    ]);
  });

  it('follows no redirect, since a token must reach no other host', async () => {
    let asked = 0;
    const origin = await listening((_, answer) => {
      asked += 1;
      answer.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await send(origin)).toMatchObject({ status: 302, headers: { location: '/elsewhere' } });
    expect(asked).toBe(1);
  });

  it('ends what is too long, and what takes too long', async () => {
    const long = await listening((_, answer) => answer.end('x'.repeat(2000)));
    expect(await codeOf(send(long, { maxBytes: 1000 }))).toBe('TOO_BIG');
    const silent = await listening(() => undefined);
    expect(await codeOf(send(silent, { timeout: 50 }))).toBe('TIMEOUT');
  });

  it('reaches this machine at the origins of tests alone', async () => {
    const origin = await listening((_, answer) => answer.end());
    expect(await codeOf(send(origin, {}, []))).toBe('URL_NOT_ALLOWED');
    expect(await codeOf(send(origin.replace('http:', 'https:'), {}, []))).toBe('URL_NOT_ALLOWED');
    expect(await codeOf(send(origin, {}, ['http://127.0.0.1:1']))).toBe('URL_NOT_ALLOWED');
  });
});
