import { Long, type Binary, type ObjectId, type Timestamp } from 'bson';
import { CommandError } from '../errors.ts';
import type { Document } from './document.ts';
import { rank, rankOf } from './kind.ts';

/** Longest key the store takes (a quarter of a page); MongoDB once had the same limit and the same error for it. */
export const MAX_KEY_LENGTH = 1900;

/**
 * Writes values as bytes whose byte order is the order of `compare`, with missing fields as null. Each encoded value
 * ends by itself, so that values can be written one after the other, inverted for a descending field, and searched by
 * prefix.
 */
export class KeyWriter {
  #bytes: Buffer = Buffer.allocUnsafe(256);
  #length = 0;

  /** Begins a new key, in the same memory. */
  clear(): this {
    if (this.#bytes.length > 65_536) this.#bytes = Buffer.allocUnsafe(256);
    this.#length = 0;
    return this;
  }

  number32(value: number): this {
    this.#room(4);
    this.#length = this.#bytes.writeUInt32BE(value, this.#length);
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** Appends one value; `descending` inverts its bytes. */
  value(value: unknown, descending = false): this {
    const start = this.#length;
    this.#value(value);
    if (descending) for (let i = start; i < this.#length; i++) this.#bytes[i] = ~(this.#bytes[i] as number);
    return this;
  }

  /** Returns the key so far. Throws KeyTooLong. */
  finish(): Buffer {
    if (this.#length > MAX_KEY_LENGTH)
      throw new CommandError('KeyTooLong', `index key too large: ${this.#length} > ${MAX_KEY_LENGTH} bytes`);
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  /** Returns the bytes so far as a string of any length, to compare and to group by. */
  text(): string {
    return this.#bytes.toString('latin1', 0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  #byte(byte: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = byte;
  }

  #value(value: unknown): void {
    const type = rankOf(value);
    this.#byte(type);
    switch (type) {
      case rank.number:
        return this.#number(value);
      case rank.string:
        return this.#string(value as string);
      case rank.object:
        return this.#document(value as Document);
      case rank.array:
        for (const item of value as unknown[]) this.#value(item);
        return this.#byte(0);
      case rank.binary: {
        const binary = value as Binary;
        this.number32(binary.position);
        this.#byte(binary.sub_type);
        this.raw(binary.value());
        return;
      }
      case rank.objectId:
        this.raw((value as ObjectId).id);
        return;
      case rank.boolean:
        return this.#byte(value === true ? 1 : 0);
      case rank.date:
        return this.#double((value as Date).getTime());
      case rank.timestamp: {
        const timestamp = value as Timestamp;
        this.number32(timestamp.getHighBitsUnsigned()).number32(timestamp.getLowBitsUnsigned());
        return;
      }
      case rank.regex:
        return this.#string(String(value));
    }
  }

  /** Writes the nearest double, then the distance of a 64-bit integer from it: 1, 1.0 and Long(1) are one key. */
  #number(value: unknown): void {
    if (!(value instanceof Long)) {
      this.#double(value as number);
      return this.#pair(0x8000);
    }
    const nearest = value.toNumber();
    this.#double(nearest);
    this.#pair(0x8000 + Number(value.toBigInt() - BigInt(nearest)));
  }

  #pair(value: number): void {
    this.#byte(value >> 8);
    this.#byte(value & 0xff);
  }

  #double(value: number): void {
    this.#room(8);
    const at = this.#length;
    if (Number.isNaN(value)) this.#bytes.fill(0, at, at + 8);
    else {
      this.#bytes.writeDoubleBE(value === 0 ? 0 : value, at);
      if ((this.#bytes[at] as number) & 0x80)
        for (let i = at; i < at + 8; i++) this.#bytes[i] = ~(this.#bytes[i] as number);
      else this.#bytes[at] = (this.#bytes[at] as number) | 0x80;
    }
    this.#length += 8;
  }

  #string(text: string): void {
    this.#room(text.length * 3);
    if (!text.includes('\0')) this.#length += this.#bytes.write(text, this.#length, 'utf8');
    else
      for (const byte of Buffer.from(text)) {
        this.#byte(byte);
        if (byte === 0) this.#byte(0xff);
      }
    this.#byte(0);
    this.#byte(1);
  }

  #document(document: Document): void {
    for (const name of Object.keys(document)) {
      this.#byte(rankOf(document[name]));
      this.#string(name);
      this.#value(document[name]);
    }
    this.#byte(0);
  }
}

/** First key after all keys that start with these bytes. */
export function afterPrefix(prefix: Uint8Array): Buffer {
  const end = Buffer.from(prefix);
  for (let i = end.length - 1; i >= 0; i--) {
    const byte = end[i] as number;
    if (byte < 0xff) {
      end[i] = byte + 1;
      return end.subarray(0, i + 1);
    }
  }
  throw new RangeError('a prefix of 0xff bytes has nothing after it');
}
