import type { Connection } from 'mongoose';
import { systemNow, type Instant } from '@coach-booking/time/instant';
import { contextOf } from '../migrations/batches.ts';
import { takeLease } from '../migrations/lease.ts';
import type { Collections } from '../migrations/migration.ts';
import { dropKeys, previousKeyIds } from './key-register.ts';
import type { EncryptionKeys } from './keys.ts';
import { resealCollection } from './reseal.ts';
import { fieldsOf, sealedCollections, type SealedFields } from './sealed-fields.ts';

/** The result for the keys before the current one. */
export interface Rotation {
  /** Ids of keys under which no value is sealed any more. */
  readonly dropped: readonly string[];
  /** Ids of keys that fingerprints are still under, which cannot be converted and expire after a day. */
  readonly kept: readonly string[];
}

/** The reason why nothing was resealed, in a sentence for the operator. */
export class ResealRefused extends Error {
  override readonly name = 'ResealRefused';
}

const isUsed = async (collection: Collections, keyId: string): Promise<boolean> => {
  for (const name of sealedCollections) {
    const { digests = [] }: SealedFields = fieldsOf(name);
    for (const field of digests)
      if (await collection(name).findOne({ [field]: { $regex: `^${keyId}\\.` } })) return true;
  }
  return false;
};

/**
 * Reseals all stored values with the current key, from the first document on, and drops the keys that are no longer
 * needed. Others may serve meanwhile, if all of them seal with the current key. Throws ResealRefused while another
 * process reseals.
 */
export async function rotate(
  connection: Connection,
  keys: EncryptionKeys,
  realNow: () => Instant = systemNow,
): Promise<Rotation> {
  const collection: Collections = (name) => connection.collection(name);
  const lease = await takeLease(collection, realNow);
  if (!lease) throw new ResealRefused('Another process migrates or encrypts this database. Try again in a minute.');
  try {
    const previous = await previousKeyIds(connection, keys);
    // No migration has this name, so no position is recorded: a run under another key must not begin where this one was
    // interrupted.
    const context = contextOf(collection, 'reseal', lease, realNow);
    for (const name of sealedCollections) await resealCollection(context, name, keys);
    const used = await Promise.all(previous.map((keyId) => isUsed(collection, keyId)));
    const dropped = previous.filter((_, n) => !used[n]);
    await dropKeys(connection, keys, dropped);
    return { dropped, kept: previous.filter((_, n) => used[n]) };
  } finally {
    await lease.release();
  }
}
