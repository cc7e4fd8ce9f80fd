import { join } from 'node:path';
import { open, type Database, type RangeOptions, type RootDatabase } from 'lmdb';
import { privateFile, privateFolder, tightenFiles } from '../private-folder.ts';

/** One of the three key spaces of the store: raw bytes to raw bytes, in the order of the keys. */
export type Table = Database<Buffer, Buffer>;

/** Keys from `start` (included) to `end` (left out). */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

/** The files of a data folder, and how writes become durable in them. */
export class Environment {
  readonly #root: RootDatabase<Buffer, Buffer>;
  /** `[collection id][_id key]` → encoded document. */
  readonly documents: Table;
  /** `[index id][values][_id key]` → `_id` key. */
  readonly entries: Table;
  /** Names to encoded descriptions of collections and their indexes. */
  readonly catalog: Table;

  constructor(folder: string) {
    const store = join(folder, 'store');
    privateFolder(store);
    tightenFiles(store);
    const binary = { encoding: 'binary', keyEncoding: 'binary' } as const;
    // A commit is seen before it is flushed, the flush follows on another thread, and after a power cut the last flushed commit counts.
    const safety = { overlappingSync: true, separateFlushed: true, permissionsMode: privateFile };
    this.#root = open<Buffer, Buffer>({ path: store, ...binary, maxDbs: 4, ...safety });
    this.documents = this.#root.openDB({ name: 'documents', ...binary });
    this.entries = this.#root.openDB({ name: 'entries', ...binary });
    this.catalog = this.#root.openDB({ name: 'catalog', ...binary });
  }

  /**
   * Runs a change in the one write transaction at a time; parallel callers share a commit. It sees all changes before it and is not interrupted.
   * The change must refuse before its first write: what it has written when it throws would be committed.
   */
  async write<T>(change: () => T): Promise<T> {
    return this.#root.transaction(change);
  }

  /** Resolves when everything committed so far is on the disk. Parallel callers share one flush. */
  async flushed(): Promise<void> {
    await this.#root.flushed;
  }

  /** The bytes of a document, without a copy: they are only there until the next read. */
  peek(key: Buffer): Uint8Array | undefined {
    return this.documents.getBinaryFast(key);
  }

  async close(): Promise<void> {
    await this.flushed();
    await this.#root.close();
  }
}

/** Entries of a range in the order of their keys, or backwards. */
export function entriesOf(table: Table, range: KeyRange, reverse = false): Iterable<{ key: Buffer; value: Buffer }> {
  return table.getRange(walk(range, reverse));
}

/** Keys of a range in their order, or backwards. */
export function keysOf(table: Table, range: KeyRange, reverse = false): Iterable<Buffer> {
  return table.getKeys(walk(range, reverse));
}

function walk({ start, end }: KeyRange, reverse: boolean): RangeOptions {
  return reverse ? { start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse } : { start, end };
}
