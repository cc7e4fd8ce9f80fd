import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecret } from '../../packages/server/test/http/partners.ts';
import type { TestApp } from '../../packages/server/test/http/start-app.ts';
import { costOf } from '../../packages/server/test/limits/cost.ts';
import { startAdminApp } from './admin-app.ts';
import { operationTable, type Operation } from './contract.ts';
import { worstBodies } from './worst-bodies.ts';

const BYTES = 100_000;
/** The most that a request may cost, as a multiple of parsing the same bytes; a plain refusal is at 10 or less. */
const MAX_RATIO = 50;
/** Milliseconds that a request of no bytes may take. */
const FLOOR = 20;

describe('S3 no request of 100 kB stops the server', () => {
  let app: TestApp;
  let accessToken: string;
  beforeAll(async () => {
    ({ app, accessToken } = await startAdminApp());
  });
  afterAll(() => app.close());

  const send = async (operation: Operation, query: string, body?: string): Promise<number> => {
    const credential = operation.schemes.has('secretKey') || operation.schemes.size === 0 ? testSecret : accessToken;
    const path = operation.path.replaceAll(/\{\w+\}/g, '665f00000000000000000001');
    const headers = {
      authorization: `Bearer ${credential}`,
      'x-hold-token': 'proof',
      'content-type': 'application/json',
    };
    const init = { method: operation.method.toUpperCase(), headers, ...(body === undefined ? {} : { body }) };
    const response = await fetch(`${app.origin}${path}?${query}`, init);
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) await response.body?.cancel();
    else await response.arrayBuffer();
    return response.status;
  };

  const withBodies = operationTable.filter(([, { bodyTypes }]) => bodyTypes.length > 0);
  it.each(withBodies)('spends on %s time by the bytes of a body, independent of the content', async (_, operation) => {
    // The validators are built with the first small and the first large body.
    await send(operation, '', '{}');
    await send(operation, '', `[${Array<string>(1000).fill('0').join()}]`);
    const small = worstBodies(operation, BYTES / 4);
    for (const [at, { name, text }] of worstBodies(operation, BYTES).entries()) {
      const bound = FLOOR + MAX_RATIO * (await costOf(0, () => JSON.parse(text)));
      let status = 0;
      const first = await costOf(bound, async () => (status = await send(operation, '', text)));
      expect([name, status < 500, first < bound]).toEqual([name, true, true]);
      if (first < FLOOR) continue;
      const [cost, quarter] = [
        await costOf(0, () => send(operation, '', text)),
        await costOf(0, () => send(operation, '', small[at]!.text)),
      ];
      expect([name, cost, cost < FLOOR + 8 * quarter]).toEqual([name, cost, true]);
    }
  });

  it.each(operationTable)('spends on %s no longer for any query', async (_, operation) => {
    await send(operation, '');
    const names = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    const queries = [
      ...names.flatMap((name) => [`${name}=${'a'.repeat(12_000)}`, `${name}=${'a-'.repeat(6000)}!`]),
      ...['unknown', ...names.slice(0, 1)].flatMap((name) => [
        Array<string>(3000).fill(`${name}=`).join('&').slice(0, 12_000),
        `${name}=${'%5B'.repeat(4000)}`,
        `${name}${'[a]'.repeat(4000)}=1`,
      ]),
    ];
    for (const query of queries) {
      let status = 0;
      const cost = await costOf(2 * FLOOR, async () => (status = await send(operation, query)));
      expect([query.slice(0, 40), status < 500, cost < 2 * FLOOR]).toEqual([query.slice(0, 40), true, true]);
    }
  });
});
