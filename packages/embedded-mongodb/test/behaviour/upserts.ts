import { describe, expect, test } from 'vitest';
import { refused, scratch, type Row, type Uri } from './scratch.ts';

const inserted: [string, Row, Row | Row[], Row][] = [
  [
    'the equalities of the filter and the update',
    { _id: 1, a: 2, b: { $gt: 5 } },
    { $set: { c: 3 } },
    { _id: 1, a: 2, c: 3 },
  ],
  ['$setOnInsert', { _id: 1 }, { $setOnInsert: { claims: [] } }, { _id: 1, claims: [] }],
  ['dotted equalities', { _id: 1, 'a.b': 2 }, { $inc: { n: 1 } }, { _id: 1, a: { b: 2 }, n: 1 }],
  ['equalities of $and and $eq', { $and: [{ _id: 1 }, { a: { $eq: 4 } }] }, { $set: { b: 1 } }, { _id: 1, a: 4, b: 1 }],
  ['a pipeline', { _id: 1, a: 2 }, [{ $set: { b: { $add: ['$a', 1] } } }], { _id: 1, a: 2, b: 3 }],
  ['an update that changes an equality', { _id: 1, a: 2 }, { $set: { a: 5 } }, { _id: 1, a: 5 }],
  ['$push', { _id: 1 }, { $push: { l: 1 } }, { _id: 1, l: [1] }],
];

/** Tests upserts and `findAndModify`. */
export function upsertBehaviour(uri: Uri): void {
  describe('upserts', () => {
    const { collection } = scratch(uri);

    test.each(inserted)('upserts %s', async (_title, filter, update, expected) => {
      const documents = await collection();
      const result = await documents.updateOne(filter, update, { upsert: true });
      expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 1 });
      expect(await documents.findOne()).toEqual(expected);
    });

    test('makes an ObjectId when none is given', async () => {
      const documents = await collection();
      const { upsertedId } = await documents.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true });
      expect(await documents.findOne({ _id: upsertedId ?? undefined })).toMatchObject({ a: 1, b: 1 });
    });

    test('takes only the _id from the filter when a whole document is upserted', async () => {
      const documents = await collection();
      await documents.replaceOne({ _id: 7 as never, a: 1 }, { b: 2 }, { upsert: true });
      expect(await documents.findOne()).toEqual({ _id: 7, b: 2 });
    });

    test('refuses an upsert that does not match an existing _id as a duplicate', async () => {
      const documents = await collection([{ _id: 1, a: 1 }]);
      await refused(documents.updateOne({ _id: 1 as never, a: 2 }, { $set: { b: 1 } }, { upsert: true }), 11000);
    });

    test('leaves one document of upserts that race for one _id', async () => {
      const documents = await collection();
      const results = await Promise.allSettled(
        Array.from({ length: 30 }, () =>
          documents.updateOne({ _id: 'x' as never }, { $setOnInsert: { claims: [] } }, { upsert: true }),
        ),
      );
      for (const result of results)
        if (result.status === 'rejected') expect((result.reason as { code: number }).code).toBe(11000);
      expect(await documents.find().toArray()).toEqual([{ _id: 'x', claims: [] }]);
    });
  });

  describe('findAndModify', () => {
    const { collection } = scratch(uri);
    const three = [
      { _id: 1, a: 3 },
      { _id: 2, a: 1 },
      { _id: 3, a: 2 },
    ];

    test('answers the document before or after', async () => {
      const documents = await collection(three);
      expect(await documents.findOneAndUpdate({ a: 3 }, { $inc: { v: 1 } })).toEqual({ _id: 1, a: 3 });
      expect(await documents.findOneAndUpdate({ a: 3 }, { $inc: { v: 1 } }, { returnDocument: 'after' })).toEqual({
        _id: 1,
        a: 3,
        v: 2,
      });
    });

    test('takes the first in an order', async () => {
      const documents = await collection(three);
      expect(
        await documents.findOneAndUpdate({}, { $set: { hit: true } }, { sort: { a: 1 }, returnDocument: 'after' }),
      ).toMatchObject({
        _id: 2,
      });
      expect(await documents.findOneAndDelete({}, { sort: { a: -1 } })).toMatchObject({ _id: 1 });
      expect(await documents.countDocuments()).toBe(2);
    });

    test('shapes the answer of findAndModify', async () => {
      const documents = await collection([{ _id: 1, a: 3, b: 4 }]);
      expect(
        await documents.findOneAndUpdate(
          {},
          { $set: { a: 5 } },
          { projection: { a: 1, _id: 0 }, returnDocument: 'after' },
        ),
      ).toEqual({
        a: 5,
      });
    });

    test('answers null when nothing matches', async () => {
      const documents = await collection(three);
      expect(await documents.findOneAndUpdate({ a: 99 }, { $set: { b: 1 } })).toBeNull();
      expect(await documents.findOneAndDelete({ a: 99 })).toBeNull();
    });

    test('upserts, and returns what it inserted', async () => {
      const documents = await collection();
      const result = await documents.findOneAndUpdate(
        { _id: 5 as never },
        { $setOnInsert: { a: 1 } },
        { upsert: true, returnDocument: 'after', includeResultMetadata: true },
      );
      expect(result).toMatchObject({
        value: { _id: 5, a: 1 },
        lastErrorObject: { updatedExisting: false, upserted: 5, n: 1 },
      });
    });

    test('replaces a whole document', async () => {
      const documents = await collection([{ _id: 1, a: 1 }]);
      expect(await documents.findOneAndReplace({ a: 1 }, { b: 1 }, { returnDocument: 'after' })).toEqual({
        _id: 1,
        b: 1,
      });
    });

    test('compares and sets: of many writers with one version, one wins', async () => {
      const documents = await collection([{ _id: 1, version: 0 }]);
      const winners = await Promise.all(
        Array.from({ length: 40 }, (_, writer) =>
          documents.findOneAndUpdate(
            { _id: 1 as never, version: 0 },
            { $set: { writer }, $inc: { version: 1 } },
            { returnDocument: 'after' },
          ),
        ),
      );
      expect(winners.filter((winner) => winner !== null)).toHaveLength(1);
      expect(await documents.findOne()).toMatchObject({ version: 1 });
    });

    test('counts without losing one under parallel writers', async () => {
      const documents = await collection([{ _id: 1, n: 0 }]);
      await Promise.all(
        Array.from({ length: 100 }, () => documents.updateOne({ _id: 1 as never }, { $inc: { n: 1 } })),
      );
      expect(await documents.findOne()).toEqual({ _id: 1, n: 100 });
    });
  });
}
