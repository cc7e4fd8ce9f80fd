import { describe, expect, test } from 'vitest';
import { refused, scratch, type Row, type Uri } from './scratch.ts';

const sales: Row[] = [
  { _id: 1, coach: 'a', price: 10, tags: ['x', 'y'], at: new Date('2026-01-01') },
  { _id: 2, coach: 'b', price: 20, tags: [], at: new Date('2026-01-02') },
  { _id: 3, coach: 'a', price: 30, tags: ['x'], at: new Date('2026-01-03') },
  { _id: 4, coach: 'c', price: null, at: new Date('2026-01-03') },
];

const cases: [string, Row[], Row[]][] = [
  [
    '$match, $sort, $skip, $limit',
    [
      { $match: { price: { $gt: 5 } } },
      { $sort: { price: -1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { price: 1 } },
    ],
    [{ _id: 2, price: 20 }],
  ],
  [
    '$limit before $sort',
    [{ $sort: { _id: 1 } }, { $limit: 2 }, { $sort: { _id: -1 } }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 1 }],
  ],
  ['$skip alone', [{ $sort: { _id: 1 } }, { $skip: 3 }, { $project: { _id: 1 } }], [{ _id: 4 }]],
  [
    '$match after $sort and $limit',
    [{ $sort: { _id: 1 } }, { $limit: 3 }, { $match: { coach: 'a' } }, { $project: { _id: 1 } }],
    [{ _id: 1 }, { _id: 3 }],
  ],
  [
    '$sort puts null first',
    [{ $sort: { price: 1 } }, { $project: { _id: 1 } }],
    [{ _id: 4 }, { _id: 1 }, { _id: 2 }, { _id: 3 }],
  ],
  [
    '$group with accumulators',
    [
      { $match: { coach: 'a' } },
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$coach',
          n: { $sum: 1 },
          total: { $sum: '$price' },
          mean: { $avg: '$price' },
          low: { $min: '$price' },
          high: { $max: '$price' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          all: { $push: '$price' },
        },
      },
    ],
    [{ _id: 'a', n: 2, total: 40, mean: 20, low: 10, high: 30, first: 1, last: 3, all: [10, 30] }],
  ],
  ['$group of all', [{ $group: { _id: null, n: { $count: {} } } }], [{ _id: null, n: 4 }]],
  [
    '$group by a document',
    [
      { $group: { _id: { c: '$coach', p: { $gt: ['$price', 15] } }, n: { $sum: 1 } } },
      { $sort: { '_id.c': 1, '_id.p': 1 } },
    ],
    [
      { _id: { c: 'a', p: false }, n: 1 },
      { _id: { c: 'a', p: true }, n: 1 },
      { _id: { c: 'b', p: true }, n: 1 },
      { _id: { c: 'c', p: false }, n: 1 },
    ],
  ],
  [
    '$addToSet',
    [{ $unwind: '$tags' }, { $group: { _id: '$tags', coaches: { $addToSet: '$coach' } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'x', coaches: ['a'] },
      { _id: 'y', coaches: ['a'] },
    ],
  ],
  [
    '$unwind drops empty and missing',
    [{ $unwind: '$tags' }, { $sort: { _id: 1, tags: 1 } }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 3, tags: 'x' },
    ],
  ],
  [
    '$unwind keeps them when asked',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $match: { _id: { $in: [2, 3, 4] } } },
      { $sort: { _id: 1 } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 2, i: null },
      { _id: 3, tags: 'x', i: 0 },
      { _id: 4, i: null },
    ],
  ],
  [
    '$project computes',
    [{ $match: { _id: 1 } }, { $project: { _id: 0, double: { $multiply: ['$price', 2] }, tag: { $first: '$tags' } } }],
    [{ double: 20, tag: 'x' }],
  ],
  [
    '$project excludes',
    [{ $match: { _id: 2 } }, { $project: { at: 0, tags: 0 } }],
    [{ _id: 2, coach: 'b', price: 20 }],
  ],
  [
    '$addFields reaches into documents',
    [{ $match: { _id: 2 } }, { $addFields: { 'a.b': 1, price: '$nothing' } }, { $project: { a: 1, price: 1 } }],
    [{ _id: 2, a: { b: 1 } }],
  ],
  ['$unset', [{ $match: { _id: 2 } }, { $unset: ['at', 'tags'] }], [{ _id: 2, coach: 'b', price: 20 }]],
  ['$replaceRoot', [{ $match: { _id: 2 } }, { $replaceRoot: { newRoot: { p: '$price' } } }], [{ p: 20 }]],
  ['$count', [{ $match: { coach: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
  ['$sortByCount', [{ $sortByCount: '$coach' }, { $limit: 1 }], [{ _id: 'a', count: 2 }]],
  [
    '$facet',
    [{ $facet: { n: [{ $count: 'n' }], top: [{ $sort: { price: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }] } }],
    [{ n: [{ n: 4 }], top: [{ _id: 3 }] }],
  ],
  [
    '$bucket',
    [{ $match: { price: { $gt: 0 } } }, { $bucket: { groupBy: '$price', boundaries: [0, 20, 40] } }],
    [
      { _id: 0, count: 1 },
      { _id: 20, count: 2 },
    ],
  ],
  ['$match with $expr', [{ $match: { $expr: { $eq: ['$coach', 'b'] } } }, { $project: { _id: 1 } }], [{ _id: 2 }]],
];

const wrong: [string, Row[], number | number[]][] = [
  ['an unknown stage', [{ $foo: {} }], 40324],
  ['two stages in one', [{ $match: {}, $limit: 1 }], 40323],
  ['$limit of 0', [{ $limit: 0 }], [15958, 5107201]],
  ['an unknown accumulator', [{ $group: { _id: 1, a: { $foo: 1 } } }], 15952],
  ['$group without an _id', [{ $group: { a: { $sum: 1 } } }], 15955],
  ['inclusion and exclusion mixed', [{ $project: { a: 1, b: 0 } }], [31253, 31254]],
  ['$unwind without a $', [{ $unwind: 'tags' }], 28818],
];

/** Tests the results of aggregation pipelines. */
export function pipelineBehaviour(uri: Uri): void {
  describe('pipelines', () => {
    const { collection } = scratch(uri);
    let shared: ReturnType<typeof collection> | undefined;
    const all = () => (shared ??= collection(sales));

    test.each(cases)('runs the pipeline: %s', async (_title, pipeline, expected) => {
      const documents = await all();
      expect(await documents.aggregate(pipeline).toArray()).toEqual(expected);
    });

    test.each(wrong)('refuses the pipeline: %s', async (_title, pipeline, code) => {
      const documents = await all();
      await refused(documents.aggregate(pipeline).toArray(), code);
    });

    test('joins with $lookup by equal fields, arrays and missing fields too', async () => {
      const coaches = await collection([
        { _id: 'a', name: 'Ann' },
        { _id: 'b', name: 'Bob' },
      ]);
      const bookings = await collection([{ _id: 1, c: 'a' }, { _id: 2, c: ['a', 'b'] }, { _id: 3 }]);
      const joined = await bookings
        .aggregate([
          { $sort: { _id: 1 } },
          { $lookup: { from: coaches.collectionName, localField: 'c', foreignField: '_id', as: 'who' } },
          { $project: { who: '$who.name' } },
        ])
        .toArray();
      expect(joined.map(({ who }) => (who as string[]).sort())).toEqual([['Ann'], ['Ann', 'Bob'], []]);
    });

    test('runs a pipeline with variables in $lookup', async () => {
      const coaches = await collection([
        { _id: 1, min: 5 },
        { _id: 2, min: 9 },
      ]);
      const bookings = await collection([{ _id: 1, p: 7 }]);
      const joined = await bookings
        .aggregate([
          {
            $lookup: {
              from: coaches.collectionName,
              let: { p: '$p' },
              pipeline: [{ $match: { $expr: { $gte: ['$$p', '$min'] } } }, { $project: { _id: 1 } }],
              as: 'fits',
            },
          },
        ])
        .toArray();
      expect(joined).toEqual([{ _id: 1, p: 7, fits: [{ _id: 1 }] }]);
    });

    test('adds another collection with $unionWith', async () => {
      const other = await collection([{ _id: 9 }]);
      const documents = await collection([{ _id: 8 }]);
      expect(
        await documents
          .aggregate([
            { $unionWith: { coll: other.collectionName, pipeline: [{ $addFields: { other: true } }] } },
            { $sort: { _id: 1 } },
          ])
          .toArray(),
      ).toEqual([{ _id: 8 }, { _id: 9, other: true }]);
    });

    test('returns all of a pipeline over more than one batch', async () => {
      const documents = await collection(Array.from({ length: 350 }, (_, _id) => ({ _id })));
      expect(await documents.aggregate([{ $sort: { _id: 1 } }], { batchSize: 100 }).toArray()).toHaveLength(350);
    });
  });
}
