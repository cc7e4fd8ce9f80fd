import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SealedTexts } from '../../application/ports/sealed-texts.ts';

const IV = 12;
const TAG = 16;

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'coach-booking sealed texts 1', 32));

const opened = (key: Buffer, name: string, bytes: Buffer): string | null => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString();
  } catch {
    return null;
  }
};

/**
 * Texts under AES-256-GCM with keys derived from the server's secrets.
 * @param secrets the first seals, all open: that is how a secret is rotated
 */
export const createSealedTexts = (secrets: readonly string[]): SealedTexts => {
  const keys = secrets.map(keyOf);
  return {
    seal(name, text) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', keys[0]!, iv).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(name, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < IV + TAG) return null;
      for (const key of keys) {
        const text = opened(key, name, bytes);
        if (text !== null) return text;
      }
      return null;
    },
  };
};
