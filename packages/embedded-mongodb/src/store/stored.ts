import { decode } from '../values/bson.ts';
import type { Document } from '../values/document.ts';

/** A document in the store. Shared between those who read it: never changed. */
export class Stored {
  /** `[collection id][_id key]`. */
  readonly key: Buffer;
  readonly bytes: Buffer;
  #document: Document | undefined;

  constructor(key: Buffer, bytes: Buffer, document?: Document) {
    this.key = key;
    this.bytes = bytes;
    this.#document = document;
  }

  /** Decoded when it is first asked for. */
  get document(): Document {
    return (this.#document ??= decode(this.bytes));
  }
}
