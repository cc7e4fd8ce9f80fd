import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createClient, isSlotTaken } from '../index.ts';
import * as resources from '../resources/index.ts';
import { examples } from '@coach-booking/contract/examples';
import { fixtures, handlers, problem, statusOf } from './index.ts';

const spec = parse(readFileSync(new URL('../../../../openapi.yaml', import.meta.url), 'utf8'), {
  merge: true,
  maxAliasCount: -1,
});
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(spec, 'spec');

/** The reasons why a value does not fit the schema at a JSON pointer of the contract. */
function misfits(pointer: string[], value: unknown): string[] {
  const path = pointer.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  const validate = ajv.compile({ $ref: `spec#/${encodeURI(path)}` });
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface SpecOperation {
  readonly operationId: string;
  readonly 'x-called-by'?: object;
}
const operations = Object.entries<Record<string, SpecOperation>>(spec.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([, operation]) => !operation['x-called-by'])
    .map(([method, { operationId }]) => ({ path, method, id: operationId as keyof typeof examples })),
);
const server = setupServer(...handlers({ baseUrl: 'https://book.example' }));
const client = createClient({ publishableKey: 'pk_test_demo', baseUrl: 'https://book.example', backoff: () => 0 });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('the handlers', () => {
  test('has a function and an example for every operation that no other program calls (x-called-by)', () => {
    const ids = operations.map(({ id }) => id).sort();
    expect(Object.keys(resources).sort()).toEqual(ids);
    expect(Object.keys(examples).sort()).toEqual(ids);
  });

  test.each(operations)('answers $id as the contract allows', async ({ path, method }) => {
    const url = `https://book.example${path.replace(/{(\w+)}/g, '665f00000000000000000001')}`;
    const response = await fetch(url, { method: method.toUpperCase() });
    const type = Object.keys(spec.paths[path][method].responses[response.status].content)[0]!;
    expect(response.headers.get('content-type')).toContain(type);
    const body = type === 'application/json' ? await response.json() : await response.text();
    expect(
      misfits(['paths', path, method, 'responses', String(response.status), 'content', type, 'schema'], body),
    ).toEqual([]);
  });

  test.each(operations.filter(({ id }) => 'request' in examples[id]))(
    'takes the request of the example of $id',
    ({ path, method, id }) => {
      const example = examples[id];
      const request = 'request' in example ? example.request : undefined;
      expect(misfits(['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'], request)).toEqual(
        [],
      );
    },
  );

  test('answers the SDK', async () => {
    expect(await client.getCoach({ coach: 'coach-a' })).toEqual(fixtures.coach);
    const { zones: _, branding: __, ...listed } = fixtures.coach;
    expect((await client.listCoaches()).items).toEqual([listed]);
    const choice = { service: 'strength-60', start: fixtures.teamHold.start };
    expect(await client.createTeamHold(choice)).toEqual(fixtures.teamHold);
    expect(await client.getMetrics()).toContain('bookings_total');
  });

  test('answers other data where a test sets it', async () => {
    server.use(...handlers({ answers: { getCoach: { ...fixtures.coach, name: 'Coach Z' }, getMetrics: 'none 0' } }));
    expect(await client.getCoach({ coach: 'coach-z' })).toMatchObject({ name: 'Coach Z' });
    expect(await client.getMetrics()).toBe('none 0');
  });

  test('answers a key set as it is, without the envelope', async () => {
    expect((await client.getKeySet()).keys[0]).toMatchObject({ kty: 'EC', alg: 'ES256' });
    server.use(...handlers({ answers: { getKeySet: { keys: [] } } }));
    expect(await client.getKeySet()).toEqual({ keys: [] });
  });

  test('answers a problem where a test sets it, every time', async () => {
    server.use(...handlers({ answers: { createHold: problem('SLOT_TAKEN', { details: { alternatives: [] } }) } }));
    const hold = () =>
      client.createHold({ coachId: 'x', serviceId: 'x', start: '2026-04-14T13:00:00Z' }).catch(isSlotTaken);
    expect([await hold(), await hold()]).toEqual([true, true]);
  });

  test('answers by the request where a test sets it', async () => {
    server.use(
      ...handlers({ answers: { getHealth: (request) => Response.json({ success: true, data: request.url }) } }),
    );
    expect(await client.getHealth()).toBe('https://book.example/healthz?key=pk_test_demo');
  });
});

describe('a problem', () => {
  test('has a problem for every code of the contract', () => {
    expect(Object.keys(statusOf).sort()).toEqual([...spec.components.schemas.ErrorCode.enum].sort());
  });

  test('fits the schema of errors', async () => {
    expect(misfits(['components', 'schemas', 'Error'], await problem('TOO_SOON').json())).toEqual([]);
  });
});
