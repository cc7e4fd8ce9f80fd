import type { Document } from '../values/document.ts';
import { Stored } from './stored.ts';

/** About what an entry holds beside its bytes: two keys, a place in a map, and the objects around the bytes. */
const ENTRY_BYTES = 900;
/**
 * About how much larger values are than the bytes they were decoded from. Measured on ledgers, bookings and small rows.
 */
const DECODED_TIMES = 6;

/**
 * Caches the documents that were read or written last. An entry counts only while its bytes are the stored ones, so it
 * can never be stale, in any transaction. A hit copies and decodes nothing.
 * Entries live in two generations: what is not used while the young one fills is dropped with the old one. Memory is
 * counted exactly: bytes have memory of their own and pin no other, values count once they are decoded.
 */
export class DocumentCache {
  #young = new Map<string, Stored>();
  #old = new Map<string, Stored>();
  /** Bytes that the young generation holds. */
  #size = 0;
  readonly #capacity: number;

  /** @param capacity bytes of memory to hold, documents and all that belongs to them */
  constructor(capacity = 48 * 1024 * 1024) {
    this.#capacity = capacity;
  }

  /**
   * Returns the document of these bytes, which are copied unless they are cached.
   * @param keep false does not cache a new one
   */
  read(key: Buffer, bytes: Uint8Array, keep = true): Stored {
    const name = key.toString('latin1');
    const known = this.#young.get(name) ?? this.#old.get(name);
    if (known && known.bytes.length === bytes.length && known.bytes.compare(bytes, 0, bytes.length) === 0) {
      if (this.#old.delete(name)) this.#add(name, known);
      return known;
    }
    const copy = copied(bytes);
    if (!keep) return new Stored(name, copy);
    const stored = new Stored(name, copy, undefined, (added) => this.#grow(name, added));
    this.#add(name, stored);
    return stored;
  }

  /** Caches a document that was just written. */
  keep(key: Buffer, bytes: Buffer, document: Document): void {
    const name = key.toString('latin1');
    this.#add(name, new Stored(name, copied(bytes), document));
  }

  forget(key: Buffer): void {
    const name = key.toString('latin1');
    const known = this.#young.get(name);
    if (known) this.#size -= heldBy(known);
    this.#young.delete(name);
    this.#old.delete(name);
  }

  #add(name: string, stored: Stored): void {
    const known = this.#young.get(name);
    this.#size += heldBy(stored) - (known ? heldBy(known) : 0);
    this.#young.set(name, stored);
    this.#old.delete(name);
    this.#turn();
  }

  /** Counts what decoding an entry has added to it. */
  #grow(name: string, stored: Stored): void {
    if (this.#young.get(name) !== stored) return;
    this.#size += stored.bytes.length * DECODED_TIMES;
    this.#turn();
  }

  #turn(): void {
    if (this.#size * 2 <= this.#capacity) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#size = 0;
  }
}

function heldBy(stored: Stored): number {
  return ENTRY_BYTES + stored.bytes.length * (stored.isDecoded ? 1 + DECODED_TIMES : 1);
}

/**
 * Returns a copy of `length` bytes: the store reads into a buffer that is longer. The copy is not from Node's pool, of
 * which a small piece would keep the whole.
 */
function copied(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copy.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  return copy;
}
