import { decode } from '../values/bson.ts';
import type { Document } from '../values/document.ts';

/**
 * Decoded documents that were read or written last. An entry counts only while its bytes are the stored ones, so it can never be stale,
 * whichever transaction is asked.
 */
export class DocumentCache {
  readonly #entries = new Map<string, { bytes: Buffer; document: Document }>();
  readonly #capacity: number;
  #size = 0;

  /** @param capacity bytes of encoded documents to keep decoded */
  constructor(capacity = 32 * 1024 * 1024) {
    this.#capacity = capacity;
  }

  /** The document of these bytes, decoded once. */
  read(key: string, bytes: Buffer): Document {
    const entry = this.#entries.get(key);
    if (entry && entry.bytes.equals(bytes)) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
      return entry.document;
    }
    const document = decode(bytes);
    this.keep(key, bytes, document);
    return document;
  }

  keep(key: string, bytes: Buffer, document: Document): void {
    this.forget(key);
    this.#entries.set(key, { bytes, document });
    this.#size += bytes.length;
    for (const [oldest, { bytes: dropped }] of this.#entries) {
      if (this.#size <= this.#capacity) break;
      this.#entries.delete(oldest);
      this.#size -= dropped.length;
    }
  }

  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#size -= entry.bytes.length;
  }
}
