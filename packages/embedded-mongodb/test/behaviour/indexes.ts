import { describe, expect, test } from 'vitest';
import { idsOf, refused, scratch, type Uri } from './scratch.ts';

/** Tests what indexes enforce, and how they are created. */
export function indexBehaviour(uri: Uri): void {
  describe('indexes', () => {
    const { collection, db } = scratch(uri);

    test('refuses a second value in a unique index, on insert and on update', async () => {
      const documents = await collection([
        { _id: 1, email: 'a' },
        { _id: 2, email: 'b' },
      ]);
      await documents.createIndex({ email: 1 }, { unique: true });
      await refused(documents.insertOne({ email: 'a' }), 11000);
      await refused(documents.updateOne({ _id: 2 as never }, { $set: { email: 'a' } }), 11000);
      await refused(documents.findOneAndUpdate({ _id: 2 as never }, { $set: { email: 'a' } }), 11000);
      expect(await idsOf(documents, { email: 'b' })).toEqual([2]);
      await documents.updateOne({ _id: 1 as never }, { $set: { email: 'c' } });
      await documents.insertOne({ _id: 3 as never, email: 'a' });
      expect(await idsOf(documents, { email: 'a' })).toEqual([3]);
    });

    test('lets a document keep its own unique value', async () => {
      const documents = await collection([{ _id: 1, email: 'a' }]);
      await documents.createIndex({ email: 1 }, { unique: true });
      await documents.updateOne({ email: 'a' }, { $set: { n: 1 } });
      await documents.replaceOne({ email: 'a' }, { email: 'a', n: 2 });
      expect(await documents.findOne()).toEqual({ _id: 1, email: 'a', n: 2 });
    });

    test('counts a missing value as null in a unique index', async () => {
      const documents = await collection([{ _id: 1 }]);
      await documents.createIndex({ email: 1 }, { unique: true });
      await refused(documents.insertOne({ other: 1 }), 11000);
      await refused(documents.insertOne({ email: null }), 11000);
    });

    test('compares all fields of a compound unique index', async () => {
      const documents = await collection([{ a: 1, b: 1 }]);
      await documents.createIndex({ a: 1, b: -1 }, { unique: true });
      await documents.insertMany([
        { a: 1, b: 2 },
        { a: 2, b: 1 },
      ]);
      await refused(documents.insertOne({ a: 1, b: 2 }), 11000);
    });

    test('looks only at the part of a partial unique index', async () => {
      const documents = await collection();
      await documents.createIndex({ email: 1 }, { unique: true, partialFilterExpression: { active: true } });
      await documents.insertMany([
        { _id: 1, email: 'a', active: true },
        { _id: 2, email: 'a', active: false },
        { _id: 3, email: 'a' },
      ] as never);
      await refused(documents.insertOne({ email: 'a', active: true }), 11000);
      await refused(documents.updateOne({ _id: 2 as never }, { $set: { active: true } }), 11000);
      await documents.updateOne({ _id: 1 as never }, { $set: { active: false } });
      await documents.updateOne({ _id: 2 as never }, { $set: { active: true } });
      expect(await idsOf(documents, { email: 'a' })).toEqual([1, 2, 3]);
      expect(await idsOf(documents, { email: 'a', active: true })).toEqual([2]);
    });

    test.each([
      [{ $exists: true }, [{ key: 'k' }, {}, {}]],
      [{ $type: 'string' }, [{ key: 'k' }, { key: null }, { key: null }, {}]],
      [{ $gt: 5 }, [{ key: 6 }, { key: 5 }, { key: 5 }]],
    ])('applies a partial index with %j', async (condition, others) => {
      const documents = await collection();
      await documents.createIndex({ key: 1 }, { unique: true, partialFilterExpression: { key: condition } });
      await documents.insertMany(others);
      await refused(documents.insertOne({ ...others[0] }), 11000);
      expect(await documents.countDocuments({ key: null })).toBe(
        others.filter((other) => !('key' in other) || other.key === null).length,
      );
    });

    test('lets many documents lack the field of a sparse unique index', async () => {
      const documents = await collection();
      await documents.createIndex({ slug: 1 }, { unique: true, sparse: true });
      await documents.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, slug: 's' }] as never);
      await refused(documents.insertOne({ slug: 's' }), 11000);
      expect(await idsOf(documents, { slug: null })).toEqual([1, 2]);
    });

    test('compares arrays in a unique index element by element', async () => {
      const documents = await collection([{ _id: 1, ids: ['a', 'b', 'a'] }]);
      await documents.createIndex({ ids: 1 }, { unique: true });
      await refused(documents.insertOne({ ids: ['c', 'b'] }), 11000);
      await documents.insertOne({ _id: 2 as never, ids: ['c'] });
      await documents.updateOne({ _id: 1 as never }, { $pull: { ids: 'b' } } as never);
      await documents.insertOne({ _id: 3 as never, ids: ['b'] });
      expect(await idsOf(documents, { ids: 'b' })).toEqual([3]);
    });

    test('finds fields inside of the documents of an array', async () => {
      const documents = await collection([
        {
          _id: 1,
          claims: [
            { id: 'x', n: 1 },
            { id: 'y', n: 2 },
          ],
        },
        { _id: 2, claims: [] },
        { _id: 3 },
      ]);
      await documents.createIndex({ 'claims.id': 1 });
      await documents.createIndex({ 'claims.id': 1, 'claims.n': 1 });
      expect(await idsOf(documents, { 'claims.id': 'y' })).toEqual([1]);
      expect(await idsOf(documents, { 'claims.id': 'x', 'claims.n': 2 })).toEqual([1]);
      expect(await idsOf(documents, { claims: { $elemMatch: { id: 'x', n: 2 } } })).toEqual([]);
      await documents.updateOne({ _id: 1 as never }, { $pull: { claims: { id: 'y' } } } as never);
      expect(await idsOf(documents, { 'claims.id': 'y' })).toEqual([]);
    });

    test('refuses a unique index over what is double already, and does not keep it', async () => {
      const documents = await collection([{ a: 1 }, { a: 1 }]);
      await refused(documents.createIndex({ a: 1 }, { unique: true }), 11000);
      expect(await documents.indexes()).toHaveLength(1);
      await documents.insertOne({ a: 1 });
    });

    test('accepts the same index again, and refuses another under its name', async () => {
      const documents = await collection([{ a: 1 }]);
      expect(await documents.createIndex({ a: 1 }, { name: 'one' })).toBe('one');
      expect(await documents.createIndex({ a: 1 }, { name: 'one' })).toBe('one');
      await refused(documents.createIndex({ b: 1 }, { name: 'one' }), 86);
      await refused(documents.createIndex({ a: 1 }, { name: 'two' }), 85);
      await refused(documents.createIndex({ a: 1 }, { name: 'one', unique: true }), [85, 86]);
    });

    test('lists and drops indexes', async () => {
      const documents = await collection([{ a: 1, b: 1 }]);
      await documents.createIndex({ a: 1, b: -1 }, { unique: true, name: 'both' });
      await documents.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
      expect(await documents.indexes()).toMatchObject([
        { name: '_id_', key: { _id: 1 } },
        { name: 'both', key: { a: 1, b: -1 }, unique: true },
        { name: 'at_1', key: { at: 1 }, expireAfterSeconds: 60 },
      ]);
      await documents.dropIndex('both');
      await documents.insertOne({ a: 1, b: 1 });
      await refused(documents.dropIndex('both'), 27);
      await refused(documents.dropIndex('_id_'), 72);
      await documents.dropIndexes();
      expect(await documents.indexes()).toHaveLength(1);
    });

    test('refuses to list the indexes of a missing collection', async () => {
      await refused(db().collection('nobody').indexes(), 26);
    });

    test('refuses a TTL index of two fields', async () => {
      const documents = await collection();
      await refused(documents.createIndex({ a: 1, b: 1 }, { expireAfterSeconds: 5 }), 67);
    });
  });
}
