import { createCipheriv, createDecipheriv, createPrivateKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

const IV = 12;
const TAG = 16;

const derived = (secret: string, purpose: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `coach-booking ${purpose} 1`, length));

/** Names the secret without telling it, so that processes see which keys they can open. */
export const nameOfSecret = (secret: string): string => derived(secret, 'signing keys name', 4).toString('hex');

/** A private key under AES-256-GCM with a key derived from the server's secret. The name is sealed along: the text opens under no other. */
export const sealKey = (secret: string, name: string, privateKey: KeyObject): string => {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', derived(secret, 'signing keys', 32), iv).setAAD(Buffer.from(name));
  const text = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
};

/** @throws Error when the secret or the name is another, or the text was changed */
export const openKey = (secret: string, name: string, sealed: string): KeyObject => {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', derived(secret, 'signing keys', 32), bytes.subarray(0, IV), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(IV, IV + TAG));
  const der = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
  return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
};
