import type { mongo } from 'mongoose';
import type { MigrationContext } from '../migrations/migration.ts';
import type { EncryptionKeys } from './keys.ts';
import { resealOf, topFields, type RawRow } from './reseal-row.ts';
import type { SealedCollection } from './sealed-fields.ts';

/** Attempts against faster writers. */
const MAX_ATTEMPTS = 20;

/** Reseals the documents of a batch. One that other processes write meanwhile is read again. */
const resealBatch = async (
  collection: mongo.Collection<RawRow>,
  name: SealedCollection,
  keys: EncryptionKeys,
  batch: readonly RawRow[],
): Promise<void> => {
  let rows = batch;
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const writes = rows.flatMap((row) => resealOf(row, name, keys) ?? []);
    if (writes.length === 0) return;
    const updates = writes.map((updateOne) => ({ updateOne })) as mongo.AnyBulkWriteOperation<RawRow>[];
    const { matchedCount } = await collection.bulkWrite(updates, { ordered: false });
    if (matchedCount === writes.length) return;
    const ids = writes.map(({ filter }) => filter['_id'] as string);
    rows = (await collection.find({ _id: { $in: ids } }).toArray()) as unknown as RawRow[];
  }
  throw new Error(`Others keep writing to ${name} while it is sealed.`);
};

/**
 * Reseals a collection: plain values, and values under another key than the current one. It may be interrupted at any
 * write and begun again, and others may write meanwhile: each document is compared with what was read.
 */
export async function resealCollection(
  { collection, eachBatch }: Pick<MigrationContext, 'collection' | 'eachBatch'>,
  name: SealedCollection,
  keys: EncryptionKeys,
): Promise<void> {
  const fields = ['partnerId', ...topFields(name)];
  await eachBatch<RawRow>(name, fields, (rows) => resealBatch(collection<RawRow>(name), name, keys, rows));
}
