import { CommandError } from './errors.ts';
import { cursorReply } from './wire/cursor-reply.ts';

const defaultFirstBatch = 101;
const maxBatchBytes = 16 * 1024 * 1024;
/** A cursor nobody asks for this long is closed, as in MongoDB. */
const idleMilliseconds = 10 * 60 * 1000;

interface Cursor {
  readonly namespace: string;
  readonly rest: readonly Buffer[];
  readonly at: number;
  readonly usedAt: number;
}

/** Results that did not fit into their first answer. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  #nextId = 1n;

  /** First answer to a query: at most `batchSize` documents (101 unless told), and a cursor for the rest. */
  first(documents: readonly Buffer[], namespace: string, options: { batchSize?: number | undefined; single?: boolean }, now: Date): Buffer {
    this.#closeIdle(now);
    const end = batchEnd(documents, 0, options.batchSize ?? defaultFirstBatch);
    const id = end < documents.length && !options.single ? this.#nextId++ : 0n;
    if (id !== 0n) this.#open.set(id, { namespace, rest: documents, at: end, usedAt: now.getTime() });
    return cursorReply('firstBatch', documents.slice(0, end), id, namespace);
  }

  /** Next answer. Throws CursorNotFound. */
  next(id: bigint, batchSize: number | undefined, now: Date): Buffer {
    const cursor = this.#open.get(id);
    if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    const end = batchEnd(cursor.rest, cursor.at, batchSize || Infinity);
    const done = end >= cursor.rest.length;
    if (done) this.#open.delete(id);
    else this.#open.set(id, { ...cursor, at: end, usedAt: now.getTime() });
    return cursorReply('nextBatch', cursor.rest.slice(cursor.at, end), done ? 0n : id, cursor.namespace);
  }

  /** Closes a cursor; false when there is none. */
  kill(id: bigint): boolean {
    return this.#open.delete(id);
  }

  #closeIdle(now: Date): void {
    for (const [id, { usedAt }] of this.#open) if (now.getTime() - usedAt > idleMilliseconds) this.#open.delete(id);
  }
}

/** End of a batch: so many documents, and not more bytes than a message takes, but at least one. */
function batchEnd(documents: readonly Buffer[], start: number, most: number): number {
  let bytes = 0;
  let end = start;
  while (end < documents.length && end - start < most) {
    bytes += documents[end]?.length ?? 0;
    if (end > start && bytes > maxBatchBytes) break;
    end++;
  }
  return end;
}
