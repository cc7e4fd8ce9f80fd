import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { OutboundFailure } from '../../application/ports/outbound.ts';
import { createGuard, type GuardOptions } from './guard.ts';
import { createOutbound, type OpenOutbound, type OutboundOptions } from './undici-outbound.ts';

const NOW = instant(Date.parse('2026-04-13T08:00:00Z'));

describe('the way out', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  const listening = async (answer: RequestListener): Promise<{ url: string; server: Server; port: number }> => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    closing.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    return { url: `http://127.0.0.1:${port}/hooks`, server, port };
  };
  const outboundWith = (guard: GuardOptions = {}, given: Partial<OutboundOptions> = {}): OpenOutbound => {
    const options = { allow: ['127.0.0.0/8'], ...guard };
    const outbound = createOutbound({ guard: createGuard(options), realNow: () => NOW, wholeTimeout: 500, ...given });
    closing.push(outbound.close);
    return outbound;
  };
  const post = (outbound: OpenOutbound, url: string, more: object = {}) =>
    outbound.post({ mode: 'test', url, headers: { 'webhook-id': 'evt_1' }, body: '{"ü":1}', ...more });
  const codeOf = async (asked: Promise<unknown>): Promise<string> => {
    const error: unknown = await asked.catch((thrown: unknown) => thrown);
    if (error instanceof OutboundFailure) return error.code;
    throw new Error('There was an answer.');
  };

  it('posts the bytes with the headers, and returns status, text, Retry-After and the clock of any answer', async () => {
    let got: IncomingMessage | undefined;
    let body = '';
    const { url } = await listening((request, answer) => {
      got = request;
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () =>
        answer.writeHead(503, { 'retry-after': '7', date: 'Mon, 13 Apr 2026 09:00:00 GMT' }).end('Busy'),
      );
    });
    expect(await post(outboundWith(), url)).toEqual({
      status: 503,
      text: 'Busy',
      retryAfter: 7000,
      date: Date.parse('2026-04-13T09:00:00Z'),
    });
    expect([got?.method, got?.headers['webhook-id'], body]).toEqual(['POST', 'evt_1', '{"ü":1}']);
  });

  it('reads Retry-After as a date, too', async () => {
    const { url } = await listening((_, answer) =>
      answer.writeHead(429, { 'retry-after': 'Mon, 13 Apr 2026 08:00:30 GMT' }).end(),
    );
    expect((await post(outboundWith(), url)).retryAfter).toBe(30_000);
  });

  it('follows no redirect', async () => {
    let asked = 0;
    const { url } = await listening((_, answer) => {
      asked += 1;
      answer.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect((await post(outboundWith(), url)).status).toBe(302);
    expect(asked).toBe(1);
  });

  it('reads four kilobytes of an endless answer', async () => {
    const { url } = await listening((_, answer) => {
      answer.writeHead(200);
      const more = (): void => void (answer.writable && answer.write('x'.repeat(65_536), more));
      more();
    });
    const { status, text } = await post(outboundWith(), url);
    expect([status, text.length]).toEqual([200, 4096]);
  });

  it('unpacks no answer', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 2 ** 20));
    const { url } = await listening((_, answer) => answer.writeHead(500, { 'content-encoding': 'gzip' }).end(bomb));
    expect(await post(outboundWith(), url)).toMatchObject({ status: 500, text: '' });
  });

  it('waits for no answer longer than all of it may take, and lets headers drip no longer', async () => {
    const silent = await listening(() => undefined);
    expect(await codeOf(post(outboundWith(), silent.url))).toBe('TIMEOUT');
    const { server, port } = await listening(() => undefined);
    server.removeAllListeners('connection');
    server.on('connection', (socket) => {
      const drip = setInterval(() => socket.write('H'), 20);
      socket.on('error', () => undefined).on('close', () => clearInterval(drip));
    });
    expect(await codeOf(post(outboundWith(), `http://127.0.0.1:${port}/`))).not.toBe('');
  });

  it('takes the status of an answer whose body drips', async () => {
    const { url } = await listening((_, answer) => {
      answer.writeHead(200);
      const drip = setInterval(() => answer.write('.'), 20);
      answer.on('close', () => clearInterval(drip));
    });
    const { status, text } = await post(outboundWith(), url);
    expect(status).toBe(200);
    expect(text).toMatch(/^\.+$/);
  });

  it('ends a request early by a signal', async () => {
    const stopping = new AbortController();
    const { url } = await listening(() => stopping.abort());
    expect(await codeOf(post(outboundWith({}, { wholeTimeout: 60_000 }), url, { signal: stopping.signal }))).toBe(
      'ABORTED',
    );
  });

  it('calls no name that leads elsewhere since it was checked, and sends nothing there', async () => {
    let asked = 0;
    const { port } = await listening(() => (asked += 1));
    const answers = [['1.1.1.1'], ['127.0.0.1']];
    const rebinding = outboundWith({ allow: [], resolve: async () => answers.shift()! });
    const url = `https://rebinding.example:${port}/`;
    expect(await rebinding.refusalOf('live', url)).toBeNull();
    expect(await codeOf(post(rebinding, url, { mode: 'live' }))).toBe('URL_NOT_ALLOWED');
    expect(asked).toBe(0);
  });

  it('calls no literal that is not public, which nothing looks up', async () => {
    const { port } = await listening((_, answer) => answer.end());
    const closed = outboundWith({ allow: [] });
    for (const host of ['127.0.0.1', '[::ffff:7f00:1]', '2130706433'])
      for (const protocol of ['https', 'http'])
        expect(await codeOf(post(closed, `${protocol}://${host}:${port}/`))).toBe('URL_NOT_ALLOWED');
    expect(await codeOf(post(outboundWith(), `http://127.0.0.1:${port}/`, { mode: 'live' }))).toBe('URL_NOT_ALLOWED');
  });

  it('calls a named subnet by https, and takes no answer without a certificate that it trusts', async () => {
    const { port } = await listening((_, answer) => answer.end());
    expect(await codeOf(post(outboundWith(), `https://127.0.0.1:${port}/`))).toMatch(/SSL|EPROTO/);
  });

  it('names what the system says of a host that is not there', async () => {
    const { port, server } = await listening(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await codeOf(post(outboundWith(), `http://127.0.0.1:${port}/`))).toBe('ECONNREFUSED');
    const nowhere = outboundWith({ resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) });
    expect(await codeOf(post(nowhere, 'https://nowhere.example/'))).toBe('ENOTFOUND');
  });
});
