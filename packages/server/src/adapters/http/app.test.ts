import { zoneRelease } from '@coach-booking/time/zone-data';
import { Router } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../application/kernel/refusal.ts';
import { fitOrigin, testKey, testSecret } from '../../../test/http/partners.ts';
import { exampleAnswer } from '../../../test/http/example-use-cases.ts';
import { spec, startApp, type TestApp } from '../../../test/http/start-app.ts';

const headers = { authorization: `Bearer ${testSecret}` };
const id = '665f00000000000000000021';

describe('the HTTP application', () => {
  let app: TestApp;
  let failing: () => Promise<never>;
  beforeAll(async () => {
    const hosted = Router().get('/book/:coach', (_request, response) => void response.type('html').send('<p>page'));
    const storeFailureOf = (error: unknown) =>
      error instanceof Error && error.message.includes('away') ? 'unreachable' : undefined;
    app = await startApp({ hosted, storeFailureOf, useCases: { getCoach: () => failing() } });
  });
  beforeEach(() => (app.calls.length = 0));
  afterAll(() => app.close());

  const ask = (path: string, given: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(app.origin + path, { ...given, headers: { ...headers, ...given.headers } });
  const post = (path: string, body: object, extra: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...extra },
    });

  it('puts the output of a use case into the envelope of the contract', async () => {
    const response = await ask('/v1/coaches');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ success: true, ...exampleAnswer(spec, 'listCoaches') });
  });

  it('answers 201 where the contract says so, in a dry run too', async () => {
    const body = { coachId: '665f00000000000000000001', attendee: { name: 'Ana', email: 'ana@example.com' } };
    expect((await post('/v1/bookings', body)).status).toBe(201);
    expect((await post('/v1/bookings?dryRun=true', body)).status).toBe(201);
    expect(app.calls.map(({ context }) => context.dryRun)).toEqual([false, true]);
  });

  it('F24 marks the answer of a dry run, whose ids, tokens and links lead nowhere', async () => {
    const body = { coachId: '665f00000000000000000001', attendee: { name: 'Ana', email: 'ana@example.com' } };
    const metaOf = async (path: string) => ((await (await post(path, body)).json()) as { meta?: object }).meta;
    expect(await metaOf('/v1/bookings?dryRun=true')).toEqual({ dryRun: true });
    expect(await metaOf('/v1/bookings?dryRun=false')).toBeUndefined();
  });

  it('passes caller, clock and input to the use case under the contract’s names', async () => {
    const body = { coachId: '665f00000000000000000001', attendee: { name: 'Ana', email: 'ana@example.com' } };
    await post('/v1/bookings', body, {
      'idempotency-key': 'again-and-again',
      'x-test-now': '2026-04-14T13:00:00Z',
      'x-request-id': 'from-caller-1',
    });
    expect(app.calls[0]!.context).toEqual({
      caller: {
        kind: 'secret',
        partnerId: '665f00000000000000000099',
        mode: 'test',
        keyId: 'k4',
        address: '127.0.0.1',
      },
      now: Date.UTC(2026, 3, 14, 13),
      requestId: 'from-caller-1',
      dryRun: false,
      idempotencyKey: 'again-and-again',
    });
  });

  it('gives no idempotency key to an operation that does not take one', async () => {
    await post(`/v1/bookings/${id}/cancel`, {}, { 'idempotency-key': 'again-and-again' });
    expect(app.calls[0]!.context).not.toHaveProperty('idempotencyKey');
  });

  describe('the answer of a read', () => {
    it('states what it depends on and that it is to be revalidated', async () => {
      const response = await ask('/v1/coaches');
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
      expect(response.headers.get('vary')).toContain('Origin, X-Publishable-Key, Authorization, X-Test-Now');
    });

    it('sends no answer again that the caller has', async () => {
      const etag = (await ask('/v1/coaches')).headers.get('etag')!;
      const again = await ask('/v1/coaches', { headers: { 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });

    it('answers a read by HEAD', async () => {
      const response = await ask('/v1/coaches', { method: 'HEAD' });
      expect([response.status, await response.text()]).toEqual([200, '']);
    });

    it('compresses an answer when that saves bytes', async () =>
      expect((await ask(`/v1/coaches/a/slots?from=2026-04-14&to=2026-04-15`)).headers.get('content-encoding')).toBe(
        'gzip',
      ));
  });

  it('marks the answer of a write as never stored', async () => {
    const response = await ask(`/v1/bookings/${id}`, { method: 'DELETE' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('marks an answer as data that is neither framed nor sniffed', async () => {
    const response = await ask('/v1/coaches');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('x-powered-by')).toBeNull();
  });

  it('leaves the policy of hosted pages to them', async () => {
    const response = await ask('/book/coach-a');
    expect(await response.text()).toBe('<p>page');
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(response.headers.get('content-security-policy')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['GET', '/v1/nothing'],
    ['GET', '/'],
    ['PUT', '/v1/coaches'],
    ['POST', '/healthz'],
    ['DELETE', '/v1/bookings'],
  ])('does not exist at %s %s', async (method, path) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ success: false, code: 'ROUTE_NOT_FOUND' });
  });

  it.each(['/v1/coaches/%E0%A4%A', '/v1/coaches/%00', '/v1/coaches/..%2f..%2fhealthz'])(
    'refuses %s as malformed',
    async (path) => expect((await ask(path)).status).toBe(400),
  );

  describe('a request id', () => {
    it('takes the caller’s own request id when it is harmless', async () => {
      const response = await ask('/v1/coaches', { headers: { 'x-request-id': 'shop-7f3a.1' } });
      expect(response.headers.get('x-request-id')).toBe('shop-7f3a.1');
    });

    it.each(['short', 'x'.repeat(65), 'has space here', '<script>alert</script>'])(
      'makes a request id instead of %s',
      async (given) => {
        const response = await ask('/v1/coaches', { headers: { 'x-request-id': given } });
        expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
      },
    );

    it('puts the request id into errors, in header and body', async () => {
      const response = await ask('/v1/nothing');
      expect(((await response.json()) as { requestId: string }).requestId).toBe(response.headers.get('x-request-id'));
    });
  });

  describe('the answer of an error', () => {
    it('answers an error with the status and sentence of its code, and the details', async () => {
      const details = {
        alternatives: [{ start: '2026-04-14T13:30:00Z', end: '2026-04-14T14:30:00Z' }],
        nextAvailable: null,
      };
      failing = async () => Promise.reject(new Refusal('SLOT_TAKEN', 'Another booking meets it.', details));
      const response = await ask('/v1/coaches/a');
      expect(response.status).toBe(409);
      expect(await response.json()).toEqual({
        success: false,
        message: 'This time was just taken.',
        code: 'SLOT_TAKEN',
        error: 'Another booking meets it.',
        details,
        requestId: response.headers.get('x-request-id'),
      });
    });

    it('S11 answers 503 with a Retry-After while the store is away, never 500', async () => {
      failing = async () => Promise.reject(new Error('the store is away'));
      const response = await ask('/v1/coaches/a');
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await response.json()).toMatchObject({ code: 'NOT_READY', error: expect.stringContaining('unreachable') });
      expect(app.log).toContainEqual(
        expect.objectContaining({ msg: 'the store did not do it', operationId: 'getCoach' }),
      );
    });

    it('reveals nothing of an unexpected error, which is logged with the request id', async () => {
      failing = async () => Promise.reject(new Error('mongodb://user:hush@db refused ana@example.com'));
      const response = await ask('/v1/coaches/a');
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).not.toMatch(/hush|mongodb|ana@/);
      expect(JSON.parse(text)).toMatchObject({
        code: 'INTERNAL',
        message: 'Something went wrong on our side. Please try again.',
      });
      const requestId = response.headers.get('x-request-id');
      expect(app.log).toContainEqual(
        expect.objectContaining({
          requestId,
          err: expect.objectContaining({
            type: 'Error',
            at: expect.arrayContaining([expect.stringContaining('app.test.ts')]),
          }),
        }),
      );
    });

    it('sends an error for an answer that breaks the contract, where answers are validated', async () => {
      failing = (async () => ({ data: { id: 'not an id' } })) as unknown as typeof failing;
      expect((await ask('/v1/coaches/a')).status).toBe(500);
    });
  });
});

describe('S19, R26 idempotency keys of visitors', () => {
  const booking = { coachId: '665f00000000000000000001', attendee: { name: 'Ana', email: 'ana@example.com' } };
  const visitor = { 'x-publishable-key': testKey, origin: fitOrigin };
  const uuid = '3f0c8a52-6f5e-4d0b-9a51-0a4d8b1f7c11';

  it.each<[string, Record<string, string>, string, number]>([
    ['a visitor sends a word', visitor, 'booking-1', 400],
    ['a visitor sends a UUID', visitor, uuid, 201],
    ['a visitor sends one as the first release of the SDK wrote it', visitor, uuid.replaceAll('-', ''), 201],
    ['a server sends a word', headers, 'booking-1', 201],
  ])('refuses idempotency keys when %s', async (_, caller, key, status) => {
    const app = await startApp();
    const given = { ...caller, 'content-type': 'application/json', 'idempotency-key': key };
    const response = await fetch(`${app.origin}/v1/bookings`, {
      method: 'POST',
      headers: given,
      body: JSON.stringify(booking),
    });
    const answer = (await response.json()) as { code?: string; details?: object };
    await app.close();
    expect(response.status).toBe(status);
    if (status !== 400) return;
    const message = 'must be a random UUID with a publishable key, since all its visitors share their keys';
    expect(answer).toMatchObject({
      code: 'INVALID_REQUEST',
      details: { problems: [{ path: 'Idempotency-Key', message }] },
    });
  });
});

describe('a server that does not fit its contract', () => {
  it('does not start with an operation that has no use case', async () => {
    await expect(startApp({ useCases: { getCoach: undefined as never } }).then(({ close }) => close())).rejects.toThrow(
      /without a use case: getCoach/,
    );
  });

  it('does not start with a use case that has no route', async () => {
    await expect(
      startApp({ useCases: { flyAway: async () => ({}) } as object }).then(({ close }) => close()),
    ).rejects.toThrow(/without a route.*flyAway/);
  });
});

describe('operations for the operator', () => {
  it('reports alive and ready', async () => {
    const app = await startApp();
    expect(await (await fetch(`${app.origin}/healthz`)).json()).toMatchObject({
      data: { status: 'ok', version: spec.info.version },
    });
    expect(await (await fetch(`${app.origin}/readyz`)).json()).toEqual({
      success: true,
      data: { status: 'ready', checks: { store: 'ok' }, timeZones: zoneRelease },
    });
    await app.close();
  });

  it.each<[string, () => Promise<Record<string, string>>, string]>([
    ['a check fails', async () => ({ store: 'no answer', mail: 'ok' }), 'store: no answer'],
    ['the checks cannot be made', async () => Promise.reject(new Error('hush')), 'readiness: no answer'],
  ])('reports not ready when %s', async (_, readiness, error) => {
    const app = await startApp({ readiness });
    const response = await fetch(`${app.origin}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'NOT_READY', error });
    await app.close();
  });

  it.each(['/METRICS', '/metrics/', '/Readyz', '/READYZ/', '/HealthZ'])(
    'S17 accepts no other spelling, such as %s',
    async (path) => {
      const app = await startApp();
      const { status } = await fetch(app.origin + path);
      await app.close();
      expect(status).toBe(404);
    },
  );

  it('S17 refuses an address that calls the operator’s operations too often', async () => {
    const app = await startApp();
    const statuses = new Set<number>();
    for (let i = 0; i < 620; i++) statuses.add((await fetch(`${app.origin}/metrics`)).status);
    const { headers: last } = await fetch(`${app.origin}/metrics`);
    await app.close();
    expect([...statuses]).toEqual([200, 429]);
    expect(last.get('retry-after')).toBe('60');
  });

  it('counts requests by operation and bookings by outcome, dry runs separately', async () => {
    const app = await startApp({
      useCases: { rescheduleBooking: async () => Promise.reject(new Refusal('SLOT_TAKEN', 'Taken.')) },
    });
    const post = (path: string, body: object) =>
      fetch(app.origin + path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const booking = { coachId: '665f00000000000000000001', attendee: { name: 'Ana', email: 'ana@example.com' } };
    await post('/v1/bookings', booking);
    await post('/v1/bookings?dryRun=true', booking);
    await post(`/v1/bookings/${id}/reschedule`, { start: '2026-04-14T13:00:00Z' });
    await post(`/v1/bookings/${id}/cancel`, {});
    await fetch(`${app.origin}/nothing`);
    const response = await fetch(`${app.origin}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text.match(/^bookings_total.*$/gm)).toEqual([
      'bookings_total{outcome="created"} 1',
      'bookings_total{outcome="SLOT_TAKEN"} 1',
      'bookings_total{outcome="cancelled"} 1',
    ]);
    expect(text).toContain('http_request_duration_seconds_count{operation="createBooking",status="2xx"} 2');
    expect(text).toContain('http_request_duration_seconds_count{operation="none",status="4xx"} 1');
    expect(text).toContain('process_cpu_seconds_total');
    await app.close();
  });
});
