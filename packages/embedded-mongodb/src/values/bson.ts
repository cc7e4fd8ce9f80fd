import { deserialize, serialize } from 'bson';
import { CommandError } from '../errors.ts';
import type { Document } from './document.ts';

/** Largest document, as in MongoDB. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const keepTypes = { promoteLongs: false, promoteBuffers: false } as const;
const serializeOptions = { ignoreUndefined: true } as const;

/**
 * Bytes to values. 64-bit integers and binary data stay what they are, so that storing again does not change their
 * type.
 */
export function decode(bytes: Uint8Array): Document {
  return deserialize(bytes, keepTypes);
}

/** Values to bytes; missing fields are left out. Throws BSONObjectTooLarge above 16 MB. */
export function encode(document: Document): Buffer {
  const bytes = serialize(document, serializeOptions);
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new CommandError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
