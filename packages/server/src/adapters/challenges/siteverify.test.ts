import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createSiteverify } from './siteverify.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** Starts a provider on this machine; `answer` receives the form. */
const given = async (answer: (form: URLSearchParams) => readonly [status: number, body: string, type?: string]) => {
  const asked: URLSearchParams[] = [];
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    asked.push(form);
    const [status, body, type = 'application/json'] = answer(form);
    response.writeHead(status, { 'content-type': type }).end(body);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const reasons: string[] = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`;
  const options = {
    provider: 'hcaptcha',
    siteKey: 'site',
    secret: 'shh',
    onUnreachable: (reason: string) => reasons.push(reason),
  } as const;
  return { asked, reasons, url, options, challenges: createSiteverify({ ...options, url }) };
};
const answers = (success: boolean, ...codes: string[]) => JSON.stringify({ success, 'error-codes': codes });

describe('siteverify (S7)', () => {
  it('sends secret, token and address in a form, and accepts success', async () => {
    const { challenges, asked, reasons } = await given(() => [200, answers(true)]);
    expect(await challenges.verify('token', '203.0.113.7')).toBe('ok');
    expect(Object.fromEntries(asked[0]!)).toEqual({ secret: 'shh', response: 'token', remoteip: '203.0.113.7' });
    expect([challenges.offered, reasons]).toEqual([{ provider: 'hcaptcha', siteKey: 'site' }, []]);
  });

  it.each([
    'timeout-or-duplicate',
    'invalid-input-response',
    'missing-input-response',
    'bad-request',
    'already-seen-response',
  ])('refuses the visitor for %s', async (code) => {
    const { challenges, reasons } = await given(() => [200, answers(false, code)]);
    expect([await challenges.verify('t', 'a'), reasons]).toEqual(['refused', []]);
  });

  it.each([
    ['a wrong secret', 200, answers(false, 'invalid-input-secret'), 'application/json', 'invalid-input-secret'],
    ['its own fault', 200, answers(false, 'internal-error'), 'application/json', 'internal-error'],
    ['a failure', 503, '', 'text/plain', 'status 503'],
    ['too many requests', 429, '', 'text/plain', 'status 429'],
    ['nonsense', 200, '<', 'application/json', 'SyntaxError'],
    ['an answer without a verdict', 200, '{}', 'application/json', 'no verdict'],
    ['an answer that is no object', 200, 'null', 'application/json', 'TypeError'],
  ])('does not blame the visitor for %s', async (_, status, body, type, reason) => {
    const { challenges, reasons } = await given(() => [status, body, type]);
    expect([await challenges.verify('t', 'a'), reasons]).toEqual(['unreachable', [reason]]);
  });

  it('passes no visitor whose token makes the provider refuse the request itself', async () => {
    const { challenges } = await given(() => [413, 'Too large', 'text/html']);
    expect(await challenges.verify('t'.repeat(16_000), 'a')).toBe('refused');
  });

  it('reports an unreachable provider, without token or address', async () => {
    const { options, url, reasons } = await given(() => [200, answers(true)]);
    closing.splice(0).forEach((close) => close());
    expect([await createSiteverify({ ...options, url }).verify('token', '203.0.113.7'), reasons]).toEqual([
      'unreachable',
      ['TypeError'],
    ]);
  });
});
