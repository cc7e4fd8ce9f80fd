import { describe, expect, it } from 'vitest';
import type { ImportedId, ImportedIds } from '../../src/application/ports/imported-ids.ts';
import { anId, scope } from './fixtures.ts';

const idOf = (given: Partial<ImportedId> = {}): ImportedId => ({
  ...scope,
  kind: 'bookings',
  externalId: `old-${anId()}`,
  resourceId: anId(),
  ...given,
});

/** The tests that every implementation of the port passes. */
export function importedIdsSuite(open: () => ImportedIds): void {
  describe('R38 the id of an imported row', () => {
    it('keeps the id that was noted first, however often the row comes', async () => {
      const [one, two] = [idOf(), idOf()];
      expect(await open().begin([one])).toEqual(new Map([[one.externalId, one.resourceId]]));
      const again = { ...one, resourceId: anId() };
      const both = new Map([
        [one.externalId, one.resourceId],
        [two.externalId, two.resourceId],
      ]);
      expect(await open().begin([again, two])).toEqual(both);
      expect(await open().find(scopeOf(one), [one.externalId, two.externalId, 'unknown'])).toEqual(both);
    });

    it.each<[string, Partial<ImportedId>]>([
      ['partner', { partnerId: '665f000000000000000000bb' }],
      ['mode', { mode: 'live' }],
      ['kind', { kind: 'clients' }],
    ])('separates the imported id of another %s', async (_, given) => {
      const one = idOf();
      await open().begin([one]);
      const other = { ...one, ...given, resourceId: anId() };
      expect(await open().begin([other])).toEqual(new Map([[one.externalId, other.resourceId]]));
      expect(await open().find(scopeOf(one), [one.externalId])).toEqual(new Map([[one.externalId, one.resourceId]]));
    });

    it('keeps one id for all who bring the row at the same moment', async () => {
      const one = idOf();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => open().begin([{ ...one, resourceId: anId() }, idOf()])),
      );
      expect(new Set(answers.map((known) => known.get(one.externalId))).size).toBe(1);
    });

    it('renews an id once, and returns the new one to later callers with the old one', async () => {
      const one = idOf();
      const [next, third] = [anId(), anId()];
      expect(await open().renew(one, next)).toBeNull();
      await open().begin([one]);
      expect(await open().renew(one, next)).toBe(next);
      expect(await open().renew(one, third)).toBe(next);
    });

    it('forgets an id with what was written under it', async () => {
      const [one, two] = [idOf(), idOf()];
      await open().begin([one, two]);
      expect(await open().forget({ ...scope, mode: 'live' }, [one.resourceId])).toBe(0);
      expect(await open().forget(scope, [one.resourceId, anId()])).toBe(1);
      expect(await open().find(scopeOf(one), [one.externalId, two.externalId])).toEqual(
        new Map([[two.externalId, two.resourceId]]),
      );
    });

    it('finds an id by its exact text, and by no words of a query', async () => {
      const one = idOf({ externalId: '$ne' });
      await open().begin([one]);
      expect((await open().find(scopeOf(one), ['$ne'])).get('$ne')).toBe(one.resourceId);
    });

    it('returns no ids for no rows', async () => expect(await open().begin([])).toEqual(new Map()));
  });
}

function scopeOf({ partnerId, mode, kind }: ImportedId) {
  return { partnerId, mode, kind };
}
