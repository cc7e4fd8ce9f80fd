import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** Bytes of a key for AES-256. */
export const KEY_BYTES = 32;

/** Derives bytes for one purpose, from which neither the secret nor the bytes for another purpose can be computed. */
export function derived(secret: string | Buffer, purpose: string, length: number = KEY_BYTES): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `coach-booking ${purpose} 1`, length));
}

/**
 * Seals bytes with AES-256-GCM and a random nonce: nonce, tag, text. The context is authenticated too: they open in no
 * other. One key may seal 2^32 times.
 */
export function sealBytes(key: KeyObject, context: Buffer, bytes: Buffer): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(context);
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/**
 * Opens sealed bytes.
 * @throws Error when the key or the context is another, or a bit was changed
 */
export function openBytes(key: KeyObject, context: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV), { authTagLength: TAG });
  decipher.setAAD(context).setAuthTag(sealed.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]);
}
