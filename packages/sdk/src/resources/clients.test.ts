import { expect, test } from 'vitest';
import { answered, fakeFetch } from '../testing/fake-fetch.ts';
import { fixtures } from '../testing/index.ts';
import { createClient } from '../client.ts';

const given = (...answers: readonly [Response, ...Response[]]) => {
  const { fetch, sent } = fakeFetch(...answers);
  return {
    client: createClient({ baseUrl: 'https://book.example', session: () => 'token', fetch, backoff: () => 0 }),
    sent,
  };
};
const weight = { date: '2026-04-12', metric: 'weight', value: 64.5, unit: 'kg' };

test('sends an entry once under one key, and again under the same when the answer was lost', async () => {
  const { client, sent } = given(new Response(null, { status: 502 }), answered({ ...weight, id: 'w' }));
  await client.addProgress(weight);
  expect(sent.map(({ method, url, body }) => [method, url.pathname, body])).toEqual(
    Array(2).fill(['POST', '/v1/me/progress', weight]),
  );
  const [first, second] = sent.map(({ headers }) => headers.get('Idempotency-Key'));
  expect([first, second]).toEqual([expect.stringMatching(/.{8}/), first]);
});

test('sends null, since it removes a value', async () => {
  const { client, sent } = given(answered(fixtures.profile));
  await client.updateMyProfile({ heightCm: null, goals: [] });
  expect(sent[0]).toMatchObject({ method: 'PATCH', body: { heightCm: null, goals: [] } });
  expect(sent[0]!.headers.get('Authorization')).toBe('Bearer token');
});

test('puts the dates of a list into the query, the client and the coach into the path', async () => {
  const { client, sent } = given(answered({ days: [] }));
  await client.listClientProgress({ coach: 'me', client: 'c1', from: '2026-04-01', metric: 'weight' });
  expect(sent[0]!.url.pathname + sent[0]!.url.search).toBe(
    '/v1/coaches/me/clients/c1/progress?from=2026-04-01&metric=weight',
  );
});

test.each(['listClients', 'listLeads'] as const)(
  'continues %s over the pages, with the same filters',
  async (operation) => {
    const of = { id: 'c1' };
    const { client, sent } = given(answered([of], { nextCursor: 'next' }), answered([of], { nextCursor: null }));
    const seen = [];
    for await (const one of await client[operation]({ coach: 'me', q: 'ana' })) seen.push(one);
    expect(seen).toEqual([of, of]);
    expect(sent.map(({ url }) => [url.searchParams.get('q'), url.searchParams.get('cursor')])).toEqual([
      ['ana', null],
      ['ana', 'next'],
    ]);
  },
);

test('tries a removal without effect by dryRun', async () => {
  const { client, sent } = given(answered({ id: 'k1', removed: true }));
  await client.withdrawConnection({ id: 'k1', dryRun: true });
  expect(sent[0]).toMatchObject({ method: 'DELETE', body: null });
  expect(sent[0]!.url.search).toBe('?dryRun=true');
});
