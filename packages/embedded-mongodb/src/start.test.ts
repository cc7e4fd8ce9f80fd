import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FolderInUseError, startEmbeddedMongoDB, type EmbeddedMongoDB } from './index.ts';

const { MongoClient, Decimal128 } = mongoose.mongo;

let dataDir: string;
let server: EmbeddedMongoDB;
let client: mongoose.mongo.MongoClient;
let now = new Date('2026-06-01T00:00:00Z');

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongodb-start-'));
  await open();
});

afterEach(async () => {
  await close();
  rmSync(dataDir, { recursive: true });
});

async function open(): Promise<void> {
  server = await startEmbeddedMongoDB({ dataDir, now: () => now });
  client = await new MongoClient(server.uri).connect();
}

async function close(): Promise<void> {
  await client.close();
  await server.stop();
}

const collection = () => client.db().collection<{ _id: number } & Record<string, unknown>>('things');

describe('a server', () => {
  test('finds documents and indexes of the start before, and enforces them', async () => {
    await collection().createIndex({ slug: 1 }, { unique: true });
    await collection().createIndex({ 'list.id': 1 });
    await collection().insertOne({ _id: 1, slug: 'a', list: [{ id: 1 }, { id: 2 }] });
    await close();
    await open();
    expect(await collection().findOne({ 'list.id': 2 })).toEqual({ _id: 1, slug: 'a', list: [{ id: 1 }, { id: 2 }] });
    await expect(collection().insertOne({ _id: 2, slug: 'a' })).rejects.toMatchObject({ code: 11000 });
    const explained = (await collection().find({ 'list.id': 2 }).explain()) as {
      executionStats: { totalDocsExamined: number };
    };
    expect(explained.executionStats.totalDocsExamined).toBe(1);
  });

  test('runs alone on its folder', async () => {
    await expect(startEmbeddedMongoDB({ dataDir })).rejects.toThrow(FolderInUseError);
    await expect(startEmbeddedMongoDB({ dataDir })).rejects.toThrow(dataDir);
  });

  test('stops once for two calls', async () => {
    await Promise.all([server.stop(), server.stop()]);
    await open();
  });

  test('closes a connection that sends no messages, and nothing else', async () => {
    const socket = connect(join(dataDir, 'store.sock'));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('GET / HTTP/1.1\r\nHost: example.org\r\n\r\n');
    await closed;
    expect(await collection().countDocuments()).toBe(0);
  });
});

describe('TTL indexes', () => {
  test('removes what is older than a TTL index allows', async () => {
    await collection().createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    await collection().insertMany([
      { _id: 1, at: ago(61) },
      { _id: 2, at: ago(59) },
      { _id: 3 },
      { _id: 4, at: 'text' },
      { _id: 5, at: [ago(5), ago(90)] },
    ]);
    expect(await server.sweepExpired()).toBe(2);
    expect((await collection().find().toArray()).map(({ _id }) => _id)).toEqual([2, 3, 4]);
    now = new Date(now.getTime() + 10_000);
    expect(await server.sweepExpired()).toBe(1);
  });

  test('removes only the part of a partial TTL index', async () => {
    await collection().createIndex({ at: 1 }, { expireAfterSeconds: 0, partialFilterExpression: { kind: 'void' } });
    await collection().insertMany([
      { _id: 1, at: new Date(0), kind: 'void' },
      { _id: 2, at: new Date(0), kind: 'other' },
    ]);
    expect(await server.sweepExpired()).toBe(1);
    expect((await collection().find().toArray()).map(({ _id }) => _id)).toEqual([2]);
  });
});

describe('a missing feature', () => {
  const rows: [string, () => Promise<unknown>, number][] = [
    [
      'a collation',
      () =>
        collection()
          .find({}, { collation: { locale: 'de' } })
          .toArray(),
      238,
    ],
    ['$where', () => collection().find({ $where: 'true' }).toArray(), 238],
    ['$jsonSchema', () => collection().find({ $jsonSchema: {} }).toArray(), 238],
    [
      '$out',
      () =>
        collection()
          .aggregate([{ $out: 'x' }])
          .toArray(),
      238,
    ],
    [
      '$graphLookup',
      () =>
        collection()
          .aggregate([{ $graphLookup: {} }])
          .toArray(),
      238,
    ],
    [
      '$dateAdd',
      () =>
        collection()
          .aggregate([{ $project: { a: { $dateAdd: {} } } }])
          .toArray(),
      168,
    ],
    ['a text index', () => collection().createIndex({ a: 'text' }), 238],
    ['a wildcard index', () => collection().createIndex({ '$**': 1 }), 238],
    ['a capped collection', () => client.db().createCollection('c', { capped: true, size: 9 }), 238],
    ['a transaction', () => client.db().command({ find: 'things', txnNumber: 1, autocommit: false }), 20],
    ['an unknown field of a command', () => client.db().command({ find: 'things', foo: 1 }), 40415],
    [
      'more than one replica',
      () => client.db().command({ insert: 'things', documents: [{ _id: 1 }], writeConcern: { w: 3 } }),
      2,
    ],
    [
      'an indexed value that is too long',
      () =>
        client
          .db()
          .collection<{ _id: string }>('long')
          .insertOne({ _id: 'x'.repeat(3000) }),
      17280,
    ],
  ];
  test.each(rows)('refuses a missing feature: %s', async (_title, call, code) => {
    await collection().insertOne({ _id: 1, a: 1 });
    const answer = await call().catch((error: unknown) => error);
    expect(answer).toMatchObject({ code });
  });

  test('refuses to compare a Decimal128, which is stored and returned', async () => {
    await collection().insertOne({ _id: 1, price: Decimal128.fromString('1.50') });
    expect((await collection().findOne({ _id: 1 }))?.['price']).toEqual(Decimal128.fromString('1.50'));
    await expect(collection().find({ price: 1.5 }).toArray()).rejects.toMatchObject({ code: 238 });
  });

  test('refuses an index over two arrays at once', async () => {
    await collection().createIndex({ a: 1, b: 1 });
    await expect(collection().insertOne({ _id: 1, a: [1], b: [2] })).rejects.toMatchObject({ code: 171 });
    expect(await collection().countDocuments()).toBe(0);
  });
});

test('adds new fields in the order of their names', async () => {
  await collection().insertOne({ _id: 1 });
  await collection().updateOne({ _id: 1 }, { $set: { b: 1, a: 2 } });
  expect(Object.keys((await collection().findOne()) ?? {})).toEqual(['_id', 'a', 'b']);
});

test('creates no collection for an update of nothing', async () => {
  await collection().updateOne({ _id: 1 }, { $set: { a: 1 } });
  expect(await client.db().listCollections().toArray()).toEqual([]);
});
