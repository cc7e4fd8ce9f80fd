import { expect, test } from 'vitest';
import {
  createTransport,
  erasePerson,
  exportPerson,
  getUser,
  listAudit,
  listBookings,
  listUsers,
  requestPasswordReset,
} from '../index.ts';
import { answered, fakeFetch, type FakeAnswer } from '../testing/fake-fetch.ts';

const given = (...answers: readonly [FakeAnswer, ...FakeAnswer[]]) => {
  const { fetch, sent } = fakeFetch(...answers);
  return {
    transport: createTransport({ baseUrl: 'https://book.example', secretKey: 'sk_test_x', fetch, backoff: () => 0 }),
    sent,
  };
};
const page = (ids: readonly string[], nextCursor: string | null): FakeAnswer =>
  new Response(JSON.stringify({ success: true, data: ids.map((id) => ({ id })), meta: { nextCursor, total: 3 } }));

test.each([
  ['/v1/users', listUsers, { role: 'client', q: 'ana@' }],
  ['/v1/bookings', listBookings, { status: 'confirmed', from: '2026-04-14' }],
  ['/v1/audit', listAudit, { action: 'profile.read' }],
] as const)('reads %s page by page with the same filters', async (path, list, filters) => {
  const { transport, sent } = given(page(['a', 'b'], 'next'), page(['c'], null));
  const first = await list(transport, filters as never);
  expect([first.total, first.nextCursor]).toEqual([3, 'next']);
  const ids: string[] = [];
  for await (const { id } of first) ids.push(id);
  expect(ids).toEqual(['a', 'b', 'c']);
  expect(sent.map(({ url }) => url.pathname)).toEqual([path, path]);
  expect(sent.map(({ url }) => Object.fromEntries(url.searchParams))).toEqual([
    filters,
    { ...filters, cursor: 'next' },
  ]);
});

test('reports a list that was not counted to its end', async () => {
  const meta = { nextCursor: null, total: 1000, totalIsCapped: true };
  const { transport } = given(new Response(JSON.stringify({ success: true, data: [], meta })));
  expect(await listUsers(transport, {})).toMatchObject({ total: 1000, totalIsCapped: true });
});

test('sends an address in the body, never in the URL, which logs keep', async () => {
  for (const act of [exportPerson, erasePerson, requestPasswordReset]) {
    const { transport, sent } = given(answered({}));
    await act(transport, { email: 'ana@example.com' });
    expect(sent[0]).toMatchObject({ method: 'POST', body: { email: 'ana@example.com' } });
    expect(sent[0]!.url.href).not.toContain('ana');
  }
});

test('tries erasing without effect', async () => {
  const { transport, sent } = given(answered({ erased: true, bookings: 3, logs: 40 }));
  expect(await erasePerson(transport, { email: 'ana@example.com', dryRun: true })).toEqual({
    erased: true,
    bookings: 3,
    logs: 40,
  });
  expect(sent[0]!.url.search).toBe('?dryRun=true');
});

test('requests one person by id', async () => {
  const { transport, sent } = given(answered({ user: { id: 'u' } }));
  expect(await getUser(transport, { id: 'u' })).toEqual({ user: { id: 'u' } });
  expect(sent[0]!.url.pathname).toBe('/v1/users/u');
});
