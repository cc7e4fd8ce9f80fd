import express from 'express';
import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemNow } from '@coach-booking/time/instant';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { ACCOUNT } from '../../../test/sms/fake-twilio.ts';
import { aDelivery } from '../../../test/stores/deliveries-suite.ts';
import { now, scope } from '../../../test/stores/fixtures.ts';
import { someMessaging } from '../../../test/stores/messaging-suite.ts';
import { createMemoryStores } from '../memory/stores.ts';
import { twilioHook } from './twilio-hook.ts';

const PUBLIC = 'https://book.fit.example';
const HOOK = '/hooks/twilio/x7';
const PHONE = '+12125550100';
const contact = { channel: 'sms', address: PHONE } as const;

let app: TestApp;
let stores: ReturnType<typeof createMemoryStores>;
beforeEach(async () => {
  stores = createMemoryStores();
  await stores.messaging.replace(scope, someMessaging({ sms: ACCOUNT, hookToken: 'x7' }), 0);
  const hosted = express.Router();
  hosted.use(twilioHook({ ...stores, realNow: systemNow, publicUrl: () => PUBLIC }));
  app = await startApp({ hosted });
});
afterEach(() => app.close());

/** Sends what Twilio would, with the signature that its own library makes. */
const call = (form: Record<string, string>, path = HOOK, signature?: string) =>
  fetch(`${app.origin}${path}`, {
    method: 'POST',
    headers: {
      'x-twilio-signature': signature ?? twilio.getExpectedTwilioSignature(ACCOUNT.authToken, PUBLIC + path, form),
    },
    body: new URLSearchParams(form),
  });
const unwanted = () => stores.optOuts.of(scope, contact);

describe('what a person answers', () => {
  it.each(['STOP', ' stop ', 'StopAll', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'])(
    'ends the SMS of the partner by %j, and begins them again by START',
    async (Body) => {
      const answer = await call({ From: PHONE, To: ACCOUNT.from, Body });
      expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
        200,
        'text/xml; charset=utf-8',
        '<?xml version="1.0" encoding="UTF-8"?><Response></Response>',
      ]);
      expect(await unwanted()).toEqual(new Set(['all']));
      expect((await call({ From: PHONE, To: ACCOUNT.from, Body: 'Start' })).status).toBe(200);
      expect(await unwanted()).toEqual(new Set());
    },
  );

  it('takes an answer for what Twilio takes it, in own words of the partner', async () => {
    await call({ From: PHONE, Body: 'Bitte aufhören', OptOutType: 'STOP' });
    expect(await unwanted()).toEqual(new Set(['all']));
    await call({ From: PHONE, Body: 'STOP', OptOutType: 'HELP' });
    await call({ From: PHONE, Body: 'Bitte wieder', OptOutType: 'START' });
    expect(await unwanted()).toEqual(new Set());
  });

  it('ignores any other answer', async () => {
    for (const form of [{ From: PHONE, Body: 'stop by at 5' }, { From: 'FITNESS', Body: 'STOP' }, { Body: 'STOP' }])
      expect((await call(form as never)).status).toBe(200);
    expect(await unwanted()).toEqual(new Set());
  });
});

describe('what became of an SMS', () => {
  const path = (id: string) => `${HOOK}?message=${encodeURIComponent(id)}`;
  const sent = async (state: 'sent' | 'unknown' = 'sent') => {
    const id = `b1:reminder:sms:attendee:120:${now}`;
    await stores.deliveries.insert([aDelivery({ ...scope, id, channel: 'sms' })], now);
    await stores.deliveries.lease({ ...scope, dueBy: now, leasedUntil: now });
    await stores.deliveries.startSending(id, 1);
    await stores.deliveries.settle(id, 1, { state, at: now, ...(state === 'sent' && { providerId: 'SM1' }) });
    return id;
  };
  const stored = async (id: string) => {
    const [{ state, code, providerId } = {} as never] = await stores.deliveries.byIds([id]);
    return [state, code, providerId].filter(Boolean).join(' ');
  };
  const tell = (id: string, MessageStatus: string, more: Record<string, string> = {}) =>
    call({ MessageSid: 'SM1', MessageStatus, To: PHONE, ...more }, path(id));

  it('stores the state of an SMS, and nothing that came before it', async () => {
    const id = await sent();
    for (const [status, expected] of [
      ['queued', 'sent SM1'],
      ['delivered', 'delivered SM1'],
      ['sent', 'delivered SM1'],
      ['undelivered', 'delivered SM1'],
    ] as const) {
      expect((await tell(id, status)).status).toBe(200);
      expect(await stored(id)).toBe(expected);
    }
  });

  it('stores a failure with the code of the provider', async () => {
    const id = await sent();
    await tell(id, 'undelivered', { ErrorCode: '30003' });
    expect(await stored(id)).toBe('failed 30003 SM1');
    expect(await unwanted()).toEqual(new Set());
  });

  it('R9 stores the state of an SMS whose answer was lost', async () => {
    const id = await sent('unknown');
    await tell(id, 'delivered');
    expect(await stored(id)).toBe('delivered SM1');
  });

  it('stores an opt-out where the provider answers 21610', async () => {
    const id = await sent();
    await tell(id, 'failed', { ErrorCode: '21610' });
    expect(await stored(id)).toBe('failed 21610 SM1');
    expect(await unwanted()).toEqual(new Set(['all']));
  });

  it('ignores the state of another SMS', async () => {
    const id = await sent();
    await tell(id, 'delivered', { MessageSid: 'SM2' });
    await call({ MessageSid: 'SM1', MessageStatus: 'delivered' });
    expect(await stored(id)).toBe('sent SM1');
  });
});

describe('is refused', () => {
  const codeOf = async (answer: Promise<Response>) => {
    const { status, body } = await answer.then(async (got) => ({ status: got.status, body: await got.json() }));
    return [status, (body as { code: string }).code];
  };

  it('refuses what is not signed, or signed for another URL or token', async () => {
    const form = { From: PHONE, Body: 'STOP' };
    const signed = (token: string, url: string) => twilio.getExpectedTwilioSignature(token, url, form);
    for (const signature of ['x', signed('c'.repeat(32), PUBLIC + HOOK), signed(ACCOUNT.authToken, app.origin + HOOK)])
      expect(await codeOf(call(form, HOOK, signature))).toEqual([403, 'SIGNATURE_INVALID']);
    expect(await codeOf(fetch(app.origin + HOOK, { method: 'POST' }))).toEqual([403, 'SIGNATURE_INVALID']);
    expect(await unwanted()).toEqual(new Set());
  });

  it('refuses what comes to an unknown address, or has no end', async () => {
    expect(await codeOf(call({ From: PHONE, Body: 'STOP' }, '/hooks/twilio/x8'))).toEqual([404, 'ROUTE_NOT_FOUND']);
    await stores.messaging.replace(
      scope,
      { ...someMessaging({ hookToken: 'x7', version: 2 }), sms: undefined as never },
      1,
    );
    expect(await codeOf(call({ From: PHONE, Body: 'STOP' }))).toEqual([404, 'ROUTE_NOT_FOUND']);
    expect(await codeOf(call({ Body: 'x'.repeat(70_000) }))).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('writes no number into the log', async () => {
    await call({ From: PHONE, Body: 'STOP' });
    await call({ From: PHONE, Body: 'STOP' }, HOOK, 'x');
    expect(app.log.length).toBeGreaterThan(0);
    expect(JSON.stringify(app.log)).not.toMatch(/5550100|x7|STOP/);
  });
});
