import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorKeyCheck } from '../../packages/server/src/adapters/http/auth/operator-key.ts';
import { testSecret } from '../../packages/server/test/http/partners.ts';
import type { TestApp } from '../../packages/server/test/http/start-app.ts';
import { startAdminApp } from './admin-app.ts';
import { mutatedRequest, validRequest, type FuzzedRequest } from './arbitraries.ts';
import { answerComplaints, operationTable, type Operation } from './contract.ts';
import { sendRequest } from './send-request.ts';

const operatorKey = 'o'.repeat(32);
const RUNS = { valid: 15, mutated: 40 };

describe('the answer to any request', () => {
  let app: TestApp;
  let accessToken: string;
  beforeAll(async () => {
    ({ app, accessToken } = await startAdminApp({ isOperatorKey: operatorKeyCheck(operatorKey) }));
  });
  afterAll(() => app.close());

  const send = async (operation: Operation, request: FuzzedRequest): Promise<Response> => {
    // One's own account is nothing that a key has.
    const own = operation.schemes.has('operatorKey') ? operatorKey : accessToken;
    const credential = operation.schemes.has('secretKey') || operation.schemes.size === 0 ? testSecret : own;
    return sendRequest(app.origin, operation, request, credential);
  };

  const check = async (
    operation: Operation,
    request: FuzzedRequest,
  ): Promise<{ status: number; answer: { code?: string } }> => {
    const response = await send(operation, request);
    // A stream lasts until its client disconnects.
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await response.body?.cancel();
      return { status: response.status, answer: {} };
    }
    const text = await response.text();
    const { status } = response;
    expect(status).toBeLessThan(500);
    if (!response.headers.get('content-type')!.includes('json')) return { status, answer: {} };
    const answer = JSON.parse(text) as { code?: string; requestId?: string };
    expect(answerComplaints(operation, status, answer)).toEqual([]);
    if (status >= 400) expect(answer.requestId).toBe(response.headers.get('x-request-id'));
    return { status, answer };
  };

  it.each(operationTable)('accepts for %s what the contract allows', async (_, operation) => {
    await fc.assert(
      fc.asyncProperty(validRequest(operation), async (request) => {
        const { status, answer } = await check(operation, request);
        if (!answer.code?.startsWith('RANGE_')) expect([status, answer]).toEqual([operation.status, answer]);
      }),
      { numRuns: RUNS.valid },
    );
  });

  it.each(operationTable)('refuses for %s what it does not allow, and never breaks', async (_, operation) => {
    await fc.assert(
      fc.asyncProperty(mutatedRequest(operation), async (request) => {
        await check(operation, request);
      }),
      { numRuns: RUNS.mutated },
    );
  });

  const injections = [
    '$gt',
    '{"$ne":null}',
    '__proto__',
    'constructor',
    'a\u0000b',
    'a\r\nX-Evil: 1',
    '\u202etxt.exe',
    "' || '1'=='1",
    '../../etc',
    '<script>',
  ];
  it.each(operationTable)('takes no injection into %s for more than a text', async (_, operation) => {
    const [sample] = fc.sample(validRequest(operation), { numRuns: 1, seed: 7 });
    for (const text of injections) {
      const places = ['path', 'query'] as const;
      for (const place of places)
        for (const name of Object.keys(sample![place]))
          await check(operation, { ...sample!, [place]: { ...sample![place], [name]: text } });
      if (typeof sample!.body !== 'object' || sample!.body === null) continue;
      for (const name of Object.keys(sample!.body)) {
        await check(operation, { ...sample!, body: { ...sample!.body, [name]: text } });
        await check(operation, { ...sample!, body: { ...sample!.body, [name]: { [text]: text } } });
      }
      await check(operation, { ...sample!, body: { ...sample!.body, [text]: text } });
    }
  });

  const lists = operationTable.filter(([, { parameters }]) => parameters.some(({ name }) => name === 'limit'));
  it.each(lists)('reads for %s no more than its limit allows', async (_, operation) => {
    const { schema } = operation.parameters.find(({ name }) => name === 'limit')!;
    expect(schema.maximum).toBeLessThanOrEqual(100);
    const [sample] = fc.sample(validRequest(operation), { numRuns: 1, seed: 7 });
    for (const limit of [Number(schema.maximum) + 1, 0, -1, 1e9, '1e9', 'Infinity', '']) {
      const { status } = await check(operation, { ...sample!, query: { ...sample!.query, limit } });
      expect([limit, status]).toEqual([limit, 400]);
    }
  });
});
