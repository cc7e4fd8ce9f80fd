import { CommandError } from '../errors.ts';
import { decode, encode } from '../values/bson.ts';
import type { Document } from '../values/document.ts';
import { afterPrefix, KeyWriter } from '../values/key.ts';
import { Collection } from './collection.ts';
import { DocumentCache } from './document-cache.ts';
import { Environment, keysOf, type Table } from './environment.ts';
import { openIndex, type Index, type IndexDescription } from './index-spec.ts';

/** The catalog's entry of a collection. */
interface CollectionDescription {
  readonly id: number;
  readonly indexes: readonly IndexDescription[];
}

const counterKey = Buffer.from('\0next id');
/** Rises with each change of the catalog. */
const versionKey = Buffer.from('\0version');

/** All collections of a data folder. What changes them is only allowed inside of `Environment.write`. */
export class Database {
  readonly environment: Environment;
  readonly cache = new DocumentCache();
  readonly #collections = new Map<string, Collection>();
  #nextId = 1;

  #version = 0;

  constructor(folder: string) {
    this.environment = new Environment(folder);
    this.environment.onFailedCommit = () => this.#load();
    this.#load();
  }

  /**
   * Makes a change in a write transaction; see `Environment.write`. A failed commit discards its changes of the
   * catalog, and the next change may begin before the failure is known, so each first checks whether the cached catalog
   * is the stored one.
   */
  write<T>(change: () => T): Promise<T> {
    return this.environment.write(() => {
      if (this.#storedVersion() !== this.#version) this.#load();
      return change();
    });
  }

  #load(): void {
    const { catalog } = this.environment;
    this.#nextId = catalog.get(counterKey)?.readUInt32BE(0) ?? 1;
    this.#version = this.#storedVersion();
    this.#collections.clear();
    for (const { key, value } of catalog.getRange({ start: Buffer.from([1]) })) {
      const { id, indexes } = decode(value) as unknown as CollectionDescription;
      const namespace = key.toString('utf8');
      this.#collections.set(namespace, new Collection(this, id, namespace, indexes.map(openIndex)));
    }
  }

  #storedVersion(): number {
    return this.environment.catalog.get(versionKey)?.readUInt32BE(0) ?? 0;
  }

  /** Returns a collection by `database.collection`; undefined when it was never written to. */
  find(namespace: string): Collection | undefined {
    return this.#collections.get(namespace);
  }

  collections(): readonly Collection[] {
    return [...this.#collections.values()];
  }

  /** Returns the collection, created when it is missing. */
  ensure(namespace: string): Collection {
    const known = this.#collections.get(namespace);
    if (known) return known;
    const name = namespace.slice(namespace.indexOf('.') + 1);
    if (name === '' || name.includes('$') || name.includes('\0'))
      throw new CommandError('InvalidNamespace', `Invalid collection name: ${name}`);
    const collection = new Collection(this, this.#takeId(), namespace, []);
    this.#collections.set(namespace, collection);
    this.#save(collection);
    return collection;
  }

  /** Creates an index over the existing documents. Throws DuplicateKey with nothing changed. */
  addIndex(collection: Collection, description: Omit<IndexDescription, 'id' | 'arrayPaths'>): void {
    const id = this.#takeId();
    const index = openIndex({ ...description, id, arrayPaths: [] });
    const arrayPaths = new Set<string>();
    try {
      for (const key of keysOf(this.environment.documents, collection.range)) {
        const stored = collection.at(key, false);
        if (stored) for (const path of collection.fill(index, stored).arrayPaths) arrayPaths.add(path);
      }
    } catch (error) {
      this.#clear(this.environment.entries, id);
      throw error;
    }
    collection.indexes = [...collection.indexes, { ...index, arrayPaths: [...arrayPaths] }];
    this.#save(collection);
  }

  dropIndex(collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter(({ id }) => id !== index.id);
    this.#save(collection);
    this.#clear(this.environment.entries, index.id);
  }

  drop(collection: Collection): void {
    this.#collections.delete(collection.namespace);
    this.#changed();
    this.environment.catalog.removeSync(Buffer.from(collection.namespace));
    for (const { id } of collection.indexes) this.#clear(this.environment.entries, id);
    this.#clear(this.environment.documents, collection.id);
  }

  /** Remembers that fields of indexes, by the index's name, have several values. */
  noteArrays(collection: Collection, found: ReadonlyMap<string, readonly string[]>): void {
    collection.indexes = collection.indexes.map((index) => {
      return { ...index, arrayPaths: [...new Set([...index.arrayPaths, ...(found.get(index.name) ?? [])])] };
    });
    this.#save(collection);
  }

  /** Changes a description that the entries do not depend on. */
  changeIndex(
    collection: Collection,
    index: Index,
    change: Partial<Pick<IndexDescription, 'expireAfterSeconds'>>,
  ): void {
    collection.indexes = collection.indexes.map((other) => (other.id === index.id ? { ...other, ...change } : other));
    this.#save(collection);
  }

  #takeId(): number {
    const id = this.#nextId++;
    this.environment.catalog.putSync(counterKey, number32(this.#nextId));
    return id;
  }

  #changed(): void {
    this.#version = (this.#version + 1) >>> 0;
    this.environment.catalog.putSync(versionKey, number32(this.#version));
  }

  #save(collection: Collection): void {
    this.#changed();
    const indexes = collection.indexes.map(
      ({ fields: _fields, covers: _covers, ...description }) => description as unknown as Document,
    );
    this.environment.catalog.putSync(Buffer.from(collection.namespace), encode({ id: collection.id, indexes }));
  }

  #clear(table: Table, id: number): void {
    const prefix = new KeyWriter().number32(id).finish();
    for (const key of [...keysOf(table, { start: prefix, end: afterPrefix(prefix) })]) table.removeSync(key);
  }
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
