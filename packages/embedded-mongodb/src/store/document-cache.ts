import { Stored } from './stored.ts';

/**
 * Documents that were read or written last. An entry counts only while its bytes are the stored ones, so it can never be stale,
 * whichever transaction is asked. A hit copies and decodes nothing.
 *
 * Entries live in two generations: what is not used while the young one fills goes with the old one.
 */
export class DocumentCache {
  #young = new Map<string, Stored>();
  #old = new Map<string, Stored>();
  /** Bytes in the young generation. */
  #size = 0;
  readonly #capacity: number;

  /** @param capacity bytes of encoded documents to keep */
  constructor(capacity = 32 * 1024 * 1024) {
    this.#capacity = capacity;
  }

  /** The document of these bytes, which are copied unless they are known. */
  read(key: Buffer, bytes: Uint8Array): Stored {
    const name = key.toString('latin1');
    const known = this.#young.get(name) ?? this.#old.get(name);
    if (known && known.bytes.length === bytes.length && known.bytes.compare(bytes, 0, bytes.length) === 0) {
      if (this.#old.delete(name)) this.#add(name, known);
      return known;
    }
    const stored = new Stored(key, copied(bytes));
    this.#add(name, stored);
    return stored;
  }

  keep(stored: Stored): void {
    this.#add(stored.key.toString('latin1'), stored);
  }

  forget(key: Buffer): void {
    const name = key.toString('latin1');
    this.#size -= this.#young.get(name)?.bytes.length ?? 0;
    this.#young.delete(name);
    this.#old.delete(name);
  }

  #add(name: string, stored: Stored): void {
    this.#size += stored.bytes.length - (this.#young.get(name)?.bytes.length ?? 0);
    this.#young.set(name, stored);
    if (this.#size * 2 <= this.#capacity) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#size = 0;
  }
}

/** A copy of as many bytes as the length says: the store reads into a buffer that is longer than it says. */
function copied(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafe(bytes.length);
  copy.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  return copy;
}
