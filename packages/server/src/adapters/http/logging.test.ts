import { once } from 'node:events';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitOrigin, testKey, testSecret } from '../../../test/http/partners.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';

describe('the log', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ tokens: { readManage: () => null } })));
  afterAll(() => app.close());

  it('writes one line per request: operation, result, duration', async () => {
    app.log.length = 0;
    const response = await fetch(`${app.origin}/v1/coaches`, { headers: { authorization: `Bearer ${testSecret}` } });
    await response.text();
    await expect.poll(() => app.log).toHaveLength(1);
    expect(app.log[0]).toMatchObject({
      level: 30,
      requestId: response.headers.get('x-request-id'),
      operationId: 'listCoaches',
      keyId: 'k4',
      mode: 'test',
      status: 200,
      ms: expect.any(Number),
    });
  });

  it('writes no key, token, contact or text of a visitor into the log', async () => {
    app.log.length = 0;
    const secrets = { name: 'Ana Diaz', email: 'ana@example.com', phone: '+12125550100', notes: 'my left knee' };
    const { notes, ...attendee } = secrets;
    const body = JSON.stringify({ coachId: '665f00000000000000000001', attendee, notes, holdToken: 'hold-token' });
    const json = { 'content-type': 'application/json', origin: fitOrigin };
    await fetch(`${app.origin}/v1/bookings`, {
      method: 'POST',
      body,
      headers: { ...json, 'x-publishable-key': testKey },
    });
    await fetch(`${app.origin}/v1/bookings?key=${testKey}&email=${secrets.email}`, {
      method: 'POST',
      body,
      headers: json,
    });
    await fetch(`${app.origin}/v1/coaches`, {
      headers: { authorization: `Bearer ${testSecret}`, cookie: 'session=hush', 'user-agent': 'agent/1' },
    });
    await fetch(`${app.origin}/v1/bookings/665f00000000000000000021`, {
      headers: { 'x-booking-token': 'manage-token' },
    });
    await fetch(`${app.origin}/manage/manage-token?email=${secrets.email}`);
    await fetch(`${app.origin}/v1/me`, { headers: { authorization: 'Bearer access.token.signed' } });
    const login = JSON.stringify({ email: secrets.email, password: 'seven green kettles' });
    await fetch(`${app.origin}/v1/auth/login`, {
      method: 'POST',
      body: login,
      headers: { ...json, 'x-publishable-key': testKey },
    });
    const refresh = JSON.stringify({ refreshToken: 'refresh-token' });
    await fetch(`${app.origin}/v1/auth/refresh`, {
      method: 'POST',
      body: refresh,
      headers: { ...json, 'x-publishable-key': testKey },
    });
    await expect.poll(() => app.log).toHaveLength(8);
    const text = JSON.stringify(app.log);
    for (const secret of [
      ...Object.values(secrets),
      testKey,
      testSecret,
      'hold-token',
      'manage-token',
      'refresh-token',
      'access.token',
      'kettles',
      'hush',
      '127.0.0.1',
    ])
      expect(text).not.toContain(secret);
  });

  it('distinguishes the server’s own failures by their level', async () => {
    const failing = await startApp({ useCases: { listCoaches: async () => Promise.reject(new Error('broken')) } });
    await fetch(`${failing.origin}/v1/coaches`, { headers: { authorization: `Bearer ${testSecret}` } });
    await fetch(`${failing.origin}/v1/coaches`);
    await expect.poll(() => failing.log).toHaveLength(3);
    expect(failing.log.map(({ msg, level, code }) => [msg, level, code])).toEqual([
      ['unexpected error', 50, undefined],
      ['request', 50, 'INTERNAL'],
      ['request', 30, 'KEY_MISSING'],
    ]);
    await failing.close();
  });

  it('records that the caller left before the answer', async () => {
    let asked: () => void;
    const reached = new Promise<void>((done) => (asked = done));
    const slow = await startApp({
      useCases: {
        listCoaches: () => {
          asked();
          return new Promise(() => {});
        },
      },
    });
    const request = get(`${slow.origin}/v1/coaches`, { headers: { authorization: `Bearer ${testSecret}` } });
    await reached;
    request.destroy();
    await once(request, 'error');
    await expect
      .poll(() => slow.log)
      .toContainEqual(expect.objectContaining({ operationId: 'listCoaches', left: true }));
    await slow.close();
  });
});
