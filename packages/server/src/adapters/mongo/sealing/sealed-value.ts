import { mongo } from 'mongoose';
import { openBytes, sealBytes } from '../../../crypto/aes-gcm.ts';
import type { EncryptionKeys } from './keys.ts';

/** The place of a value. It opens in no other. */
export interface Place {
  readonly partnerId: string;
  readonly collection: string;
  /** Of the document. */
  readonly id: string;
  /** Its path, without places in lists. */
  readonly field: string;
}

/** A binary subtype of our own: 128 and above are free for applications, and no request can make one. */
const SUBTYPE = 0x80;
const FORMAT = 1;
const KEY_ID = 4;
const HEADER = 1 + KEY_ID;

/** A sealed value that does not open. The message has its place and nothing of its content. */
export class SealedValueError extends Error {
  override readonly name = 'SealedValueError';
  readonly code = 'SEALED_VALUE_UNREADABLE';
  constructor({ collection, id, field }: Place, reason: string) {
    super(`${field} of ${id} in ${collection} does not open: ${reason}.`);
  }
}

const contextOf = ({ partnerId, collection, id, field }: Place): Buffer =>
  Buffer.from(JSON.stringify([partnerId, collection, id, field]));

export function isSealed(value: unknown): value is mongo.Binary {
  return value instanceof mongo.Binary && value.sub_type === SUBTYPE;
}

/** Returns the id of the key that sealed a value. */
export function keyIdOf(sealed: mongo.Binary): string {
  return Buffer.from(sealed.value()).toString('hex', 1, HEADER);
}

/** Seals any JSON value as: format, id of the key, nonce, tag, text. */
export function sealValue({ current }: EncryptionKeys, place: Place, value: unknown): mongo.Binary {
  const header = Buffer.from(`0${FORMAT}${current.id}`, 'hex');
  const sealed = sealBytes(current.sealing, contextOf(place), Buffer.from(JSON.stringify(value)));
  return new mongo.Binary(Buffer.concat([header, sealed]), SUBTYPE);
}

/**
 * Opens a sealed value.
 * @throws SealedValueError for an unknown key, another place, and changed bytes
 */
export function openValue(keys: EncryptionKeys, place: Place, sealed: mongo.Binary): unknown {
  const bytes = Buffer.from(sealed.value());
  if (bytes[0] !== FORMAT) throw new SealedValueError(place, `its format ${bytes[0]} is not known to this release`);
  const keyId = keyIdOf(sealed);
  const key = keys.find(keyId);
  if (!key) throw new SealedValueError(place, `it is under key ${keyId}, which this process was not given`);
  let text: Buffer;
  try {
    text = openBytes(key.sealing, contextOf(place), bytes.subarray(HEADER));
  } catch {
    throw new SealedValueError(place, 'it was changed, or brought here from another place');
  }
  return JSON.parse(text.toString());
}
