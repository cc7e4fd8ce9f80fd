import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, startFakeTwilio, type FakeTwilio } from '../../../test/sms/fake-twilio.ts';
import type { OutletFailure } from '../../application/ports/outlets.ts';
import { createTwilio } from './twilio.ts';

const SMS = { to: '+12125550100', text: 'Hi Ana, see you in 2 hours – 10 €.' };

let twilio: FakeTwilio;
beforeEach(async () => (twilio = await startFakeTwilio()));
afterEach(() => twilio.close());

const send = (account: Parameters<ReturnType<typeof createTwilio>>[0] = ACCOUNT, sms: object = {}, timeout = 5000) =>
  createTwilio({ base: twilio.base, timeout })(account, { ...SMS, ...sms });
const failureOf = (sending: Promise<unknown>): Promise<OutletFailure> =>
  sending.then(
    () => expect.unreachable(),
    (error: OutletFailure) => error,
  );

describe('an SMS by Twilio', () => {
  it('sends what Twilio’s contract takes, from a number', async () => {
    const statusUrl = 'https://book.fit.example/hooks/twilio/x?message=b1%3Areminder%3Asms';
    expect(await send(ACCOUNT, { statusUrl })).toEqual({ providerId: expect.stringMatching(/^SM/), segments: 1 });
    expect(twilio.taken).toEqual([{ To: SMS.to, From: ACCOUNT.from, Body: SMS.text, StatusCallback: statusUrl }]);
  });

  it('sends from a messaging service where there is one, and without a callback to an unreachable server', async () => {
    const { from: _from, ...account } = ACCOUNT;
    const MessagingServiceSid = `MG${'c3'.repeat(16)}`;
    await send({ ...account, messagingServiceSid: MessagingServiceSid });
    expect(twilio.taken).toEqual([{ To: SMS.to, MessagingServiceSid, Body: SMS.text }]);
  });

  it.each([
    ['a number that is none', { to: '12125550100' }, '20001'],
    ['a URL of an own machine', { statusUrl: 'https://localhost/x' }, '21609'],
    ['no words', { text: '' }, '21602'],
  ])('reports a refusal of %s by Twilio as final, with its code', async (_what, sms, code) => {
    expect(await failureOf(send(ACCOUNT, sms))).toMatchObject({ code, isFinal: true, isUnsure: false });
    expect(twilio.taken).toEqual([]);
  });

  it('reports a token that is not right as a final refusal', async () => {
    const failure = await failureOf(send({ ...ACCOUNT, authToken: 'd4'.repeat(16) }));
    expect(failure).toMatchObject({ code: '20003', isFinal: true, isUnsure: false });
  });

  it.each([
    [429, 20429, { isFinal: false, isUnsure: false, isOptedOut: false }],
    [500, 20500, { isFinal: false, isUnsure: true, isOptedOut: false }],
    [503, undefined, { isFinal: false, isUnsure: true, isOptedOut: false }],
    [400, 21610, { isFinal: true, isUnsure: false, isOptedOut: true }],
    [400, 21614, { isFinal: true, isUnsure: false, isOptedOut: false }],
    [307, undefined, { isFinal: true, isUnsure: false, isOptedOut: false }],
  ])('reads an answer %i %s as sent, perhaps, or not: %o', async (status, code, expected) => {
    const message = `The number ${SMS.to} is not right`;
    twilio.answerWith((_form, response) => {
      response.writeHead(status, { location: `${twilio.base}/elsewhere` });
      response.end(code === undefined ? 'no JSON' : JSON.stringify({ code, message }));
    });
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ ...expected, code: String(code ?? status) });
    // It is shown to who owns the number, and not with the error.
    if (code !== undefined) expect(failure.detail).toBe(message);
    expect(JSON.stringify([failure, failure.message, failure.stack, { ...failure }])).not.toContain(SMS.to);
    expect(twilio.count()).toBe(1);
  });

  it.each([
    ['30', 30_000],
    ['0', 0],
    ['Sun, 29 Nov 2026 12:02:00 GMT', 120_000],
    ['Sun, 29 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1e99', undefined],
  ])('tells when Twilio wants an SMS again that came too fast: Retry-After %s', async (asked, retryAfter) => {
    twilio.answerWith((_form, response) => {
      response.writeHead(429, { 'retry-after': asked, date: 'Sun, 29 Nov 2026 12:00:00 GMT' }).end('{"code":20429}');
    });
    expect(await failureOf(send())).toMatchObject({ code: '20429', isFinal: false, isUnsure: false, retryAfter });
  });

  it('reports a refusal for good, whatever Retry-After says', async () => {
    twilio.answerWith((_form, response) => response.writeHead(400, { 'retry-after': '30' }).end('{"code":21614}'));
    expect(await failureOf(send())).toMatchObject({ isFinal: true, retryAfter: undefined });
  });

  it('reports an SMS as perhaps sent when no answer comes, or when the connection breaks', async () => {
    twilio.answerWith(() => undefined);
    expect(await failureOf(send(ACCOUNT, {}, 50))).toMatchObject({ code: 'TIMEOUT', isUnsure: true });
    twilio.answerWith((_form, response) => response.destroy());
    expect(await failureOf(send())).toMatchObject({ isUnsure: true, isFinal: false });
  });

  it('was taken when it says so, whatever else it says', async () => {
    twilio.answerWith((_form, response) => response.writeHead(201).end('<html>'));
    expect(await send()).toEqual({});
    twilio.answerWith((_form, response) => response.writeHead(201).end('{"sid":"SM1","num_segments":"0"}'));
    expect(await send()).toEqual({ providerId: 'SM1' });
  });

  it('was not sent where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const nobody = createTwilio({ base: `http://127.0.0.1:${port}` })(ACCOUNT, SMS);
    expect(await failureOf(nobody)).toMatchObject({ code: 'ECONNREFUSED', isUnsure: false, isFinal: false });
  });
});
