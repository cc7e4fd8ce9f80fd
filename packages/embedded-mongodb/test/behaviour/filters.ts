import mongoose from 'mongoose';
import { describe, expect, test } from 'vitest';
import { idsOf, refused, scratch, type Row, type Uri } from './scratch.ts';

const { Long, MinKey, ObjectId } = mongoose.mongo;
const id = new ObjectId('650000000000000000000001');

const people: Row[] = [
  {
    _id: 1,
    name: 'Ann',
    age: 30,
    tags: ['a', 'b'],
    born: new Date(1000),
    address: { city: 'Rome', zip: 1 },
    marks: [
      { n: 1, s: 'x' },
      { n: 5, s: 'y' },
    ],
  },
  {
    _id: 2,
    name: 'bob',
    age: 20,
    tags: [],
    born: new Date(2000),
    address: { city: 'Oslo' },
    marks: [{ n: 3, s: 'x' }],
  },
  { _id: 3, name: 'Cid', age: null, tags: 'a', address: null, marks: [] },
  { _id: 4, name: 'Dan', age: '30', ref: id, flag: true, marks: [1, 5, 9] },
  { _id: 5, age: 30.5, tags: [['a', 'b'], 'c'], flag: false, big: Long.fromString('9007199254740993') },
  { _id: 6, name: 'été', age: [10, 40], address: [{ city: 'Rome' }, { city: 'Bari' }] },
];

const cases: [string, Row, unknown[]][] = [
  ['equality', { name: 'Ann' }, [1]],
  ['equality of whole numbers and fractions', { age: 30.5 }, [5]],
  ['equality inside of arrays', { tags: 'a' }, [1, 3]],
  ['equality of whole arrays, nested ones too', { tags: ['a', 'b'] }, [1, 5]],
  ['equality of an empty array', { tags: [] }, [2]],
  ['null finds null and missing', { age: null }, [3]],
  ['null finds missing fields below', { 'address.zip': null }, [2, 3, 4, 5, 6]],
  ['equality of whole documents', { address: { city: 'Oslo' } }, [2]],
  ['documents are equal only in the same order', { address: { zip: 1, city: 'Rome' } }, []],
  ['dotted paths through arrays', { 'address.city': 'Rome' }, [1, 6]],
  ['dotted paths by index', { 'marks.1.n': 5 }, [1]],
  ['an element reached by its index is not taken apart', { 'tags.0': 'a' }, [1]],
  ['$elemMatch does not look into nested arrays', { tags: { $elemMatch: { $eq: 'a' } } }, [1]],
  ['dates', { born: new Date(2000) }, [2]],
  ['object ids', { ref: id }, [4]],
  ['booleans', { flag: false }, [5]],
  ['64-bit integers beyond 2^53, exactly', { big: Long.fromString('9007199254740993') }, [5]],
  ['64-bit integers beyond 2^53, not their neighbour', { big: Long.fromString('9007199254740992') }, []],
  ['$eq', { age: { $eq: 30 } }, [1]],
  ['$ne of a value', { age: { $ne: 30 } }, [2, 3, 4, 5, 6]],
  ['$ne looks into arrays', { tags: { $ne: 'a' } }, [2, 4, 5, 6]],
  ['$gt compares numbers only with numbers', { age: { $gt: 25 } }, [1, 5, 6]],
  ['$gte', { age: { $gte: 30 } }, [1, 5, 6]],
  ['$lt', { age: { $lt: 25 } }, [2, 6]],
  ['$lte', { age: { $lte: 20 } }, [2, 6]],
  ['a range met by two elements of an array', { age: { $gt: 25, $lt: 15 } }, [6]],
  ['$gt on strings', { name: { $gt: 'Cid' } }, [2, 4, 6]],
  ['$gt on dates', { born: { $gt: new Date(1000) } }, [2]],
  ['$gte null finds null', { age: { $gte: null } }, [3]],
  ['$in', { age: { $in: [20, '30'] } }, [2, 4]],
  ['$in with null', { name: { $in: ['Ann', null] } }, [1, 5]],
  ['$in with a regular expression', { name: { $in: [/^C/, 'Dan'] } }, [3, 4]],
  ['$in inside of arrays', { tags: { $in: ['b', 'c'] } }, [1, 5]],
  ['$in of nothing', { age: { $in: [] } }, []],
  ['$nin', { age: { $nin: [20, 30, null] } }, [4, 5, 6]],
  ['$exists', { flag: { $exists: true } }, [4, 5]],
  ['$exists finds null', { age: { $exists: false } }, []],
  ['$exists false', { name: { $exists: false } }, [5]],
  ['$type by alias', { age: { $type: 'string' } }, [4]],
  ['$type number', { age: { $type: 'number' } }, [1, 2, 5, 6]],
  ['$type array', { tags: { $type: 'array' } }, [1, 2, 5]],
  ['$type by number', { flag: { $type: 8 } }, [4, 5]],
  ['a regular expression', { name: /^[A-C]/ }, [1, 3]],
  ['$regex with $options', { name: { $regex: '^B', $options: 'i' } }, [2]],
  ['$mod', { age: { $mod: [20, 10] } }, [1, 5, 6]],
  ['$size', { tags: { $size: 2 } }, [1, 5]],
  ['$size 0', { marks: { $size: 0 } }, [3]],
  ['$all', { tags: { $all: ['a', 'b'] } }, [1]],
  ['$all over documents', { 'marks.s': { $all: ['x', 'y'] } }, [1]],
  ['$all with $elemMatch', { marks: { $all: [{ $elemMatch: { n: 1 } }, { $elemMatch: { s: 'y' } }] } }, [1]],
  ['$elemMatch of documents', { marks: { $elemMatch: { n: { $gt: 2 }, s: 'x' } } }, [2]],
  ['$elemMatch of values', { marks: { $elemMatch: { $gt: 4, $lt: 9 } } }, [4]],
  ['$elemMatch with $or inside', { marks: { $elemMatch: { $or: [{ n: 5 }, { n: 3 }] } } }, [1, 2]],
  ['$not', { age: { $not: { $gt: 25 } } }, [2, 3, 4]],
  ['$not of a regular expression', { name: { $not: /^[A-D]/ } }, [2, 5, 6]],
  ['$not of $elemMatch', { marks: { $not: { $elemMatch: { s: 'x' } } } }, [3, 4, 5, 6]],
  ['$and', { $and: [{ age: { $gt: 10 } }, { name: 'bob' }] }, [2]],
  ['$or', { $or: [{ name: 'Ann' }, { age: 20 }] }, [1, 2]],
  ['$nor', { $nor: [{ name: 'Ann' }, { age: 20 }, { flag: true }] }, [3, 5, 6]],
  ['$expr', { $expr: { $eq: [{ $type: '$age' }, 'string'] } }, [4]],
  ['$expr comparing two fields', { $expr: { $gt: ['$born', { $toDate: '1970-01-01T00:00:01.500Z' }] } }, [2]],
  ['$bitsAllSet', { age: { $bitsAllSet: 20 } }, [2, 1].sort()],
  ['$bitsAnySet', { age: { $bitsAnySet: 8 } }, [1, 6]],
  ['$comment is no condition', { name: 'Ann', $comment: 'why' }, [1]],
  ['MinKey is less than all', { flag: { $gt: new MinKey() } }, [4, 5]],
];

const wrong: [string, Row][] = [
  ['an unknown operator', { age: { $foo: 2 } }],
  ['an unknown top level operator', { $foo: 1 }],
  ['$in without a list', { age: { $in: 1 } }],
  ['$and of nothing', { $and: [] }],
  ['$or without a list', { $or: {} }],
  ['$not of a value', { age: { $not: 1 } }],
  ['$mod of one number', { age: { $mod: [1] } }],
  ['$size of a fraction', { tags: { $size: 1.5 } }],
  ['$elemMatch of a value', { tags: { $elemMatch: 1 } }],
  ['$options without $regex', { name: { $options: 'i' } }],
];

/** Tests what filters find. */
export function filterBehaviour(uri: Uri): void {
  describe('filters', () => {
    const { collection } = scratch(uri);
    let shared: ReturnType<typeof collection> | undefined;
    const all = () => (shared ??= collection(people));

    test.each(cases)('filters documents: %s', async (_title, filter, ids) => {
      expect(await idsOf(await all(), filter)).toEqual(ids);
    });

    test.each(wrong)('refuses the filter: %s', async (_title, filter) => {
      const people = await all();
      await refused(people.find(filter).toArray(), [2, 9, 51, 5626500]);
    });

    test('finds the same with an index on every field', async () => {
      const indexed = await collection(people);
      for (const path of ['name', 'age', 'tags', 'born', 'address.city', 'marks.n', 'marks.s', 'flag', 'ref', 'big'])
        await indexed.createIndex({ [path]: 1 });
      for (const [title, filter, ids] of cases) expect(await idsOf(indexed, filter), title).toEqual(ids);
    });

    test('finds the same with descending indexes', async () => {
      const indexed = await collection(people);
      for (const path of ['name', 'age', 'tags', 'born', 'address.city', 'marks.n'])
        await indexed.createIndex({ [path]: -1 });
      for (const [title, filter, ids] of cases) expect(await idsOf(indexed, filter), title).toEqual(ids);
    });
  });
}
