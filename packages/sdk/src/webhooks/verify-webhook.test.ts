import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { signWebhook, webhookExample } from '../testing/sign-webhook.ts';
import type { Booking } from '../schemas.ts';
import { verifyWebhook, type WebhookHeaders } from './verify-webhook.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwHkWnOYFviR0=';
const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD2Kz8cnrWBz4=';
const NOW = Date.parse('2026-04-13T13:00:00Z');
const event = webhookExample('booking.created');

/** Returns the code that a request is refused with. */
const refusal = async (...args: Parameters<typeof verifyWebhook>): Promise<WebhookVerificationError> => {
  const error: unknown = await verifyWebhook(...args).catch((thrown: unknown) => thrown);
  if (error instanceof WebhookVerificationError) return error;
  throw new Error('It was not refused.');
};

afterEach(() => vi.unstubAllGlobals());

describe('verifyWebhook', () => {
  it.each([
    ['text', (body: string) => body],
    ['bytes', (body: string) => new TextEncoder().encode(body)],
    ['a buffer', (body: string) => new TextEncoder().encode(body).buffer],
  ])('returns the event of a signed request, from %s', async (_, rawOf) => {
    const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
    expect(await verifyWebhook(rawOf(body), headers, SECRET, { now: NOW })).toEqual(event);
  });

  it('takes the headers of fetch and of Node, in any case', async () => {
    const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
    for (const given of [new Headers(headers), shouted] as WebhookHeaders[])
      expect(await verifyWebhook(body, given, SECRET, { now: NOW })).toEqual(event);
  });

  it('takes any of several secrets, and any of several signatures', async () => {
    const both = await signWebhook(event, [OTHER, SECRET], { now: NOW });
    expect(await verifyWebhook(both.body, both.headers, SECRET, { now: NOW })).toEqual(event);
    const one = await signWebhook(event, SECRET, { now: NOW });
    expect(await verifyWebhook(one.body, one.headers, [OTHER, SECRET], { now: NOW })).toEqual(event);
  });

  it('takes what two other authors of the scheme sign', async () => {
    const body = JSON.stringify(event);
    for (const webhook of [new StandardWebhook(SECRET), new SvixWebhook(SECRET)]) {
      const headers = {
        'webhook-id': event.id,
        'webhook-timestamp': String(NOW / 1000),
        'webhook-signature': webhook.sign(event.id, new Date(NOW), body),
      };
      expect(await verifyWebhook(body, headers, SECRET, { now: NOW })).toEqual(event);
    }
  });

  it('takes the vector of the specification', async () => {
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const verified = verifyWebhook('{"test": 2432232314}', headers, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
      now: 1614265330_000,
    });
    expect(await verified).toEqual({ test: 2432232314 });
  });

  it('needs nothing of Node', async () => {
    vi.stubGlobal('Buffer', undefined);
    const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
    expect(await verifyWebhook(body, new Headers(headers), SECRET, { now: NOW })).toEqual(event);
  });

  describe('the reasons of a refusal', () => {
    it.each([
      [-301, 'is 301 seconds ahead of the request'],
      [301, 'is 301 seconds behind the request'],
    ])('detects a clock that differs by %d seconds', async (seconds, words) => {
      const { body, headers } = await signWebhook(event, SECRET, { now: NOW + seconds * 1000 });
      const error = await refusal(body, headers, SECRET, { now: NOW });
      expect([error.code, error.message]).toEqual(['wrong_clock', expect.stringContaining(words)]);
      expect(await verifyWebhook(body, headers, SECRET, { now: NOW, tolerance: 301 })).toEqual(event);
    });

    it('detects a body that was written anew', async () => {
      const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
      const anew = JSON.stringify(JSON.parse(body), null, 2);
      expect((await refusal(anew, headers, SECRET, { now: NOW })).code).toBe('reserialised_body');
    });

    it('detects a body that was parsed', async () => {
      const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
      const parsed = JSON.parse(body) as string;
      expect((await refusal(parsed, headers, SECRET, { now: NOW })).code).toBe('reserialised_body');
    });

    it('detects a wrong secret and a changed body', async () => {
      const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
      expect((await refusal(body, headers, OTHER, { now: NOW })).code).toBe('wrong_signature');
      expect((await refusal(`${body.slice(0, -1)},"x":1}`, headers, SECRET, { now: NOW })).code).toBe(
        'wrong_signature',
      );
      expect((await refusal('no json', headers, SECRET, { now: NOW })).code).toBe('wrong_signature');
    });

    it.each(['', 'whsec_', 'whsec_%', []])('detects what is no secret: %j', async (secret) => {
      const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
      expect((await refusal(body, headers, secret, { now: NOW })).code).toBe('invalid_secret');
    });

    it.each([
      ['webhook-id', undefined],
      ['webhook-timestamp', undefined],
      ['webhook-timestamp', 'yesterday'],
      ['webhook-signature', undefined],
    ])('detects a request whose %s is %s', async (name, value) => {
      const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
      const error = await refusal(body, { ...headers, [name]: value }, SECRET, { now: NOW });
      expect([error.code, error.message]).toEqual(['missing_header', expect.stringContaining(name)]);
    });

    it('rejects signatures of unknown kinds', async () => {
      const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
      const odd = { ...headers, 'webhook-signature': 'v1a,AAAA v1,%%% v2,AAAA' };
      expect((await refusal(body, odd, SECRET, { now: NOW })).code).toBe('wrong_signature');
    });
  });

  it('types the event by its name, and its object by its payload', async () => {
    const { body, headers } = await signWebhook(event, SECRET, { now: NOW });
    const verified = await verifyWebhook(body, headers, SECRET, { now: NOW });
    if (verified.type === 'booking.created' && verified.data.payload === 'full')
      expectTypeOf(verified.data.object).toEqualTypeOf<Booking>();
    if (verified.type === 'webhook.test') expectTypeOf(verified.data.object.message).toBeString();
    expect(verified.type).toBe('booking.created');
  });
});

describe('signWebhook', () => {
  it('signs what two other authors of the scheme verify', async () => {
    const { body, headers } = await signWebhook(event, [OTHER, SECRET]);
    expect(new StandardWebhook(SECRET).verify(body, headers)).toEqual(event);
    expect(new SvixWebhook(SECRET).verify(body, headers)).toEqual(event);
  });
});
