import { describe, expect, it } from 'vitest';
import type { Idempotency, IdempotencyRecord } from '../../src/application/ports/idempotency.ts';
import { anId, now, scope } from './fixtures.ts';

const record = (given: Partial<IdempotencyRecord> = {}): IdempotencyRecord => ({
  ...scope,
  caller: 'k1',
  operation: 'createBooking',
  key: anId(),
  bodyHash: 'hash',
  resourceId: anId(),
  createdAt: now,
  ...given,
});

/** The tests that every implementation of the port passes. */
export function idempotencySuite(open: () => Idempotency): void {
  describe('an idempotency key', () => {
    it('begins a key once, and returns the first record to later callers', async () => {
      const first = record();
      const { resourceId } = first;
      expect(await open().begin(first)).toEqual({ resourceId, fresh: true, isSameBody: true });
      const again = { ...first, resourceId: anId() };
      expect(await open().begin(again)).toEqual({ resourceId, fresh: false, isSameBody: true });
      expect(await open().begin({ ...again, bodyHash: 'other' })).toEqual({
        resourceId,
        fresh: false,
        isSameBody: false,
      });
    });

    it.each<[string, Partial<IdempotencyRecord>]>([
      ['partner', { partnerId: '665f000000000000000000bb' }],
      ['mode', { mode: 'live' }],
      ['caller', { caller: 'k2' }],
      ['operation', { operation: 'createHold' }],
      ['key', { key: '$ne' }],
    ])('separates an idempotency key of another %s', async (_, given) => {
      const first = record();
      await open().begin(first);
      expect(await open().begin({ ...first, ...given })).toMatchObject({ fresh: true });
    });

    it('begins a key for one of many at the same moment, and returns the same id to all', async () => {
      const first = record();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => open().begin({ ...first, resourceId: anId() })),
      );
      expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1);
      expect(new Set(answers.map(({ resourceId }) => resourceId)).size).toBe(1);
    });
  });

  describe('a new id', () => {
    it('replaces the old id by the first caller, and returns to all what is there then', async () => {
      const first = record();
      const [one, two] = [anId(), anId()];
      await open().begin(first);
      expect(await open().renew(first, first.resourceId, one)).toBe(one);
      expect(await open().renew(first, first.resourceId, two)).toBe(one);
      expect(await open().begin(first)).toEqual({ resourceId: one, fresh: false, isSameBody: true });
    });

    it('makes one new id for many at the same moment', async () => {
      const first = record();
      await open().begin(first);
      const ids = await Promise.all(Array.from({ length: 20 }, () => open().renew(first, first.resourceId, anId())));
      expect(new Set(ids).size).toBe(1);
      expect(ids[0]).not.toBe(first.resourceId);
    });

    it('cannot be put into a record that is not there', async () => {
      expect(await open().renew(record(), 'a', 'b')).toBeNull();
    });
  });

  describe('the coach of an id', () => {
    it('is stored by the first caller, and returned to the later ones', async () => {
      const first = record();
      const { resourceId } = first;
      await open().begin(first);
      expect(await open().choose(first, resourceId, 'a')).toEqual({ resourceId, coachId: 'a' });
      expect(await open().choose(first, resourceId, 'b')).toEqual({ resourceId, coachId: 'a' });
    });

    it('is one for many at the same moment', async () => {
      const first = record();
      await open().begin(first);
      const chosen = await Promise.all(
        Array.from({ length: 20 }, (_, n) => open().choose(first, first.resourceId, String(n))),
      );
      expect(new Set(chosen.map((choice) => choice?.coachId)).size).toBe(1);
    });

    it('is forgotten with the id that it was for, and not stored with an id that was replaced', async () => {
      const first = record();
      const resourceId = anId();
      await open().begin(first);
      await open().choose(first, first.resourceId, 'a');
      await open().renew(first, first.resourceId, resourceId);
      expect(await open().choose(first, first.resourceId, 'a')).toEqual({ resourceId });
      expect(await open().choose(first, resourceId, 'b')).toEqual({ resourceId, coachId: 'b' });
    });

    it('cannot be put into a record that is not there', async () => {
      expect(await open().choose(record(), 'a', 'b')).toBeNull();
    });
  });

  describe('what a person asked for', () => {
    it('forgets records by their person and by their result, and keeps others', async () => {
      const caller = `user:${anId()}`;
      const [theirs, about, other] = [record({ caller }), record(), record()];
      const elsewhere = [record({ caller, mode: 'live' }), record({ resourceId: about.resourceId, partnerId: anId() })];
      for (const each of [theirs, about, other, ...elsewhere]) await open().begin(each);
      const named = { callers: [caller], resourceIds: [about.resourceId, anId()] };
      expect(await open().forget(scope, named)).toBe(2);
      expect(await open().forget(scope, named)).toBe(0);
      const isFresh = async (each: IdempotencyRecord) => (await open().begin(each)).fresh;
      expect(await Promise.all([theirs, about, other, ...elsewhere].map(isFresh))).toEqual([
        true,
        true,
        false,
        false,
        false,
      ]);
    });
  });
}
