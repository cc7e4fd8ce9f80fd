import mongoose from 'mongoose';
import { describe, expect, test } from 'vitest';
import { refused, scratch, type Uri } from './scratch.ts';

type BulkError = { code: number; result: { insertedCount: number }; writeErrors: { index: number; code: number }[] };

/** Tests inserting, deleting, bulk writes and the errors of commands. */
export function writeBehaviour(uri: Uri): void {
  describe('writes', () => {
    const { collection, db, client } = scratch(uri);

    test('adds an _id to a document without one', async () => {
      const documents = await collection();
      await db().command({ insert: documents.collectionName, documents: [{ a: 1 }] });
      expect((await documents.findOne())?._id).toBeInstanceOf(mongoose.mongo.ObjectId);
    });

    test('keeps an _id unique, also as another kind of number', async () => {
      const documents = await collection([{ _id: 1 }]);
      await refused(documents.insertOne({ _id: new mongoose.mongo.Double(1) as never }), 11000);
    });

    test.each([[[1]], [/x/]])('refuses %s as an _id', async (id) => {
      const documents = await collection();
      await refused(documents.insertOne({ _id: id as never }), [2, 53]);
    });

    test('stops a bulk in order at the first error', async () => {
      const documents = await collection();
      const error: BulkError = await documents.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }] as never).then(
        () => Promise.reject(new Error('not refused')),
        (reason: unknown) => reason as BulkError,
      );
      expect(error.writeErrors.map(({ index, code }) => [index, code])).toEqual([[1, 11000]]);
      expect(await documents.countDocuments()).toBe(1);
    });

    test('continues a bulk without order', async () => {
      const documents = await collection();
      const error: BulkError = await documents
        .insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }] as never, { ordered: false })
        .then(
          () => Promise.reject(new Error('not refused')),
          (reason: unknown) => reason as BulkError,
        );
      expect(error.writeErrors.map(({ index }) => index)).toEqual([1, 3]);
      expect(await documents.countDocuments()).toBe(3);
    });

    test('returns the sums of a mixed bulk', async () => {
      const documents = await collection([
        { _id: 1, n: 0 },
        { _id: 2, n: 0 },
      ]);
      const result = await documents.bulkWrite([
        { insertOne: { document: { _id: 3 as never, n: 0 } } },
        { updateMany: { filter: { n: 0 }, update: { $inc: { n: 1 } } } },
        { updateOne: { filter: { _id: 4 as never }, update: { $set: { n: 5 } }, upsert: true } },
        { replaceOne: { filter: { _id: 1 as never }, replacement: { r: 1 } } },
        { deleteOne: { filter: { _id: 2 as never } } },
      ]);
      expect(result).toMatchObject({
        insertedCount: 1,
        matchedCount: 4,
        modifiedCount: 4,
        upsertedCount: 1,
        deletedCount: 1,
      });
      expect(await documents.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 1, r: 1 },
        { _id: 3, n: 1 },
        { _id: 4, n: 5 },
      ]);
    });

    test('deletes one or all', async () => {
      const documents = await collection([
        { _id: 1, a: 1 },
        { _id: 2, a: 1 },
        { _id: 3, a: 2 },
      ]);
      expect(await documents.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
      expect(await documents.deleteMany({})).toMatchObject({ deletedCount: 2 });
    });

    test('accepts 10,000 documents in one call', async () => {
      const documents = await collection();
      await documents.insertMany(Array.from({ length: 10_000 }, (_, at) => ({ at, text: 'x'.repeat(100) })));
      expect(await documents.countDocuments()).toBe(10_000);
    });

    test('carries out unacknowledged writes before the next command of the connection', async () => {
      const single = await new mongoose.mongo.MongoClient(uri(), { maxPoolSize: 1 }).connect();
      const documents = single.db(db().databaseName).collection('unacknowledged');
      await documents.insertOne({ a: 1 }, { writeConcern: { w: 0 } });
      expect(await documents.countDocuments()).toBe(1);
      await single.close();
    });

    test('refuses an unknown command', async () => {
      await refused(db().command({ frobnicate: 1 }), 59);
    });

    test('returns the server’s name', async () => {
      expect(await client().db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
      expect(await client().db('admin').command({ hello: 1 })).toMatchObject({ isWritablePrimary: true });
      expect((await client().db('admin').command({ buildInfo: 1 }))['version']).toMatch(/^\d+\.\d+/);
    });
  });
}
