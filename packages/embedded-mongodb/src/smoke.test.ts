import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { startEmbeddedMongoDB } from './index.ts';

test('mongoose works', async () => {
  const server = await startEmbeddedMongoDB({ dataDir: mkdtempSync(join(tmpdir(), 'em-')) });
  const c = await mongoose.createConnection(server.uri, { writeConcern: { w: 'majority', j: true } }).asPromise();
  const M = c.model(
    'L',
    new mongoose.Schema({
      _id: String,
      claims: [{ _id: false, id: String, owner: { kind: String, id: String }, start: Date, paddedEnd: Date }],
      v: Number,
    }),
  );
  await M.createCollection();
  await M.updateOne({ _id: 'a' }, { $setOnInsert: { claims: [] } }, { upsert: true });
  const claim = { id: '1', owner: { kind: 'booking', id: 'b' }, start: new Date(5), paddedEnd: new Date(10) };
  const filter = {
    _id: 'a',
    claims: { $not: { $elemMatch: { 'owner.id': { $ne: 'b2' }, paddedEnd: { $gt: new Date(1) }, start: { $lt: new Date(9) } } } },
  };
  const r = await M.collection.updateOne(filter as never, [
    {
      $set: {
        claims: {
          $concatArrays: [
            { $filter: { input: '$claims', as: 'c', cond: { $not: { $lt: ['$$c.paddedEnd', new Date(0)] } } } },
            [{ $literal: claim }],
          ],
        },
      },
    },
  ]);
  expect(r.modifiedCount).toBe(1);
  expect((await M.collection.updateOne(filter as never, [{ $set: { v: 1 } }])).matchedCount).toBe(0);
  await expect(M.updateOne(filter as never, { $setOnInsert: { v: 1 } }, { upsert: true })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { _id: 1 },
  });
  await M.collection.createIndex({ v: 1 }, { unique: true, partialFilterExpression: { v: { $exists: true } } });
  await M.insertMany([
    { _id: 'b', v: 2 },
    { _id: 'c', v: 3 },
  ]);
  await expect(M.create({ _id: 'd', v: 3 })).rejects.toMatchObject({ code: 11000, keyValue: { v: 3 } });
  expect(
    (
      await M.find({ v: { $gte: 2 } })
        .sort({ v: -1 })
        .lean()
    ).map((d) => d._id),
  ).toEqual(['c', 'b']);
  expect(await M.countDocuments()).toBe(3);
  expect(
    await M.findOneAndUpdate({ _id: 'a' }, { $pull: { claims: { id: '1' } }, $inc: { v: 9 } }, { returnDocument: 'after' }).lean(),
  ).toMatchObject({ claims: [], v: 9 });
  expect(await M.aggregate([{ $match: { v: { $gt: 1 } } }, { $group: { _id: null, total: { $sum: '$v' } } }])).toEqual([
    { _id: null, total: 14 },
  ]);
  await c.close();
  await server.stop();
  const again = await startEmbeddedMongoDB({ dataDir: mkdtempSync(join(tmpdir(), 'em-')) });
  await again.stop();
});
