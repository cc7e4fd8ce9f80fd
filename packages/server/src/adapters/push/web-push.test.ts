import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { OutletFailure } from '../../application/ports/outlets.ts';
import { MAX_PAYLOAD } from '../../application/ports/push.ts';
import { createMemoryVapidKeys } from '../memory/vapid-keys.ts';
import { createGuard } from '../outbound/guard.ts';
import { createOutbound } from '../outbound/undici-outbound.ts';
import { createWebPush } from './web-push.ts';

const now = Date.parse('2028-04-11T08:00:00Z');
const options = { ttl: 1800, urgency: 'high', topic: 'a'.repeat(32) } as const;

/** A device as a browser makes one. */
const device = createECDH('prime256v1');
device.generateKeys();
const auth = randomBytes(16).toString('base64url');
const to = {
  endpoint: 'https://push.example/send/4f0c',
  keys: { p256dh: device.getPublicKey('base64url'), auth },
};

interface Got {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('push messages to a push service', () => {
  let service: Server;
  let got: Got[] = [];
  let answer: { status: number; headers?: Record<string, string> } = { status: 201 };
  const outbound = createOutbound({
    guard: createGuard({ allow: ['127.0.0.0/8'] }),
    realNow: () => instant(now),
  });
  /** The way out, but that the push service is this test's own. */
  const toService = {
    post: (request: Parameters<typeof outbound.post>[0]) => {
      const { port } = service.address() as AddressInfo;
      const { pathname } = new URL(request.url);
      return outbound.post({ ...request, mode: 'test', url: `http://127.0.0.1:${port}${pathname}` });
    },
  };
  const vapidKeys = createMemoryVapidKeys();
  const open = () => createWebPush({ vapidKeys, outbound: toService, subject: () => 'mailto:hello@book.example' });
  const push = open();

  beforeAll(async () => {
    service = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        got.push({ url: request.url!, headers: request.headers, body: Buffer.concat(chunks) });
        response.writeHead(answer.status, answer.headers).end();
      });
    });
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening));
  });
  afterEach(() => {
    got = [];
    answer = { status: 201 };
  });
  afterAll(async () => {
    await outbound.close();
    service.close();
  });

  const failure = (payload = '{}') =>
    push.send(to, payload, options).then(
      () => null,
      (error: unknown) => error as OutletFailure,
    );

  it('sends what http_ece decrypts with the keys of the device, with the headers that were asked for', async () => {
    const payload = JSON.stringify({ title: 'Zoë', body: 'موعدك بعد ساعة' });
    await push.send(to, payload, options);
    const [{ url, headers, body }] = got as [Got];
    expect(url).toBe('/send/4f0c');
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: '1800',
      urgency: 'high',
      topic: 'a'.repeat(32),
    });
    const opened = ece.decrypt(body, { version: 'aes128gcm', privateKey: device, authSecret: auth });
    expect(opened.toString('utf8')).toBe(payload);
    expect(body.toString('latin1')).not.toContain('title');
  });

  it('signs with the key that pages subscribe with, for this service alone and for less than a day', async () => {
    await push.send(to, '{}', options);
    const publicKey = await push.publicKey();
    const [, token = '', key] = /^vapid t=([^,]+), *k=(.+)$/.exec(got[0]!.headers.authorization!)!;
    expect(key).toBe(publicKey);
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const point = Buffer.from(publicKey, 'base64url');
    expect(point).toHaveLength(65);
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const jwk = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
    const signed = Buffer.from(`${head}.${claims}`);
    expect(verify('sha256', signed, { key: jwk, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      aud: string;
      sub: string;
      exp: number;
    };
    expect(payload).toMatchObject({ aud: 'https://push.example', sub: 'mailto:hello@book.example' });
    expect(payload.exp - Date.now() / 1000).toBeLessThan(86_400);
  });

  it('returns one key, whichever process is asked first', async () => {
    expect(new Set(await Promise.all([push, open(), open()].map((each) => each.publicKey()))).size).toBe(1);
  });

  it('sends at most 3,993 bytes, which are 4,096 once they are encrypted, and no longer message', async () => {
    await push.send(to, 'x'.repeat(MAX_PAYLOAD), options);
    expect(got[0]!.body).toHaveLength(4096);
    expect(await failure('x'.repeat(MAX_PAYLOAD + 1))).toMatchObject({ code: 'TOO_LARGE', isFinal: true });
    expect(await failure('ö'.repeat(2000))).toMatchObject({ code: 'TOO_LARGE' });
    expect(got).toHaveLength(1);
  });

  it.each([
    [404, { code: 'GONE', isFinal: true }],
    [410, { code: 'GONE', isFinal: true }],
    [413, { code: '413', isFinal: true }],
    [400, { code: '400', isFinal: true }],
    [429, { code: '429', isFinal: false }],
    [503, { code: '503', isFinal: false }],
  ])('reads the status %i as the end that it is', async (status, ends) => {
    answer = { status };
    expect(await failure()).toMatchObject({ ...ends, isUnsure: false });
  });

  it('waits as long as the push service asks', async () => {
    answer = { status: 429, headers: { 'Retry-After': '120' } };
    expect(await failure()).toMatchObject({ code: '429', retryAfter: 120_000 });
  });

  it('reports a message as perhaps sent where no answer came', async () => {
    const away = createWebPush({
      vapidKeys,
      outbound: { post: () => outbound.post({ mode: 'test', url: 'http://127.0.0.1:1/', headers: {}, body: '' }) },
      subject: () => 'mailto:hello@book.example',
    });
    await expect(away.send(to, '{}', options)).rejects.toMatchObject({
      name: 'OutletFailure',
      code: 'ECONNREFUSED',
      isUnsure: true,
      isFinal: false,
    });
  });
});
