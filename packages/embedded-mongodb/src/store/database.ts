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

/** All collections of a data folder. What changes them is only allowed inside of `Environment.write`. */
export class Database {
  readonly environment: Environment;
  readonly cache = new DocumentCache();
  readonly #collections = new Map<string, Collection>();
  #nextId = 1;

  constructor(folder: string) {
    this.environment = new Environment(folder);
    const counter = this.environment.catalog.get(counterKey);
    if (counter) this.#nextId = counter.readUInt32BE(0);
    for (const { key, value } of this.environment.catalog.getRange({ start: Buffer.from([1]) })) {
      const { id, indexes } = decode(value) as unknown as CollectionDescription;
      const namespace = key.toString('utf8');
      this.#collections.set(namespace, new Collection(this, id, namespace, indexes.map(openIndex)));
    }
  }

  /** A collection by `database.collection`; undefined when it was never written to. */
  find(namespace: string): Collection | undefined {
    return this.#collections.get(namespace);
  }

  collections(): readonly Collection[] {
    return [...this.#collections.values()];
  }

  /** The collection, made when it is not there. */
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

  /** Makes an index over what is there. Throws DuplicateKey with nothing changed. */
  addIndex(collection: Collection, description: Omit<IndexDescription, 'id' | 'arrayPaths'>): void {
    const id = this.#takeId();
    const index = openIndex({ ...description, id, arrayPaths: [] });
    const arrayPaths = new Set<string>();
    try {
      for (const key of keysOf(this.environment.documents, collection.range)) {
        const stored = collection.at(key);
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
  changeIndex(collection: Collection, index: Index, change: Partial<Pick<IndexDescription, 'expireAfterSeconds'>>): void {
    collection.indexes = collection.indexes.map((other) => (other.id === index.id ? { ...other, ...change } : other));
    this.#save(collection);
  }

  #takeId(): number {
    const id = this.#nextId++;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#nextId);
    this.environment.catalog.putSync(counterKey, counter);
    return id;
  }

  #save(collection: Collection): void {
    const indexes = collection.indexes.map(({ fields: _fields, covers: _covers, ...description }) => description as unknown as Document);
    this.environment.catalog.putSync(Buffer.from(collection.namespace), encode({ id: collection.id, indexes }));
  }

  #clear(table: Table, id: number): void {
    const prefix = new KeyWriter().number32(id).finish();
    for (const key of [...keysOf(table, { start: prefix, end: afterPrefix(prefix) })]) table.removeSync(key);
  }
}
