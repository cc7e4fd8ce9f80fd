import type { EncryptionKeys } from './keys.ts';
import { fieldsOf, type SealedCollection, type SealedFields } from './sealed-fields.ts';
import { isSealed, keyIdOf } from './sealed-value.ts';
import { createSealer, isEmpty, type RowName } from './sealer.ts';
import { changedAt } from './walk.ts';

export type RawRow = RowName & Readonly<Record<string, unknown>>;

/** The update of a document, and the condition for it. */
export interface Reseal {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly update: {
    readonly $set: Readonly<Record<string, unknown>>;
    readonly $unset?: Readonly<Record<string, true>>;
  };
}

/** Returns the top-level fields that contain sealed values. */
export function topFields(collection: SealedCollection): readonly string[] {
  const { each = [], together, digests = [] }: SealedFields = fieldsOf(collection);
  const grouped = together ? [together.as, ...together.fields] : [];
  return [...new Set([...each.map((path) => path.split('.')[0]!), ...grouped, ...digests])];
}

const isStale = (row: RawRow, collection: SealedCollection, { current }: EncryptionKeys): boolean => {
  const { each = [], together, digests = [] }: SealedFields = fieldsOf(collection);
  const isOld = (value: unknown): boolean => (isSealed(value) ? keyIdOf(value) !== current.id : !isEmpty(value));
  let found = false;
  // Reads and changes nothing.
  for (const path of each)
    changedAt(
      row,
      path.split('.'),
      (leaf) => ((found ||= isOld(leaf)), false),
      () => undefined,
    );
  const isPlain = (field: string): boolean => row[field] !== undefined;
  const isGroupOld =
    together !== undefined && (together.fields.some(isPlain) || (isPlain(together.as) && isOld(row[together.as])));
  // An HMAC cannot be converted into another. It expires.
  return found || isGroupOld || digests.some((field) => typeof row[field] === 'string' && !row[field].includes('.'));
};

/**
 * Returns the update that seals plain values of a document, and values sealed under another key than the current one.
 * Null when there is neither. Throws a SealedValueError.
 */
export function resealOf(row: RawRow, collection: SealedCollection, keys: EncryptionKeys): Reseal | null {
  if (!isStale(row, collection, keys)) return null;
  const { digests = [] }: SealedFields = fieldsOf(collection);
  const sealer = createSealer(collection, keys, () => true);
  const fresh: RawRow = sealer.seal(sealer.open(row));
  const given = topFields(collection).filter((field) => row[field] !== undefined || fresh[field] !== undefined);
  const digested = (field: string): unknown =>
    digests.includes(field) && !String(row[field]).includes('.') ? sealer.digest(String(row[field])) : fresh[field];
  const set = given.filter((field) => fresh[field] !== undefined).map((field) => [field, digested(field)]);
  const gone = given.filter((field) => fresh[field] === undefined).map((field) => [field, true as const]);
  // Compared with all that was read, so that no write in between is lost.
  const asRead = given.map((field) => [field, row[field] === undefined ? { $exists: false } : { $eq: row[field] }]);
  return {
    filter: { _id: row._id, ...Object.fromEntries(asRead) },
    update: { $set: Object.fromEntries(set), ...(gone.length > 0 && { $unset: Object.fromEntries(gone) }) },
  };
}
