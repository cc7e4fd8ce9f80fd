import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Long } from 'bson';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathsRead } from '../aggregate/paths-read.ts';
import { compilePipeline } from '../aggregate/pipeline.ts';
import { outcome } from '../aggregate/stage.ts';
import type { Collection } from '../store/collection.ts';
import { Database } from '../store/database.ts';
import type { Document } from '../values/document.ts';
import { partsOf } from '../values/part.ts';
import { counted, execute, type Query } from './execute.ts';

const folder = mkdtempSync(join(tmpdir(), 'embedded-mongodb-execute-'));
const database = new Database(folder);
let collections = 0;

afterAll(async () => {
  await database.environment.close();
  rmSync(folder, { recursive: true });
});

async function collectionOf(
  documents: readonly Document[],
  indexes: readonly (Document & { key: Document })[] = [],
): Promise<Collection> {
  return database.environment.write(() => {
    const collection = database.ensure(`test.c${++collections}`);
    for (const document of documents) collection.insert(document);
    for (const [at, index] of indexes.entries()) database.addIndex(collection, { name: `i${at}`, ...index });
    return collection;
  });
}

/** Returns the number of documents that a query finds, and of those that were examined for it. */
function countOf(collection: Collection, query: Query): { count: number; documents: number; keys: number } {
  const examined = { documents: 0, keys: 0 };
  const steps = counted(database, collection, query, examined);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { count: step.value, ...examined };
}

describe('S5 pages and totals of bookings', () => {
  const statuses = ['pending', 'confirmed', 'cancelled', 'completed'];
  let bookings: Collection;
  beforeAll(async () => {
    const documents = Array.from({ length: 4000 }, (_, n) => ({
      _id: `b:${String(n).padStart(5, '0')}`,
      partner: 'p',
      kind: 'booking',
      status: statuses[n % 4],
      start: n % 10 === 0 ? null : new Date(n * 1000),
      notes: 'x'.repeat(500),
    }));
    bookings = await collectionOf(documents, [
      { key: { partner: 1, status: 1, start: 1 } },
      { key: { partner: 1, start: 1, status: 1 } },
      { key: { start: -1 }, partialFilterExpression: { kind: 'booking' } },
    ]);
  });

  test.each<[string, Document, { limit?: number; skip?: number }, number, number]>([
    ['all of a partner', { partner: 'p' }, {}, 4000, 0],
    ['one state', { partner: 'p', status: 'pending' }, {}, 1000, 0],
    [
      'a range of a state',
      { partner: 'p', status: 'pending', start: { $gte: new Date(1_000_000), $lt: new Date(2_000_000) } },
      {},
      200,
      0,
    ],
    ['those without a time', { partner: 'p', start: null }, {}, 400, 0],
    [
      'some states, up to a limit',
      { partner: 'p', status: { $in: ['pending', 'completed'] } },
      { limit: 1001 },
      1001,
      1001,
    ],
    ['behind a skip', { partner: 'p', status: 'pending' }, { skip: 900, limit: 500 }, 100, 1000],
    ['what a partial index is about', { kind: 'booking', start: { $gte: new Date(3_990_000) } }, {}, 9, 0],
    [
      'inside of $and',
      { $and: [{ partner: 'p' }, { status: { $in: statuses } }, { start: { $gt: new Date(3_990_000) } }] },
      {},
      9,
      0,
    ],
    ['everything', {}, {}, 4000, 0],
    ['everything, up to a limit', {}, { limit: 100 }, 100, 100],
  ])('counts %s without reading one', (_title, filter, options, count, keys) => {
    expect(countOf(bookings, { filter, ...options })).toEqual({ count, documents: 0, keys });
  });

  test('counts by reading where keys do not suffice', () => {
    expect(countOf(bookings, { filter: { partner: 'p', status: 'pending', notes: /y/ } })).toMatchObject({
      count: 0,
      documents: 1000,
    });
  });

  test.each<[string, Document]>([
    ['forwards', { start: 1 }],
    ['backwards', { start: -1, _id: -1 }],
  ])('reads a page of several states in order and no more of it, %s', (_title, sort) => {
    const filter = { partner: 'p', status: { $in: ['pending', 'completed', 'none'] }, start: { $gte: new Date(1) } };
    const { documents, documentsExamined, keysExamined } = execute(database, bookings, { filter, sort, limit: 20 });
    const all = execute(database, bookings, { filter }).documents.map(({ document }) =>
      (document['start'] as Date).getTime(),
    );
    const wanted = all.sort((a, b) => (sort['start'] === 1 ? a - b : b - a)).slice(0, 20);
    expect(documents.map(({ document }) => (document['start'] as Date).getTime())).toEqual(wanted);
    expect(documentsExamined).toBe(20);
    expect(keysExamined).toBeLessThanOrEqual(22);
  });

  test('reads no document whose key excludes it', () => {
    const filter = {
      kind: 'booking',
      partner: 'p',
      start: { $gte: new Date(1_000_000), $lt: new Date(1_100_000) },
      status: { $gte: 'd' },
    };
    const { documents, documentsExamined } = execute(database, bookings, { filter, sort: { start: 1 } });
    expect(documents).toHaveLength(20);
    expect(documentsExamined).toBe(20);
  });
});

describe('a query on an index', () => {
  let many: Collection;
  beforeAll(async () => {
    const documents = Array.from({ length: 5000 }, (_, n) => ({
      _id: `c:${n}`,
      slug: `s${n}`,
      partner: n % 10,
      at: new Date(n * 1000),
      active: n % 2 === 0,
      list: [{ id: `x${n}` }, { id: `y${n}` }],
    }));
    many = await collectionOf(documents, [
      { key: { slug: 1 }, unique: true },
      { key: { partner: 1, at: -1 } },
      { key: { 'list.id': 1 } },
      { key: { at: 1 }, partialFilterExpression: { active: true } },
    ]);
  });

  const month = Array.from({ length: 31 }, (_, day) => `c:${1000 + day}`);
  test.each<[string, Document, { sort?: Document; limit?: number }, number, number]>([
    ['by _id', { _id: 'c:77' }, {}, 1, 1],
    ['by 31 _ids', { _id: { $in: month } }, {}, 31, 31],
    ['by _id and more', { _id: 'c:77', slug: 'other' }, {}, 1, 0],
    ['by a range of _ids', { _id: { $gte: 'c:100', $lt: 'c:1001' } }, {}, 2, 2],
    ['by an indexed equality', { slug: 's77' }, {}, 1, 1],
    ['by an indexed $in', { slug: { $in: ['s1', 's2', 'none'] } }, {}, 2, 2],
    ['by equality, sorted, limited', { partner: 3 }, { sort: { at: -1 }, limit: 20 }, 20, 20],
    ['by equality, sorted backwards, limited', { partner: 3 }, { sort: { at: 1 }, limit: 20 }, 20, 20],
    ['by equality and range', { partner: 3, at: { $gte: new Date(1_000_000), $lt: new Date(1_100_000) } }, {}, 10, 10],
    [
      'by equality and range inside of $and',
      { $and: [{ partner: 3 }, { at: { $lt: new Date(100_000) } }] },
      {},
      10,
      10,
    ],
    ['by a field in an array of documents', { 'list.id': 'y9' }, {}, 1, 1],
    ['by $elemMatch in an array of documents', { list: { $elemMatch: { id: 'y9' } } }, {}, 1, 1],
    ['by a partial index that the filter is inside of', { active: true, at: { $lt: new Date(10_000) } }, {}, 5, 5],
    ['by $or of two indexes', { $or: [{ slug: 's5' }, { _id: 'c:6' }] }, {}, 2, 2],
    ['by nothing, in the order of _id, limited', {}, { sort: { _id: 1 }, limit: 3 }, 3, 3],
  ])('examines few documents by an index: %s', (_title, filter, options, examined, found) => {
    const { documents, documentsExamined } = execute(database, many, { filter, ...options });
    expect(documents).toHaveLength(found);
    expect(documentsExamined).toBe(examined);
  });

  test('does not use a partial index for a filter outside of it', () => {
    expect(execute(database, many, { filter: { at: { $lt: new Date(10_000) } } }).documents).toHaveLength(10);
  });
});

describe('a query by _id alone', () => {
  test.each<[Document, unknown[]]>([
    [{ _id: 1 }, [1]],
    [{ _id: Long.fromNumber(2) }, [2]],
    [{ _id: { $eq: 'a' } }, ['a']],
    [{ _id: { $in: [1, 1, 'a', 'none'] } }, [1, 'a']],
    [{ _id: { $in: [/a/, 1] } }, [1, 'a']],
    [{ _id: /a/ }, ['a']],
    [{ _id: { $in: [1, 2], $gt: 1 } }, [2]],
    [{ _id: null }, []],
    [{ _id: { x: 1 } }, [{ x: 1 }]],
    [{ '_id.x': 1 }, [{ x: 1 }]],
  ])('finds documents by _id alone: %j', async (filter, ids) => {
    const collection = await collectionOf([{ _id: 1 }, { _id: 2 }, { _id: 'a' }, { _id: { x: 1 } }]);
    const { documents } = execute(database, collection, { filter, sort: { _id: 1 } });
    expect(documents.map(({ document }) => document['_id'])).toEqual(ids);
  });
});

const groupings: readonly (readonly Document[])[] = [
  [{ $group: { _id: '$a', n: { $sum: 1 }, all: { $push: '$b.x' } } }],
  [{ $group: { _id: { a: '$a.x', b: { $ifNull: ['$b', 0] } }, top: { $max: '$c' }, ids: { $push: '$_id' } } }],
  [
    { $group: { _id: null, firsts: { $push: { $cond: [{ $isArray: '$a' }, { $arrayElemAt: ['$a', 0] }, '$a'] } } } },
    { $project: { firsts: 1 } },
  ],
  [{ $group: { _id: '$a', whole: { $first: '$$ROOT' } } }],
];

/** Returns the result of stages on a query, read in part where the stages allow it. */
function grouped(
  collection: Collection,
  filter: Document,
  order: Document,
  stages: readonly Document[],
  inPart = true,
): readonly Document[] {
  const query = { filter, sort: { ...order, _id: 1 } };
  const paths = inPart ? pathsRead(query, stages) : undefined;
  const { documents } = execute(database, collection, { ...query, parts: paths && partsOf(paths) });
  const run = compilePipeline(stages, { collection: () => [], variables: {} });
  return outcome(
    run,
    documents.map(({ document }) => document),
  );
}

describe('results with an index and with partial reads (S5)', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom<unknown>(
      null,
      'a',
      'b',
      true,
      [],
      [1, 3],
      [0, 'a'],
      [[1]],
      { x: 1 },
      [{ x: 1 }, { x: 3 }],
      new Date(1),
    ),
  );
  const document = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });
  const condition = fc.oneof(
    value,
    fc.record({ $gt: fc.integer({ min: 0, max: 4 }), $lte: fc.integer({ min: 0, max: 4 }) }, { requiredKeys: ['$gt'] }),
    fc.record({ $gte: value }),
    fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
    fc.record({ $ne: value }),
    fc.record({ $exists: fc.boolean() }),
    fc.record({ $elemMatch: fc.record({ x: fc.integer({ min: 1, max: 3 }) }) }),
  );
  const filter = fc.oneof(
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a.x', 'b.x'), condition, { maxKeys: 3 }),
    fc.record({
      $or: fc.array(fc.dictionary(fc.constantFrom('a', 'b'), condition, { minKeys: 1, maxKeys: 2 }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  );
  const sort = fc.constantFrom<Document>({}, { a: 1 }, { a: -1, b: 1 }, { b: 1, _id: 1 }, { a: 1, b: -1, c: 1 });

  test.each<[string, (Document & { key: Document })[]]>([
    ['single fields', [{ key: { a: 1 } }, { key: { b: -1 } }]],
    ['compound', [{ key: { a: 1, b: -1, c: 1 } }]],
    ['inside of documents', [{ key: { 'a.x': 1 } }, { key: { b: 1, 'b.x': 1 } }]],
    [
      'sparse and partial',
      [
        { key: { a: 1 }, sparse: true },
        { key: { b: 1 }, partialFilterExpression: { b: { $exists: true } } },
        { key: { c: 1, b: 1 }, partialFilterExpression: { c: { $gt: 1 } } },
      ],
    ],
  ])('returns the same results with an index as without for %s', async (_title, indexes) => {
    // Parallel arrays are refused by compound indexes, so each round inserts what both collections take.
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 12 }),
        fc.array(fc.tuple(filter, sort), { minLength: 1, maxLength: 8 }),
        async (documents, queries) => {
          const plain = await collectionOf([]);
          const indexed = await collectionOf([], indexes);
          await database.environment.write(() => {
            for (const [_id, row] of documents.entries()) {
              try {
                indexed.insert({ _id, ...row });
              } catch {
                continue;
              }
              plain.insert({ _id, ...row });
            }
          });
          for (const [wanted, order] of queries) {
            for (const stages of groupings)
              expect(grouped(indexed, wanted, order, stages)).toEqual(grouped(plain, wanted, order, stages, false));
            const ids = (collection: Collection, limit = 0) =>
              execute(database, collection, { filter: wanted, sort: { ...order, _id: 1 }, limit }).documents.map(
                ({ document }) => document['_id'],
              );
            expect(ids(indexed)).toEqual(ids(plain));
            expect(ids(indexed, 2)).toEqual(ids(plain, 2));
            const total = ids(plain).length;
            expect(countOf(indexed, { filter: wanted }).count).toBe(total);
            expect(countOf(indexed, { filter: wanted, skip: 1, limit: 3 }).count).toBe(
              Math.max(0, Math.min(total - 1, 3)),
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
