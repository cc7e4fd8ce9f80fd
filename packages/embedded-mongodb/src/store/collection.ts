import { CommandError } from '../errors.ts';
import { encode } from '../values/bson.ts';
import type { Document } from '../values/document.ts';
import { afterPrefix, KeyWriter } from '../values/key.ts';
import { decodePart, type Part } from '../values/part.ts';
import type { Database } from './database.ts';
import { entriesOf, type KeyRange } from './environment.ts';
import { indexEntries, mayDiffer, type IndexEntries } from './index-keys.ts';
import type { Index } from './index-spec.ts';
import { Stored } from './stored.ts';

const writer = new KeyWriter();
const noBytes = Buffer.alloc(0);

/**
 * Documents of one collection and the entries of its indexes. Writing is only allowed inside of `Environment.write`.
 */
export class Collection {
  readonly id: number;
  readonly namespace: string;
  indexes: readonly Index[];
  readonly #database: Database;
  readonly #prefix: Buffer;

  constructor(database: Database, id: number, namespace: string, indexes: readonly Index[]) {
    this.id = id;
    this.namespace = namespace;
    this.indexes = indexes;
    this.#database = database;
    this.#prefix = new KeyWriter().number32(id).finish();
  }

  /** Keys of all documents, which are in the order of their `_id`. */
  get range(): KeyRange {
    return { start: this.#prefix, end: afterPrefix(this.#prefix) };
  }

  keyOf(id: unknown): Buffer {
    return writer.clear().raw(this.#prefix).value(id).finish();
  }

  /** @param keep whether to cache it; false for a caller that reads a great many */
  at(key: Buffer, keep = true): Stored | undefined {
    const bytes = this.#database.environment.peek(key);
    return bytes && this.#database.cache.read(key, bytes, keep);
  }

  /** Returns a document that has only some of its fields. */
  partAt(key: Buffer, parts: readonly Part[]): Stored | undefined {
    const bytes = this.#database.environment.peek(key);
    return bytes && new Stored(key.toString('latin1'), noBytes, decodePart(bytes, parts));
  }

  /** Adds a document with an `_id`. Throws DuplicateKey, before anything is written. */
  insert(document: Document, bytes: Buffer = encode(document)): void {
    const key = this.keyOf(document['_id']);
    if (this.#database.environment.peek(key) !== undefined)
      throw duplicate(this.namespace, '_id_', { _id: 1 }, [document['_id']]);
    const added = this.#checked(key, document, this.indexes);
    for (const [, entries] of added) this.#add(key, entries.keys);
    this.#put(key, bytes, document);
  }

  /** Replaces a document by another of the same `_id`. Throws DuplicateKey, before anything is written. */
  replace(old: Stored, document: Document, bytes: Buffer): void {
    const touched = this.indexes.filter((index) => mayDiffer(index, old.document, document));
    for (const [index, entries] of this.#checked(old.key, document, touched)) {
      const before = indexEntries(index, old.document).keys;
      this.#remove(old.key, except(before, entries.keys));
      this.#add(old.key, except(entries.keys, before));
    }
    this.#put(old.key, bytes, document);
  }

  remove(stored: Stored): void {
    for (const index of this.indexes) this.#remove(stored.key, indexEntries(index, stored.document).keys);
    this.#database.environment.documents.removeSync(stored.key);
    this.#database.cache.forget(stored.key);
  }

  /** Adds one document to a new index. Throws DuplicateKey. */
  fill(index: Index, stored: Stored): IndexEntries {
    const entries = indexEntries(index, stored.document);
    this.#refuseDuplicate(index, stored.key, entries);
    this.#add(stored.key, entries.keys);
    return entries;
  }

  /** Returns the entries for indexes, once no unique one refuses them; notes arrays on the way to a field. */
  #checked(key: Buffer, document: Document, indexes: readonly Index[]): [Index, IndexEntries][] {
    const added = indexes.map((index): [Index, IndexEntries] => [index, indexEntries(index, document)]);
    for (const [index, entries] of added) this.#refuseDuplicate(index, key, entries);
    const widened = added.filter(([index, { arrayPaths }]) =>
      arrayPaths.some((path) => !index.arrayPaths.includes(path)),
    );
    if (widened.length > 0)
      this.#database.noteArrays(this, new Map(widened.map(([index, { arrayPaths }]) => [index.name, arrayPaths])));
    return added;
  }

  #refuseDuplicate(index: Index, key: Buffer, { keys, rows }: IndexEntries): void {
    if (!index.unique) return;
    const own = key.subarray(4);
    for (const [at, prefix] of keys.entries()) {
      for (const { value } of entriesOf(this.#database.environment.entries, {
        start: prefix,
        end: afterPrefix(prefix),
      })) {
        if (!value.equals(own)) throw duplicate(this.namespace, index.name, index.key, rows[at] as unknown[]);
      }
    }
  }

  #add(key: Buffer, keys: readonly Buffer[]): void {
    const id = key.subarray(4);
    for (const prefix of keys) this.#database.environment.entries.putSync(Buffer.concat([prefix, id]), id);
  }

  #remove(key: Buffer, keys: readonly Buffer[]): void {
    for (const prefix of keys) this.#database.environment.entries.removeSync(Buffer.concat([prefix, key.subarray(4)]));
  }

  #put(key: Buffer, bytes: Buffer, document: Document): void {
    this.#database.environment.documents.putSync(key, bytes);
    this.#database.cache.keep(key, bytes, document);
  }
}

function except(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}

function duplicate(namespace: string, name: string, keyPattern: Document, values: readonly unknown[]): CommandError {
  const keyValue = Object.fromEntries(Object.keys(keyPattern).map((path, at) => [path, values[at] ?? null]));
  const text = JSON.stringify(keyValue);
  return new CommandError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: ${text}`,
    {
      keyPattern,
      keyValue,
    },
  );
}
