import { expect, test } from 'vitest';
import { createClient, isConflict } from '../index.ts';

interface Asked {
  readonly method: string | undefined;
  readonly path: string;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
}

const json = (status: number, body: object) => Response.json(body, { status });
const created = {
  id: 'a1',
  kind: 'secret',
  mode: 'test',
  hint: '…9f3c',
  createdAt: '2026-01-05T08:00:00Z',
  key: 'sk_test_9f3c',
};

/** Returns a partner's server, whose requests are answered in order. */
const given = (...answers: (Response | Error)[]) => {
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    asked.push({
      method: request.method,
      path: new URL(request.url).pathname,
      body: text === '' ? undefined : JSON.parse(text),
      idempotencyKey: request.headers.get('idempotency-key'),
    });
    const answer = answers.shift()!;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {
    asked,
    client: createClient({ baseUrl: 'https://book.example', secretKey: 'sk_test_x', fetch, backoff: () => 0 }),
  };
};

test('requests a key whose answer was lost again under the same idempotency key', async () => {
  const { client, asked } = given(new TypeError('fetch failed'), json(201, { success: true, data: created }));
  expect((await client.createKey({ kind: 'secret', mode: 'test' })).key).toBe('sk_test_9f3c');
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(Array(2).fill('POST /v1/partner/keys'));
  expect(asked[0]!.idempotencyKey).toMatch(/.{16}/);
  expect(asked[1]!.idempotencyKey).toBe(asked[0]!.idempotencyKey);
});

test('rolls a key by its id, with the overlap in the body', async () => {
  const { client, asked } = given(json(201, { success: true, data: created }));
  await client.rollKey({ id: 'a0', overlapHours: 2 });
  expect(asked).toMatchObject([{ method: 'POST', path: '/v1/partner/keys/a0/roll', body: { overlapHours: 2 } }]);
});

test('rejects a key that would revoke itself with a conflict', async () => {
  const refused = {
    success: false,
    code: 'LAST_KEY',
    message: 'This key is in use by this very request.',
    error: '',
    requestId: 'r1',
  };
  const { client } = given(json(409, refused));
  const error = await client.revokeKey({ id: 'a1' }).catch((thrown: unknown) => thrown);
  expect(isConflict(error) && error.code).toBe('LAST_KEY');
});

test('omits absent fields of the partner', async () => {
  const { client, asked } = given(json(200, { success: true, data: {} }));
  await client.updatePartner({ branding: { logoUrl: null }, version: 3 });
  expect(asked).toMatchObject([
    { method: 'PATCH', path: '/v1/partner', body: { branding: { logoUrl: null }, version: 3 } },
  ]);
});
