import { createHash } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import { unlessDuplicate } from '../rows/duplicate-key.ts';

/** A document of the collection `schema`: which indexes were made for each model. */
interface MadeRow {
  readonly _id: 'indexes';
  readonly made?: Readonly<Record<string, string>>;
}

/** Read once for all models of a connection. */
const read = new WeakMap<Connection, Promise<Readonly<Record<string, string>>>>();

const madeIn = (connection: Connection): Promise<Readonly<Record<string, string>>> => {
  const known = read.get(connection);
  if (known) return known;
  const reading = connection
    .collection<MadeRow>('schema')
    .findOne({ _id: 'indexes' })
    .then((row) => row?.made ?? {});
  read.set(connection, reading);
  return reading;
};

const fingerprintOf = (indexes: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(indexes)).digest('base64url');

/**
 * Calls `make` for the indexes of this name, unless the store has recorded exactly these. Several processes may do so
 * at once. Throws what `make` throws.
 */
export async function makeUnlessMade(
  connection: Connection,
  name: string,
  indexes: readonly unknown[],
  make: () => Promise<unknown>,
): Promise<void> {
  const fingerprint = fingerprintOf(indexes);
  if ((await madeIn(connection))[name] === fingerprint) return;
  await make();
  const made = { $set: { [`made.${name}`]: fingerprint } };
  const note = () => connection.collection<MadeRow>('schema').updateOne({ _id: 'indexes' }, made, { upsert: true });
  // Another process made the document at this moment, so it exists now.
  if (!(await unlessDuplicate(note(), null))) await note();
}

/** Creates all indexes. That of a large collection takes longer than an answer of the store may. */
const makeAll = async <T>({ schema, collection }: Model<T>): Promise<void> => {
  for (const [fields, { unique, ...options }] of schema.indexes()) {
    const index = { ...options, ...(unique && { unique: true }), socketTimeoutMS: 0 };
    await collection.createIndex(fields as Record<string, 1 | -1>, index);
  }
};

/**
 * Creates the indexes of a model's schema, unless exactly these were recorded for this store. Old ones stay: older
 * processes may need them.
 */
export function makeIndexes<T>(connection: Connection, model: Model<T>): Promise<void> {
  return makeUnlessMade(connection, model.modelName, model.schema.indexes(), () => makeAll(model));
}

/** Forgets the recorded indexes, so that the next start creates every missing one. */
export async function forgetIndexes(connection: Connection): Promise<void> {
  await connection.collection<MadeRow>('schema').deleteOne({ _id: 'indexes' });
}
