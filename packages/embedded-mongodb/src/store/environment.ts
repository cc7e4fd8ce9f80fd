import { join } from 'node:path';
import { open, type Database, type RangeOptions, type RootDatabase } from 'lmdb';
import { CommandError } from '../errors.ts';
import { PRIVATE_FILE, privateFolder, tightenFiles } from '../private-folder.ts';

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
  /** Called when a commit has failed: its changes are not stored. */
  onFailedCommit: () => void = () => undefined;
  /** The time until which the disk counts as full, by `performance.now`. */
  #fullUntil = -Infinity;
  /** The last commit has failed, so lmdb's promised flush belongs to that commit. */
  #flushIsLost = false;
  /** Callers that wait for a flush. */
  readonly #flushing = new Set<() => void>();

  constructor(folder: string) {
    const store = join(folder, 'store');
    privateFolder(store);
    tightenFiles(store);
    const binary = { encoding: 'binary', keyEncoding: 'binary' } as const;
    // A commit is seen before it is flushed, the flush follows on another thread, and after a power cut the last
    // flushed commit counts. What is written in one turn shares a commit anyway, and lmdb's own way to that leaves a
    // promise behind that has no listener when a commit fails.
    const safety = {
      overlappingSync: true,
      separateFlushed: true,
      eventTurnBatching: false,
      permissionsMode: PRIVATE_FILE,
    };
    this.#root = open<Buffer, Buffer>({ path: store, ...binary, maxDbs: 4, ...safety });
    this.documents = this.#root.openDB({ name: 'documents', ...binary });
    this.entries = this.#root.openDB({ name: 'entries', ...binary });
    this.catalog = this.#root.openDB({ name: 'catalog', ...binary });
  }

  /**
   * Runs a change in the one write transaction at a time; parallel callers share a commit. It sees all changes before
   * it and is not interrupted. The change must throw before its first write: what it has written when it throws would
   * be committed.
   * @throws CommandError OutOfDiskSpace when the disk did not accept the commit: nothing of it is stored then. For a
   * moment after that, every change is refused at once; then the next one tries again.
   */
  async write<T>(change: () => T): Promise<T> {
    if (performance.now() < this.#fullUntil) throw full();
    try {
      const result = await this.#root.transaction(change);
      this.#flushIsLost = false;
      return result;
    } catch (error) {
      if (!isFailedCommit(error)) throw error;
      // lmdb prints the reason. It is not awaited here, and unhandled it would end the process.
      error.commitError.catch(() => undefined);
      this.onFailedCommit();
      this.#flushIsLost = true;
      for (const wake of this.#flushing) wake();
      this.#fullUntil = performance.now() + FULL_MILLISECONDS;
      throw full();
    }
  }

  /** Resolves when everything committed so far is on the disk. Parallel callers share one flush. */
  async flushed(): Promise<void> {
    // The flush of a failed commit is never reported; what was committed before it is flushed explicitly.
    if (this.#flushIsLost) return this.#sync();
    let wake: (() => void) | undefined;
    const failed = new Promise<'failed'>((resolve) => this.#flushing.add((wake = () => resolve('failed'))));
    const ended = await Promise.race([this.#root.flushed, failed]);
    this.#flushing.delete(wake!);
    if (ended === 'failed') await this.#sync();
  }

  #sync(): Promise<void> {
    const root = this.#root as unknown as { sync(done: (error?: Error | null) => void): void };
    return new Promise((resolve, reject) => root.sync((error) => (error ? reject(error) : resolve())));
  }

  /**
   * Copies all that is committed at this moment into a folder, for its owner alone. Free pages of the store's file,
   * where erased documents may still be, are left out.
   */
  async copyTo(folder: string): Promise<void> {
    privateFolder(folder);
    await this.#root.backup(folder, true);
    tightenFiles(folder);
  }

  /** Returns the bytes of a document, without a copy: they are valid only until the next read. */
  peek(key: Buffer): Buffer | undefined {
    return this.documents.getBinaryFast(key);
  }

  async close(): Promise<void> {
    // What cannot be flushed now was never acknowledged as flushed.
    await this.flushed().catch(() => undefined);
    // lmdb would wait for the flush of a failed commit, which is never reported. No change is in progress any more.
    if (this.#flushIsLost) Object.assign(this.#root, { _endWrites: undefined });
    await this.#root.close();
  }
}

/** The time for which a full disk counts as full. Each attempt costs a commit, and lmdb prints that it failed. */
const FULL_MILLISECONDS = 1000;

/** The error with which lmdb rejects when the changes of a commit are not stored. */
interface FailedCommit extends Error {
  readonly commitError: Promise<never>;
}

function isFailedCommit(error: unknown): error is FailedCommit {
  return error instanceof Error && 'commitError' in error;
}

/**
 * Returns the error, also for a disk that fails in another way: a file that could only be written in part is the same
 * error to lmdb as a broken disk.
 */
function full(): CommandError {
  return new CommandError(
    'OutOfDiskSpace',
    'The disk takes no more: it is full, or it fails. Nothing of this was stored.',
  );
}

/** Sizes of the first piece of a range that is read, and of later ones: most ranges end soon. */
const [firstPiece, laterPiece] = [16, 512];

/**
 * Yields the entries of a range in the order of their keys, or backwards. They are read in pieces, between which the
 * store has no reader open: the caller may take any time, and continues behind the last key of a piece.
 */
export function entriesOf(
  table: Table,
  range: KeyRange,
  reverse = false,
): Generator<{ key: Buffer; value: Buffer }, void> {
  return inPieces(
    range,
    reverse,
    (options) => table.getRange(options),
    ({ key }) => key,
  );
}

/** Yields the keys of a range in their order, or backwards. */
export function keysOf(table: Table, range: KeyRange, reverse = false): Generator<Buffer, void> {
  return inPieces(
    range,
    reverse,
    (options) => table.getKeys(options),
    (key) => key,
  );
}

function* inPieces<T>(
  range: KeyRange,
  reverse: boolean,
  read: (options: RangeOptions) => Iterable<T>,
  keyOf: (entry: T) => Buffer,
): Generator<T, void> {
  let rest = range;
  for (let limit = firstPiece; ; limit = laterPiece) {
    const piece = [...read({ ...walk(rest, reverse), limit })];
    yield* piece;
    const last = piece.at(-1);
    if (last === undefined || piece.length < limit) return;
    rest = reverse
      ? { start: range.start, end: keyOf(last) }
      : { start: Buffer.concat([keyOf(last), nothing]), end: range.end };
  }
}

/** A byte with which, at its end, a key is the first that can follow the one without. */
const nothing = Buffer.from([0]);

function walk({ start, end }: KeyRange, reverse: boolean): RangeOptions {
  return reverse ? { start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse } : { start, end };
}
