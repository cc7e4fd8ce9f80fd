import mongoose from 'mongoose';
import { afterAll, beforeAll, expect } from 'vitest';

export type Db = mongoose.mongo.Db;
export type Collection = mongoose.mongo.Collection<mongoose.mongo.Document>;
export type Row = Record<string, unknown>;

/** Returns the connection URI once the engine runs. */
export type Uri = () => string;

/** A database of this run alone, dropped after it; every requested collection is a new one. */
export interface Scratch {
  readonly client: () => mongoose.mongo.MongoClient;
  readonly db: () => Db;
  readonly collection: (documents?: readonly Row[]) => Promise<Collection>;
}

let collections = 0;

/** Connects before the tests of the surrounding `describe` and cleans up after them. */
export function scratch(uri: Uri): Scratch {
  const name = `behaviour_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  let client: mongoose.mongo.MongoClient | undefined;
  const connected = () => {
    if (!client) throw new Error('not connected yet');
    return client;
  };
  beforeAll(async () => {
    client = await new mongoose.mongo.MongoClient(uri(), { writeConcern: { w: 'majority', journal: true } }).connect();
  });
  afterAll(async () => {
    await client?.db(name).dropDatabase();
    await client?.close();
  });
  const collection = async (documents: readonly Row[] = []) => {
    const made: Collection = connected().db(name).collection(`c${++collections}`);
    if (documents.length > 0) await made.insertMany(documents.map((document) => ({ ...document })));
    return made;
  };
  return { client: connected, db: () => connected().db(name), collection };
}

/** Returns the ids that a filter finds, in order. */
export async function idsOf(collection: Collection, filter: Row): Promise<unknown[]> {
  const found = await collection.find(filter).sort({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id as unknown);
}

/** UnknownError: the answer of servers that have no code for a refusal. All have a code for a duplicate key. */
const unnamed = 8;

/** Expects a call to be refused with one of MongoDB's codes. */
export async function refused(call: Promise<unknown>, code: number | readonly number[]): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as { code?: number },
  );
  expect(error, 'the call was not refused').toBeDefined();
  expect([code].flat(), JSON.stringify(error)).toContain(
    error?.code === unnamed && code !== 11000 ? [code].flat()[0] : error?.code,
  );
}
