import { describe, expect, test } from 'vitest';
import { refused, scratch, type Row, type Uri } from './scratch.ts';

interface Case {
  title: string;
  before: Row;
  update: Row | Row[];
  after: Row;
  filter?: Row;
  arrayFilters?: Row[];
}

const cases: Case[] = [
  {
    title: '$set, making documents on the way',
    before: { a: 1 },
    update: { $set: { a: 2, 'b.c.d': 3 } },
    after: { a: 2, b: { c: { d: 3 } } },
  },
  {
    title: '$set of an array element',
    before: { a: [1, 2] },
    update: { $set: { 'a.1': 5, 'a.3': 6 } },
    after: { a: [1, 5, null, 6] },
  },
  {
    title: '$unset',
    before: { a: 1, b: { c: 1, d: 2 } },
    update: { $unset: { a: '', 'b.c': '', z: '' } },
    after: { b: { d: 2 } },
  },
  {
    title: '$unset of an array element leaves null',
    before: { a: [1, 2] },
    update: { $unset: { 'a.0': '' } },
    after: { a: [null, 2] },
  },
  { title: '$inc', before: { a: 1 }, update: { $inc: { a: 2, b: -1, 'c.d': 1 } }, after: { a: 3, b: -1, c: { d: 1 } } },
  { title: '$mul', before: { a: 3 }, update: { $mul: { a: 2, b: 5 } }, after: { a: 6, b: 0 } },
  { title: '$min', before: { a: 3, b: 3 }, update: { $min: { a: 2, b: 5, c: 1 } }, after: { a: 2, b: 3, c: 1 } },
  { title: '$max', before: { a: 3, b: 3 }, update: { $max: { a: 2, b: 5, c: 1 } }, after: { a: 3, b: 5, c: 1 } },
  {
    title: '$max of dates',
    before: { a: new Date(5) },
    update: { $max: { a: new Date(9) } },
    after: { a: new Date(9) },
  },
  { title: '$rename', before: { a: 1, b: 2 }, update: { $rename: { a: 'c', z: 'y' } }, after: { b: 2, c: 1 } },
  { title: '$rename into a document', before: { a: 1 }, update: { $rename: { a: 'b.c' } }, after: { b: { c: 1 } } },
  {
    title: '$setOnInsert does nothing to what is there',
    before: { a: 1 },
    update: { $setOnInsert: { a: 2, b: 3 } },
    after: { a: 1 },
  },
  {
    title: '$bit',
    before: { a: 13, b: 3, c: 1 },
    update: { $bit: { a: { and: 10 }, b: { or: 4 }, c: { xor: 5 } } },
    after: { a: 8, b: 7, c: 4 },
  },
  { title: '$push', before: { a: [1] }, update: { $push: { a: 2, b: 3 } }, after: { a: [1, 2], b: [3] } },
  {
    title: '$push of an array is one element',
    before: { a: [1] },
    update: { $push: { a: [2, 3] } },
    after: { a: [1, [2, 3]] },
  },
  { title: '$push $each', before: { a: [1] }, update: { $push: { a: { $each: [2, 3] } } }, after: { a: [1, 2, 3] } },
  {
    title: '$push $slice keeps the last',
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [3, 4], $slice: -3 } } },
    after: { a: [2, 3, 4] },
  },
  {
    title: '$push $slice keeps the first',
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [3, 4], $slice: 3 } } },
    after: { a: [1, 2, 3] },
  },
  {
    title: '$push $position',
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [9], $position: 1 } } },
    after: { a: [1, 9, 2] },
  },
  {
    title: '$push $position from the end',
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [9], $position: -1 } } },
    after: { a: [1, 9, 2] },
  },
  {
    title: '$push $sort of values',
    before: { a: [3, 1] },
    update: { $push: { a: { $each: [2], $sort: -1 } } },
    after: { a: [3, 2, 1] },
  },
  {
    title: '$push $sort of documents',
    before: { a: [{ n: 3 }, { n: 1 }] },
    update: { $push: { a: { $each: [{ n: 2 }], $sort: { n: 1 }, $slice: 2 } } },
    after: { a: [{ n: 1 }, { n: 2 }] },
  },
  {
    title: '$addToSet',
    before: { a: [1] },
    update: { $addToSet: { a: { $each: [1, 2, 2] }, b: 1 } },
    after: { a: [1, 2], b: [1] },
  },
  {
    title: '$addToSet of documents',
    before: { a: [{ x: 1 }] },
    update: { $addToSet: { a: { x: 1 } } },
    after: { a: [{ x: 1 }] },
  },
  { title: '$pull of a value', before: { a: [1, 2, 1] }, update: { $pull: { a: 1, b: 1 } }, after: { a: [2] } },
  { title: '$pull by operators', before: { a: [1, 5, 9] }, update: { $pull: { a: { $gte: 5 } } }, after: { a: [1] } },
  { title: '$pull $in', before: { a: [1, 5, 9] }, update: { $pull: { a: { $in: [1, 9] } } }, after: { a: [5] } },
  {
    title: '$pull of documents by some fields',
    before: { a: [{ x: 1, y: 1 }, { x: 2 }] },
    update: { $pull: { a: { x: 1 } } },
    after: { a: [{ x: 2 }] },
  },
  {
    title: '$pull of documents by operators',
    before: { a: [{ x: 1 }, { x: 2 }] },
    update: { $pull: { a: { x: { $gt: 1 } } } },
    after: { a: [{ x: 1 }] },
  },
  { title: '$pullAll', before: { a: [1, 2, 3, 1] }, update: { $pullAll: { a: [1, 3] } }, after: { a: [2] } },
  { title: '$pop last', before: { a: [1, 2] }, update: { $pop: { a: 1 } }, after: { a: [1] } },
  { title: '$pop first', before: { a: [1, 2], b: [] }, update: { $pop: { a: -1, b: 1 } }, after: { a: [2], b: [] } },
  {
    title: 'the positional $',
    before: { a: [{ i: 1 }, { i: 2 }] },
    filter: { 'a.i': 2 },
    update: { $set: { 'a.$.s': true } },
    after: { a: [{ i: 1 }, { i: 2, s: true }] },
  },
  {
    title: 'the positional $ after $elemMatch',
    before: {
      a: [
        { i: 1, j: 1 },
        { i: 1, j: 2 },
      ],
    },
    filter: { a: { $elemMatch: { i: 1, j: 2 } } },
    update: { $inc: { 'a.$.i': 5 } },
    after: {
      a: [
        { i: 1, j: 1 },
        { i: 6, j: 2 },
      ],
    },
  },
  {
    title: 'the positional $ of values',
    before: { a: [1, 2, 3] },
    filter: { a: 2 },
    update: { $set: { 'a.$': 9 } },
    after: { a: [1, 9, 3] },
  },
  {
    title: '$[] for all elements',
    before: { a: [{ i: 1 }, { i: 2 }] },
    update: { $inc: { 'a.$[].i': 1 } },
    after: { a: [{ i: 2 }, { i: 3 }] },
  },
  {
    title: '$[name] for the elements of a filter',
    before: { a: [{ i: 1 }, { i: 2 }] },
    update: { $set: { 'a.$[e].s': true } },
    arrayFilters: [{ 'e.i': 2 }],
    after: { a: [{ i: 1 }, { i: 2, s: true }] },
  },
  {
    title: '$[name] with $in',
    before: { a: [{ i: 1 }, { i: 2 }, { i: 3 }] },
    update: { $set: { 'a.$[e].s': 1 } },
    arrayFilters: [{ 'e.i': { $in: [1, 3] } }],
    after: { a: [{ i: 1, s: 1 }, { i: 2 }, { i: 3, s: 1 }] },
  },
  {
    title: '$[name] of values',
    before: { a: [1, 5, 9] },
    update: { $set: { 'a.$[e]': 0 } },
    arrayFilters: [{ e: { $gt: 4 } }],
    after: { a: [1, 0, 0] },
  },
  {
    title: 'a pipeline with $set',
    before: { a: 1, b: 2 },
    update: [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: 'a' }],
    after: { b: 2, c: 3 },
  },
  {
    title: 'a pipeline keeps strings with $ in $literal',
    before: { a: 1 },
    update: [{ $set: { b: { $literal: '$a' } } }],
    after: { a: 1, b: '$a' },
  },
  {
    title: 'a pipeline that filters and appends',
    before: { a: [1, 5] },
    update: [
      { $set: { a: { $concatArrays: [{ $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 3] } } }, [7]] } } },
    ],
    after: { a: [5, 7] },
  },
  {
    title: 'a pipeline with $replaceWith keeps the _id',
    before: { a: 1 },
    update: [{ $replaceWith: { b: '$a' } }],
    after: { b: 1 },
  },
  { title: 'a pipeline with $project', before: { a: 1, b: 2 }, update: [{ $project: { b: 1 } }], after: { b: 2 } },
  {
    title: 'a pipeline sets fields of documents and of elements',
    before: { d: { x: 1 }, l: [{ x: 1 }] },
    update: [{ $set: { 'd.y': 2, 'l.y': 3 } }],
    after: { d: { x: 1, y: 2 }, l: [{ x: 1, y: 3 }] },
  },
  {
    title: 'several modifiers together',
    before: { a: 1, l: [1] },
    update: { $inc: { a: 1 }, $set: { b: 2 }, $push: { l: 2 }, $unset: { z: 1 } },
    after: { a: 2, l: [1, 2], b: 2 },
  },
];

const wrong: [string, Row, Row | Row[], number | number[], Row[]?][] = [
  ['an unknown modifier', {}, { $foo: { a: 1 } }, 9],
  ['a change of the _id', { a: 1 }, { $set: { _id: 'other' } }, 66],
  ['two changes of one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['changes of a path and of one inside it', {}, { $set: { a: {}, 'a.b': 1 } }, 40],
  ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc by a string', { a: 1 }, { $inc: { a: 'x' } }, 14],
  ['$push to a number', { a: 1 }, { $push: { a: 1 } }, 2],
  ['$pull from a number', { a: 1 }, { $pull: { a: 1 } }, 2],
  ['$pop from a number', { a: 1 }, { $pop: { a: 1 } }, [14, 2]],
  ['$addToSet to a number', { a: 1 }, { $addToSet: { a: 1 } }, 2],
  ['$[] on what is no array', { a: 1 }, { $set: { 'a.$[]': 1 } }, 2],
  ['$ without a match in the filter', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
  ['an identifier without its filter', { a: [1] }, { $set: { 'a.$[e]': 1 } }, 2],
  ['an array filter nobody uses', { a: [1] }, { $set: { b: 1 } }, 9, [{ e: 1 }]],
  ['an unknown expression in a pipeline', { a: 1 }, [{ $set: { b: { $foo: 1 } } }], 168],
  ['a stage that is not for updates', { a: 1 }, [{ $group: { _id: 1 } }], 72],
];

/** Tests updates. */
export function updateBehaviour(uri: Uri): void {
  describe('updates', () => {
    const { collection } = scratch(uri);

    test.each(cases)('updates with $title', async ({ before, update, after, filter = {}, arrayFilters }) => {
      const documents = await collection([{ _id: 1, ...before }]);
      const result = await documents.updateOne(
        { _id: 1, ...filter } as never,
        update,
        arrayFilters ? { arrayFilters } : {},
      );
      const stored = await documents.findOne();
      expect(stored).toEqual({ _id: 1, ...after });
      expect(result.matchedCount).toBe(1);
      expect(result.modifiedCount).toBe(JSON.stringify(before) === JSON.stringify(after) ? 0 : 1);
    });

    test.each(wrong)('refuses the update: %s', async (_title, before, update, code, arrayFilters) => {
      const documents = await collection([{ _id: 1, ...before }]);
      await refused(documents.updateOne({ _id: 1 } as never, update, arrayFilters ? { arrayFilters } : {}), code);
      expect(await documents.findOne()).toEqual({ _id: 1, ...before });
    });

    test('sets the time of the server with $currentDate', async () => {
      const documents = await collection([{ _id: 1 }]);
      await documents.updateOne({}, { $currentDate: { a: true, b: { $type: 'date' } } } as never);
      const stored = await documents.findOne();
      expect(stored?.['a']).toBeInstanceOf(Date);
      expect(stored?.['b']).toEqual(stored?.['a']);
    });

    test('replaces a whole document and keeps its _id', async () => {
      const documents = await collection([{ _id: 1, a: 1, b: 2 }]);
      await documents.replaceOne({ a: 1 }, { c: 3 });
      expect(await documents.findOne()).toEqual({ _id: 1, c: 3 });
      await refused(documents.replaceOne({ c: 3 }, { _id: 2, d: 1 } as never), 66);
    });

    test('changes all that match with updateMany, and returns how many changed', async () => {
      const documents = await collection([
        { _id: 1, a: 1 },
        { _id: 2, a: 1, b: 9 },
        { _id: 3, a: 2 },
      ]);
      const result = await documents.updateMany({ a: 1 }, { $set: { b: 9 } });
      expect(result).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
      expect(await documents.countDocuments({ b: 9 })).toBe(2);
    });

    test('keeps the types of values through an update of another field', async () => {
      const { Long, Decimal128, Binary, Timestamp } = (await import('mongoose')).default.mongo;
      const values = {
        long: Long.fromString('9223372036854775807'),
        decimal: Decimal128.fromString('1.10'),
        bytes: new Binary(Buffer.from([1, 2])),
        stamp: new Timestamp({ t: 5, i: 6 }),
        text: 'ü😀',
        none: null,
      };
      const documents = await collection([{ _id: 1, ...values }]);
      await documents.updateOne({ _id: 1 as never }, { $set: { touched: 1 } });
      const stored = await documents.findOne({}, { promoteLongs: false });
      expect(stored).toEqual({ _id: stored?._id, ...values, touched: stored?.['touched'] as unknown });
    });
  });
}
