import { decode } from '../values/bson.ts';
import type { Document } from '../values/document.ts';

/** A document in the store. Shared between its readers: never changed. */
export class Stored {
  readonly #name: string;
  readonly bytes: Buffer;
  #document: Document | undefined;
  readonly #decoded: ((stored: Stored) => void) | undefined;

  /**
   * @param name its key as a string: a buffer of that size would keep a piece of Node's pool that is many times larger
   * @param decoded called when its values are decoded, too
   */
  constructor(name: string, bytes: Buffer, document?: Document, decoded?: (stored: Stored) => void) {
    this.#name = name;
    this.bytes = bytes;
    this.#document = document;
    this.#decoded = decoded;
  }

  /** `[collection id][_id key]`. */
  get key(): Buffer {
    return Buffer.from(this.#name, 'latin1');
  }

  /** Returns whether it holds its values as well as its bytes. */
  get isDecoded(): boolean {
    return this.#document !== undefined;
  }

  /** Returns the document, decoded at the first read. */
  get document(): Document {
    if (this.#document) return this.#document;
    this.#document = decode(this.bytes);
    this.#decoded?.(this);
    return this.#document;
  }
}
