import * as sdk from '@coach-booking/sdk';
import { describe, expect, it } from 'vitest';
import { errorTable } from '../../packages/server/src/adapters/http/errors/table.ts';
import { parameterFields } from '../../packages/server/src/adapters/http/input.ts';
import { methods, resolve, type Schema } from '../../packages/server/src/adapters/http/spec/document.ts';
import { operationsForOthers, routesOf } from '../../packages/server/src/adapters/http/spec/operations.ts';
import {
  answerComplaints,
  bodyComplaints,
  operations,
  operationTable,
  responseOf,
  spec,
  type Operation,
} from './contract.ts';
import { placesIn } from './worst-bodies.ts';

const ids = operations.map(({ id }) => id);
const all = [...operations, ...operationsForOthers(spec)];
const bodySchemaOf = ({ path, method, bodyTypes }: Operation): Schema =>
  resolve<Schema>(spec, spec.paths[path]![method]!.requestBody!.content[bodyTypes[0]!]!.schema);

describe('the contract', () => {
  it('names every operation once', () => {
    const named = all.map(({ id }) => id);
    expect(named).toEqual([...new Set(named)]);
  });

  it('has one route per operation, and no two of them answer the same request', () => {
    const requests = all.flatMap((operation) =>
      routesOf(operation).map((route) => `${operation.method} ${route.replaceAll(/:\w+/g, ':')}`),
    );
    expect(requests).toEqual([...new Set(requests)]);
    expect(all).toHaveLength(
      Object.values(spec.paths).flatMap((item) => methods.filter((method) => item[method])).length,
    );
  });

  it('has one function of the SDK per operation that no other program calls (x-called-by)', () => {
    const functions = Object.entries(sdk).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    expect(ids.filter((id) => !functions.includes(id))).toEqual([]);
  });

  it('names the callers of each operation outside of those of the operator', () => {
    const open = operations.filter(({ schemes }) => schemes.size === 0).map(({ id }) => id);
    // The first set-up has a code in its body; the keys that check a session are public; the others are the server's
    // own.
    expect(open).toEqual(['setUp', 'getKeySet', 'getHealth', 'getReadiness', 'getMetrics']);
  });

  it('never lets a publishable key alone open a booking or the coach side', () => {
    const forVisitors = operations.filter(({ schemes }) => schemes.has('publishableKey')).map(({ id }) => id);
    expect(forVisitors.toSorted()).toEqual([
      'captureIntent',
      'checkIncentive',
      'completeLogin',
      'confirmEmail',
      'countVisit',
      'createBooking',
      'createHold',
      'createTeamBooking',
      'createTeamHold',
      'extendHold',
      'getBookingProof',
      'getCoach',
      'getDaySchedule',
      'getIntake',
      'getPushKey',
      'getResume',
      'listCoaches',
      'listServices',
      'listSlots',
      'listTeamSlots',
      'login',
      'logout',
      'proveBooking',
      'recommendSlots',
      'refresh',
      'refuseRegistration',
      'register',
      'releaseHold',
      'releaseHoldByBeacon',
      'requestPasswordReset',
      'resetPassword',
      'updateIntent',
      'verifyEmail',
      'watchSlots',
      'withdrawIntent',
      'withdrawResume',
    ]);
  });

  it('takes a publishable key in the query of every read, where a page spares the preflight', () => {
    const reads = operations.filter(({ method, schemes }) => method === 'get' && schemes.has('publishableKey'));
    expect(reads.map(({ id }) => id)).toContain('getBookingProof');
    // What names no schemes takes all of the contract's.
    const hasKeyInQuery = ({ path, method }: Operation) =>
      JSON.stringify(spec.paths[path]?.[method]?.security ?? 'publishableKeyQuery').includes('publishableKeyQuery');
    expect(reads.filter((operation) => !hasKeyInQuery(operation)).map(({ id }) => id)).toEqual([]);
  });

  it('lets every write be tried without effect, and every creating one be sent again', () => {
    const named = (operation: Operation, name: string): boolean =>
      operation.parameters.some((parameter) => parameter.name === name);
    /** They change nothing but the caller's own session, so there is nothing to try out. */
    const ofSession = new Set(['login', 'completeLogin', 'refresh', 'logout']);
    for (const operation of operations) {
      const isWrite = operation.method !== 'get' && !ofSession.has(operation.id);
      expect([operation.id, named(operation, 'dryRun')]).toEqual([operation.id, isWrite]);
      // F24: and its answer shows that.
      const schema = responseOf(operation, operation.status).content?.['application/json']?.schema;
      const meta = schema?.properties?.meta;
      if (isWrite) expect([operation.id, meta]).toEqual([operation.id, { $ref: '#/components/schemas/WriteMeta' }]);
      expect([operation.id, named(operation, 'Idempotency-Key')]).toEqual([operation.id, operation.status === 201]);
    }
  });

  describe.each(operationTable)('%s', (_, operation) => {
    it('gives no name to two things that reach the use case together', () => {
      const fields = parameterFields(operation).map(({ field }) => field);
      const inBody = operation.bodyTypes.length > 0 ? Object.keys(bodySchemaOf(operation).properties ?? {}) : [];
      expect([...fields, ...inBody].toSorted()).toEqual([...new Set([...fields, ...inBody])].toSorted());
    });

    it('shows a body that it takes', () => {
      const content = spec.paths[operation.path]![operation.method]!.requestBody?.content ?? {};
      const json = operation.bodyTypes.filter((type) => type === 'application/json');
      for (const type of json) expect(bodyComplaints(operation, content[type]!.example)).toEqual([]);
      expect(json).toHaveLength(operation.bodyTypes.length > 0 ? 1 : 0);
    });

    it('S3 has a limit among the parameters of each list', () => {
      const body = spec.paths[operation.path]![operation.method]!.requestBody?.content['application/json'];
      const lists = body ? placesIn(body.schema).filter(({ schema }) => schema.items) : [];
      expect(lists.filter(({ schema }) => schema.maxItems === undefined).map(({ name }) => name)).toEqual([]);
    });

    it('shows an answer that it gives', () => {
      const { content } = responseOf(operation, operation.status);
      const [type] = Object.keys(content!);
      expect(content![type!]!.example).toBeDefined();
      if (type === 'application/json')
        expect(answerComplaints(operation, operation.status, content![type]!.example)).toEqual([]);
    });
  });

  describe('errors', () => {
    const codes = (spec.components.schemas.ErrorCode as { enum: string[] }).enum;

    it('has a status and a sentence for each code, in the order of the contract', () =>
      expect(Object.keys(errorTable)).toEqual(codes));

    it.each(Object.entries(errorTable))('gives %s one plain sentence', (_, [status, message]) => {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(message).toMatch(/^[A-Z][^_{}]{10,90}\.$/);
    });

    it.each(Object.entries(spec.components.responses))(
      'shows in the example of %s what the server says for its code',
      (_, response) => {
        const example = response.content!['application/json']!.example as {
          code: keyof typeof errorTable;
          message: string;
        };
        expect(errorTable[example.code][1]).toBe(example.message);
      },
    );
  });
});
