import { createSecretKey, type KeyObject } from 'node:crypto';
import { derived } from '../../../crypto/aes-gcm.ts';

/** A key of ENCRYPTION_KEY or ENCRYPTION_KEY_PREVIOUS, as the keys derived from it. */
export interface EncryptionKey {
  /** Identifies the key without revealing it: 8 hex digits, contained in every value that it sealed. */
  readonly id: string;
  readonly sealing: KeyObject;
  readonly digests: KeyObject;
}

export interface EncryptionKeys {
  /** Seals. */
  readonly current: EncryptionKey;
  /** Opens, the current one too. */
  find(id: string): EncryptionKey | undefined;
}

const keyOf = (secret: Buffer): EncryptionKey => ({
  id: derived(secret, 'encryption key name', 4).toString('hex'),
  sealing: createSecretKey(derived(secret, 'sealing')),
  digests: createSecretKey(derived(secret, 'body hashes')),
});

/** @param secrets 32 bytes each, the current one first */
export function encryptionKeys(secrets: readonly [Buffer, ...Buffer[]]): EncryptionKeys {
  const [current, ...previous] = secrets.map(keyOf) as [EncryptionKey, ...EncryptionKey[]];
  const byId = new Map([...previous, current].map((key) => [key.id, key]));
  return { current, find: (id) => byId.get(id) };
}
