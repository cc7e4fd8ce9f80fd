import mongoose from 'mongoose';
import { describe, expect, test } from 'vitest';
import { refused, scratch, type Row, type Uri } from './scratch.ts';

const { ObjectId } = mongoose.mongo;
const rows: Row[] = Array.from({ length: 250 }, (_, at) => ({
  _id: at,
  group: at % 5,
  name: `n${String(at).padStart(3, '0')}`,
}));

const projections: [string, Row, Row, Row?][] = [
  ['inclusion', { a: 1 }, { _id: 1, a: 1 }],
  ['inclusion without the _id', { a: 1, _id: 0 }, { a: 1 }],
  ['exclusion', { a: 0, d: 0, l: 0, v: 0 }, { _id: 1 }],
  ['only the _id', { _id: 1 }, { _id: 1 }],
  ['inclusion of fields inside', { 'd.x': 1 }, { _id: 1, d: { x: 1 } }],
  ['exclusion of fields inside', { 'd.x': 0, l: 0, v: 0 }, { _id: 1, a: 1, d: { y: 2 } }],
  ['fields of the documents in an array', { 'l.n': 1 }, { _id: 1, l: [{ n: 1 }, { n: 2 }] }],
  ['$slice', { v: { $slice: 2 }, a: 1 }, { _id: 1, a: 1, v: [1, 2] }],
  ['$slice from the end', { v: { $slice: -1 }, a: 1 }, { _id: 1, a: 1, v: [3] }],
  ['$elemMatch', { l: { $elemMatch: { n: 2 } } }, { _id: 1, l: [{ n: 2, m: 8 }] }],
  ['the matched element', { 'l.$': 1 }, { _id: 1, l: [{ n: 2, m: 8 }] }, { 'l.n': 2 }],
  ['expressions', { double: { $multiply: ['$a', 2] } }, { _id: 1, double: 2 }],
];

/** Tests cursors, sorting, projections and counting. */
export function readBehaviour(uri: Uri): void {
  describe('reads', () => {
    const { collection, db } = scratch(uri);
    let shared: ReturnType<typeof collection> | undefined;
    const all = () => (shared ??= collection(rows));

    test('returns all documents of cursors in batches', async () => {
      const documents = await all();
      for (const batchSize of [1, 7, 100, 1000]) {
        const found = await documents.find().sort({ _id: 1 }).batchSize(batchSize).toArray();
        expect(found.map(({ _id }) => _id as unknown)).toEqual(rows.map(({ _id }) => _id));
      }
    });

    test('counts totals up to a limit and behind a skip, with an index and without', async () => {
      for (const index of [undefined, { group: 1, name: -1 }] as const) {
        const documents = await collection(rows);
        if (index) await documents.createIndex(index);
        expect(await documents.countDocuments({ group: 2 })).toBe(50);
        expect(await documents.countDocuments({ group: 2 }, { limit: 11 })).toBe(11);
        expect(await documents.countDocuments({ group: 2 }, { skip: 45, limit: 11 })).toBe(5);
        expect(await documents.countDocuments({ group: { $in: [1, 2] }, name: { $gte: 'n100', $lt: 'n200' } })).toBe(
          40,
        );
        expect(await documents.countDocuments({ group: 2, other: null }, { limit: 3 })).toBe(3);
        expect(await documents.countDocuments({ group: 9 }, { limit: 3 })).toBe(0);
        const named = documents.aggregate([{ $match: { group: 2 } }, { $count: 'total' }]).toArray();
        expect(await named).toEqual([{ total: 50 }]);
      }
    });

    test('returns what is in one of several groups in the order of the rest of the index', async () => {
      const documents = await collection(rows);
      await documents.createIndex({ group: 1, name: 1, _id: 1 });
      const inGroups = { group: { $in: [4, 1, 3] } };
      const wanted = rows.filter(({ group }) => [4, 1, 3].includes(group as number)).map(({ _id }) => _id);
      const sorted = (turn: 1 | -1) => documents.find(inGroups).sort({ name: turn, _id: turn });
      expect((await sorted(1).toArray()).map(({ _id }) => _id as unknown)).toEqual(wanted);
      expect((await sorted(-1).limit(30).batchSize(7).toArray()).map(({ _id }) => _id as unknown)).toEqual(
        wanted.reverse().slice(0, 30),
      );
    });

    test('continues a cursor while documents are added and removed', async () => {
      const documents = await collection(rows);
      const cursor = documents.find({}).sort({ _id: 1 }).batchSize(20);
      const seen: unknown[] = [];
      for await (const { _id } of cursor) {
        seen.push(_id);
        if ((_id as unknown) === 100) await documents.deleteMany({ _id: { $gte: 40 as never, $lt: 60 as never } });
        if ((_id as unknown) === 10) await documents.deleteMany({ _id: { $gte: 200 as never } });
      }
      expect(seen.slice(0, 200)).toEqual(rows.slice(0, 200).map(({ _id }) => _id));
    });

    test('does not find a closed cursor', async () => {
      const documents = await all();
      const { cursor } = await db().command({ find: documents.collectionName, batchSize: 2 });
      await db().command({ killCursors: documents.collectionName, cursors: [cursor.id] });
      await refused(
        db().command({ getMore: mongoose.mongo.Long.fromValue(cursor.id), collection: documents.collectionName }),
        43,
      );
    });

    test('combines skip, limit and sort', async () => {
      const documents = await all();
      const found = await documents.find({ group: 2 }).sort({ name: -1 }).skip(3).limit(2).toArray();
      expect(found.map(({ _id }) => _id as unknown)).toEqual([232, 227]);
    });

    test('counts, estimates and returns distinct values', async () => {
      const documents = await all();
      expect(await documents.countDocuments({ group: 1 })).toBe(50);
      expect(await documents.countDocuments({}, { skip: 200, limit: 100 })).toBe(50);
      expect(await documents.estimatedDocumentCount()).toBe(250);
      expect((await documents.distinct('group', { _id: { $lt: 3 } as never })).sort()).toEqual([0, 1, 2]);
    });

    test('takes distinct values out of arrays', async () => {
      const documents = await collection([{ a: [1, 2] }, { a: 2 }, { a: [] }, {}]);
      expect((await documents.distinct('a')).sort()).toEqual([1, 2]);
    });

    test('sorts values by type, then by value', async () => {
      const values: [string, unknown][] = [
        ['number', -5],
        ['number2', 3.5],
        ['string', 'A'],
        ['string2', 'a'],
        ['object', { a: 1 }],
        ['binary', Buffer.from('x')],
        ['id', new ObjectId()],
        ['false', false],
        ['true', true],
        ['date', new Date(0)],
      ];
      const documents = await collection([
        ...values.map(([_id, v]) => ({ _id, v })).reverse(),
        { _id: 'null', v: null },
      ]);
      const expected = ['null', ...values.map(([_id]) => _id)];
      expect((await documents.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id as unknown)).toEqual(expected);
      expect((await documents.find().sort({ v: -1 }).toArray()).map(({ _id }) => _id as unknown)).toEqual(
        expected.toReversed(),
      );
      await documents.createIndex({ v: 1 });
      expect((await documents.find().sort({ v: 1 }).limit(20).toArray()).map(({ _id }) => _id as unknown)).toEqual(
        expected,
      );
    });

    test.each([[1], [-1]] as const)('returns by an index the order that sorting gives (%i)', async (direction) => {
      const rows = Array.from({ length: 60 }, (_, at) => ({
        _id: at,
        p: at % 3,
        t: new Date((at * 7919) % 1000),
        s: `é${(at * 31) % 17}`,
      }));
      const [plain, indexed] = [await collection(rows), await collection(rows)];
      await indexed.createIndex({ p: 1, t: direction, s: 1 });
      for (const limit of [0, 5]) {
        const query = (documents: typeof plain) =>
          documents.find({ p: 1 }).sort({ t: 1, s: direction, _id: 1 }).limit(limit).toArray();
        expect(await query(indexed)).toEqual(await query(plain));
        const ranged = (documents: typeof plain) =>
          documents
            .find({ p: 2, t: { $gte: new Date(200), $lt: new Date(800) } })
            .sort({ t: -1 })
            .limit(limit)
            .toArray();
        expect((await ranged(indexed)).map(({ t }) => t as Date)).toEqual(
          (await ranged(plain)).map(({ t }) => t as Date),
        );
      }
    });

    test.each(projections)('applies a projection: %s', async (_title, projection, expected, filter = {}) => {
      const documents = await collection([
        {
          _id: 1,
          a: 1,
          d: { x: 1, y: 2 },
          l: [
            { n: 1, m: 9 },
            { n: 2, m: 8 },
          ],
          v: [1, 2, 3],
        },
      ]);
      expect(await documents.findOne(filter, { projection })).toEqual(expected);
    });

    test.each([[1], [1500], [16_000], [40_000], [300_000], [5_000_000]])(
      'returns a document of %i bytes as it is now',
      async (length) => {
        const documents = await collection();
        for (const letter of ['a', 'b', 'c']) {
          await documents.updateOne({ _id: 1 as never }, { $set: { text: letter.repeat(length) } }, { upsert: true });
          for (const filter of [{ _id: 1 as never }, {}])
            expect((await documents.findOne(filter))?.['text'] === letter.repeat(length)).toBe(true);
        }
      },
    );

    test('sees on every connection what was acknowledged to one', async () => {
      const [name, other] = [
        (await collection()).collectionName,
        await new mongoose.mongo.MongoClient(uri()).connect(),
      ];
      const [written, read] = [db().collection<{ n: number }>(name), other.db(db().databaseName).collection(name)];
      for (let n = 0; n < 100; n++) {
        await written.insertOne({ n }, { writeConcern: n % 2 === 0 ? { w: 'majority', journal: true } : { w: 1 } });
        expect(await read.find({ n }).toArray()).toHaveLength(1);
      }
      await other.close();
    });

    test('returns nothing for a missing collection', async () => {
      const nobody = db().collection('nobody');
      expect(await nobody.find().toArray()).toEqual([]);
      expect(await nobody.countDocuments()).toBe(0);
      expect(await nobody.aggregate([{ $match: {} }]).toArray()).toEqual([]);
      expect(await nobody.deleteMany({})).toMatchObject({ deletedCount: 0 });
    });

    test('lists collections that were created and dropped', async () => {
      await db().createCollection('made');
      expect((await db().listCollections({ name: 'made' }).toArray()).map(({ name }) => name)).toEqual(['made']);
      await refused(db().command({ create: 'made', capped: true, size: 10 }), [48, 2, 115, 238, 303]);
      await db().dropCollection('made');
      expect(await db().listCollections({ name: 'made' }).toArray()).toEqual([]);
    });
  });
}
