import type { Connection, mongo } from 'mongoose';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { EncryptionKey, EncryptionKeys } from './keys.ts';
import { openValue, sealValue, type Place } from './sealed-value.ts';

interface RegisteredKey {
  readonly id: string;
  /** Opens under the very key alone. */
  readonly check: mongo.Binary;
}

/** The one document of the collection `sealing`. */
interface RegisterRow {
  readonly _id: 'keys';
  /** A value may be sealed under each of these, so a process that opens the store needs them all. */
  readonly keys: readonly RegisteredKey[];
  readonly version: number;
}

/** The store is sealed with a key that this process does not have. The message is for the operator. */
export class EncryptionKeyError extends Error {
  override readonly name = 'EncryptionKeyError';
}

const ID = 'keys';
const placeOf = (keyId: string): Place => ({ partnerId: '', collection: 'sealing', id: ID, field: keyId });
const registerOf = (connection: Connection) => connection.collection<RegisterRow>('sealing');

const registered = (keys: EncryptionKeys, key: EncryptionKey): RegisteredKey => ({
  id: key.id,
  check: sealValue({ ...keys, current: key }, placeOf(key.id), key.id),
});

const isHeld = (keys: EncryptionKeys, { id, check }: RegisteredKey): boolean => {
  try {
    return openValue(keys, placeOf(id), check) === id;
  } catch {
    return false;
  }
};

const refusal = (missing: readonly RegisteredKey[]): EncryptionKeyError =>
  new EncryptionKeyError(
    `This database is encrypted with the key that is named ${missing.map(({ id }) => id).join(' and ')}, which this process was not given. ` +
      'Give it in ENCRYPTION_KEY, or as the file encryption-key of the data folder; after a change of keys, in ENCRYPTION_KEY_PREVIOUS. ' +
      'Without it nobody can read what is encrypted.',
  );

/**
 * Checks the keys of this process against those that the store was sealed with, and registers the current one. Of
 * processes that start at once on an empty store the first decides. Throws EncryptionKeyError when this process lacks a
 * key.
 */
export async function agreeOnKeys(connection: Connection, keys: EncryptionKeys): Promise<void> {
  const register = registerOf(connection);
  const own = registered(keys, keys.current);
  for (;;) {
    const row = await register.findOne({ _id: ID });
    const missing = (row?.keys ?? []).filter((key) => !isHeld(keys, key));
    if (missing.length > 0) throw refusal(missing);
    if (row?.keys.some(({ id }) => id === own.id)) return;
    // Another process was faster: read it again.
    if (!row) await unlessDuplicate(register.insertOne({ _id: ID, keys: [own], version: 1 }), null);
    else
      await register.updateOne(
        { _id: ID, version: row.version },
        { $set: { keys: [...row.keys, own] }, $inc: { version: 1 } },
      );
  }
}

/** Returns the ids of the keys that a value may be sealed under, besides the current one. */
export async function previousKeyIds(connection: Connection, { current }: EncryptionKeys): Promise<readonly string[]> {
  const row = await registerOf(connection).findOne({ _id: ID });
  return (row?.keys ?? []).map(({ id }) => id).filter((id) => id !== current.id);
}

/** Removes keys under which no value is sealed any more. The current one stays. */
export async function dropKeys(
  connection: Connection,
  { current }: EncryptionKeys,
  ids: readonly string[],
): Promise<void> {
  const gone = ids.filter((id) => id !== current.id);
  await registerOf(connection).updateOne({ _id: ID }, { $pull: { keys: { id: { $in: gone } } }, $inc: { version: 1 } });
}
