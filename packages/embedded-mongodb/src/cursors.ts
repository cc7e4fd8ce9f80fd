import { CommandError } from './errors.ts';
import { paced, type Steps } from './pace.ts';
import { cursorReply } from './wire/cursor-reply.ts';

const DEFAULT_FIRST_BATCH = 101;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
/** An idle cursor is closed after so long, like in MongoDB. */
const IDLE_MILLISECONDS = 10 * 60 * 1000;

/** Encoded documents, made on demand; undefined, where other work may run. */
export type Results = Iterable<Buffer | undefined>;

interface Cursor {
  readonly namespace: string;
  readonly rest: Iterator<Buffer | undefined>;
  /** The next document; undefined at the end. */
  next: Buffer | undefined;
  usedAt: number;
}

/** Open cursors: results of which a part was answered and the rest is not made yet. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  #nextId = 1n;

  /** Returns the first answer to a query: at most `batchSize` documents (101 by default), and a cursor for the rest. */
  first(
    results: Results,
    namespace: string,
    options: { batchSize?: number | undefined; single?: boolean },
    now: Date,
  ): Buffer | Promise<Buffer> {
    this.#closeIdle(now);
    return paced(this.#first(results, namespace, options, now));
  }

  /** Returns the next answer. Throws CursorNotFound. */
  next(id: bigint, batchSize: number | undefined, now: Date): Buffer | Promise<Buffer> {
    const cursor = this.#open.get(id);
    if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    // A second request while this batch is made, or after making it has failed, does not find it.
    this.#open.delete(id);
    return paced(this.#next(id, cursor, batchSize || Infinity, now));
  }

  /** Closes a cursor; returns false when there is none. */
  kill(id: bigint): boolean {
    return this.#open.delete(id);
  }

  *#first(
    results: Results,
    namespace: string,
    options: { batchSize?: number | undefined; single?: boolean },
    now: Date,
  ): Steps<Buffer> {
    const cursor: Cursor = { namespace, rest: results[Symbol.iterator](), next: undefined, usedAt: now.getTime() };
    cursor.next = yield* pull(cursor.rest);
    const batch = yield* batchOf(cursor, options.batchSize ?? DEFAULT_FIRST_BATCH);
    const id = cursor.next && !options.single ? this.#nextId++ : 0n;
    if (id !== 0n) this.#open.set(id, cursor);
    else cursor.rest.return?.();
    return cursorReply('firstBatch', batch, id, namespace);
  }

  *#next(id: bigint, cursor: Cursor, most: number, now: Date): Steps<Buffer> {
    const batch = yield* batchOf(cursor, most);
    cursor.usedAt = now.getTime();
    if (cursor.next) this.#open.set(id, cursor);
    return cursorReply('nextBatch', batch, cursor.next ? id : 0n, cursor.namespace);
  }

  #closeIdle(now: Date): void {
    for (const [id, { usedAt }] of this.#open) if (now.getTime() - usedAt > IDLE_MILLISECONDS) this.#open.delete(id);
  }
}

/** Makes a batch: at most so many documents, and not more bytes than a message takes, but at least one. */
function* batchOf(cursor: Cursor, most: number): Steps<Buffer[]> {
  const batch: Buffer[] = [];
  let bytes = 0;
  while (cursor.next && batch.length < most) {
    bytes += cursor.next.length;
    if (batch.length > 0 && bytes > MAX_BATCH_BYTES) break;
    batch.push(cursor.next);
    cursor.next = yield* pull(cursor.rest);
  }
  return batch;
}

function* pull(rest: Iterator<Buffer | undefined>): Steps<Buffer | undefined> {
  for (;;) {
    const { done, value } = rest.next();
    if (done || value) return value as Buffer | undefined;
    yield;
  }
}
