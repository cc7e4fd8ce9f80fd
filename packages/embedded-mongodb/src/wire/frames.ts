import { MAX_MESSAGE_BYTES } from './message.ts';

/** Cuts a stream of bytes into whole wire messages; each begins with its own length as a 32-bit integer. */
export class Frames {
  #chunks: Buffer[] = [];
  #length = 0;

  /** Adds received bytes and yields every complete message. Throws RangeError on an impossible length. */
  *push(chunk: Buffer): Generator<Buffer> {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#length >= 16) {
      const first = this.#joined(16);
      const size = first.readInt32LE(0);
      if (size < 16 || size > MAX_MESSAGE_BYTES) throw new RangeError(`a message of ${size} bytes is not accepted`);
      if (this.#length < size) return;
      const all = this.#joined(size);
      this.#length -= size;
      this.#chunks[0] = all.subarray(size);
      if (all.length === size) this.#chunks.shift();
      yield all.subarray(0, size);
    }
  }

  /** Joins the first chunk with the following ones until it has `size` bytes. */
  #joined(size: number): Buffer {
    const first = this.#chunks[0] as Buffer;
    if (first.length >= size) return first;
    this.#chunks = [Buffer.concat(this.#chunks, this.#length)];
    return this.#chunks[0] as Buffer;
  }
}
