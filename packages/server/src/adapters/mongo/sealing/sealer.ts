import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EncryptionKeys } from './keys.ts';
import { fieldsOf, type SealedCollection, type SealedFields } from './sealed-fields.ts';
import { isSealed, openValue, sealValue, type Place } from './sealed-value.ts';
import { changedAt, type Put } from './walk.ts';

/** The names that a sealed value is bound to, besides its collection and field. */
export interface RowName {
  readonly _id: string;
  readonly partnerId: string;
}

declare const OPENED: unique symbol;

/** A document that `open` has returned. Readers require this type, so that no code forgets to open documents. */
export type Opened<T> = T & { readonly [OPENED]: true };

/**
 * Seals and opens the documents of one collection by its list of fields. A document keeps its type for the compiler,
 * though a sealed value replaces a field: it is passed from `seal` straight into the store, and from the store straight
 * into `open`.
 */
export interface Sealer {
  /** Returns a whole document, as it is to be stored. */
  seal<T extends RowName>(row: T): T;
  /** Returns fields for an update of a document, each sealed one by itself. */
  sealFields<T extends object>(name: RowName, fields: T): T;
  /** Returns a document as it was before `seal`; plain values stay so. Throws a SealedValueError. */
  open<T extends RowName>(row: T): Opened<T>;
  /**
   * Returns a document like `open`, but each value opens when it is first read. A copy of the document made by a spread
   * reads it.
   */
  openLazily<T extends RowName>(row: T): Opened<T>;
  /** Does the same for some top-level fields. */
  openFieldsLazily<T extends object>(name: RowName, fields: T): T;
  /** Returns what is stored of a fingerprint. */
  digest(fingerprint: string): string;
  /** Returns whether this was stored of the fingerprint, under any known key, or plain. */
  isDigestOf(stored: string, fingerprint: string): boolean;
}

/** Returns whether the value is empty, so that it reveals nothing. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

const eagerly =
  (open: (old: unknown) => unknown): Put =>
  (copy, name, old) =>
    void (copy[name] = open(old));

const lazily =
  (open: (old: unknown) => unknown): Put =>
  (copy, name, old) => {
    const settled = (value: unknown) =>
      Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
    const get = () => (settled(open(old)), copy[name]);
    Object.defineProperty(copy, name, { get, enumerable: true, configurable: true });
  };

/** Returns what is stored of a fingerprint: the id of the key and the HMAC. */
const digestUnder = (
  key: { readonly id: string; readonly digests: Parameters<typeof createHmac>[1] },
  fingerprint: string,
): string => `${key.id}.${createHmac('sha256', key.digests).update(fingerprint).digest('base64url')}`;

/**
 * Creates the sealer of one collection.
 * @param isOn whether written values are sealed; read values are opened in any case
 */
export function createSealer(collection: SealedCollection, keys: EncryptionKeys, isOn: () => boolean): Sealer {
  const { each = [], together }: SealedFields = fieldsOf(collection);
  const paths = each.map((field) => ({ field, path: field.split('.') }));
  const placeOf = ({ _id, partnerId }: RowName, field: string): Place => ({ partnerId, collection, id: _id, field });

  const sealEach = <T extends object>(name: RowName, fields: T): T =>
    paths.reduce((done, { field, path }) => {
      const seal = eagerly((value) => sealValue(keys, placeOf(name, field), value));
      return changedAt(done, path, (leaf) => !isEmpty(leaf) && !isSealed(leaf), seal) as T;
    }, fields);
  const openEach = <T extends object>(name: RowName, fields: T, how: typeof eagerly): T =>
    paths.reduce((done, { field, path }) => {
      const open = (value: unknown) => openValue(keys, placeOf(name, field), value as Parameters<typeof openValue>[2]);
      return changedAt(done, path, isSealed, how(open)) as T;
    }, fields);

  const sealTogether = <T extends RowName>(row: T): T => {
    if (!together) return row;
    const given = Object.entries(row).filter(([, value]) => value !== undefined);
    const isMeant = ([field]: [string, unknown]) => together.fields.includes(field);
    const sealed = sealValue(keys, placeOf(row, together.as), Object.fromEntries(given.filter(isMeant)));
    return { ...Object.fromEntries(given.filter((field) => !isMeant(field))), [together.as]: sealed } as unknown as T;
  };
  const openTogether = <T extends RowName>(row: T): T => {
    const { [together?.as ?? '']: sealed, ...rest } = row as T & Record<string, unknown>;
    return isSealed(sealed)
      ? ({ ...rest, ...(openValue(keys, placeOf(row, together!.as), sealed) as object) } as unknown as T)
      : row;
  };

  return {
    seal: (row) => (isOn() ? sealTogether(sealEach(row, row)) : row),
    sealFields: (name, fields) => (isOn() ? sealEach(name, fields) : fields),
    open: (row) => openEach(row, openTogether(row), eagerly) as Opened<typeof row>,
    openLazily: (row) => openEach(row, row, lazily) as Opened<typeof row>,
    openFieldsLazily(name, fields) {
      const copy = { ...fields } as Record<string, unknown>;
      for (const [field, value] of Object.entries(fields))
        if (isSealed(value)) lazily(() => openValue(keys, placeOf(name, field), value))(copy, field, value);
      return copy as typeof fields;
    },
    digest: (fingerprint) => (isOn() ? digestUnder(keys.current, fingerprint) : fingerprint),
    isDigestOf(stored, fingerprint) {
      const [keyId, mac] = stored.split('.') as [string, string?];
      if (mac === undefined) return stored === fingerprint;
      const key = keys.find(keyId);
      if (!key) return false;
      const [given, wanted] = [Buffer.from(stored), Buffer.from(digestUnder(key, fingerprint))];
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
}
