import { expect, it } from 'vitest';
import { createClient } from './client.ts';

const given = () => {
  const sent: { readonly url: string; readonly clock: string | null; readonly body: unknown }[] = [];
  const client = createClient({
    baseUrl: 'https://book.example',
    secretKey: 'sk_test_x',
    testNow: '2026-04-14T08:00:00Z',
    fetch: async (request) => {
      const { url, headers, body } = request as Request;
      sent.push({ url, clock: headers.get('X-Test-Now'), body: body && (await (request as Request).json()) });
      return Response.json({ success: true, data: { messages: [], more: false } });
    },
  });
  return { client, sent };
};

it('runs due work at the instant of a call, else at the clock of the client', async () => {
  const { client, sent } = given();
  await client.test.runDue({ now: '2027-03-01T08:00:00Z', limit: 5 });
  await client.test.runDue();
  expect(sent.map(({ clock }) => clock)).toEqual(['2027-03-01T08:00:00Z', '2026-04-14T08:00:00Z']);
  expect(sent[0]).toMatchObject({ url: 'https://book.example/v1/test/run-due', body: { limit: 5 } });
});

it('has the operations for tests under short names', async () => {
  const { client, sent } = given();
  await client.test.failProvider({ provider: 'sms', kind: '429', times: 1 });
  await client.test.listMessages({ bookingId: 'f'.repeat(24) });
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/test/providers/sms/fail', '/v1/test/messages']);
});
