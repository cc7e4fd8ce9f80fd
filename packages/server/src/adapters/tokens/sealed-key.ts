import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { derived, openBytes, sealBytes } from '../../crypto/aes-gcm.ts';

const sealingKey = (secret: string): KeyObject => createSecretKey(derived(secret, 'signing keys'));

/** Returns an id of the secret that does not reveal it, so that processes see which keys they can open. */
export function nameOfSecret(secret: string): string {
  return derived(secret, 'signing keys name', 4).toString('hex');
}

/**
 * Seals a private key under a key derived from the server's secret. The name is authenticated too: the text opens under
 * no other.
 */
export function sealKey(secret: string, name: string, privateKey: KeyObject): string {
  const der = privateKey.export({ type: 'pkcs8', format: 'der' });
  return sealBytes(sealingKey(secret), Buffer.from(name), der).toString('base64url');
}

/**
 * Opens a sealed private key.
 * @throws Error when the secret or the name is another, or the text was changed
 */
export function openKey(secret: string, name: string, sealed: string): KeyObject {
  const der = openBytes(sealingKey(secret), Buffer.from(name), Buffer.from(sealed, 'base64url'));
  return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
}
