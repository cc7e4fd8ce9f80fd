import { randomBytes } from 'node:crypto';
import { encryptionKeys, type EncryptionKeys } from '../keys.ts';
import { createSealing, type Sealing } from '../sealing.ts';

export const testKeys = (): EncryptionKeys => encryptionKeys([randomBytes(32)]);

/** A sealing that is on. */
export const testSealing = (keys = testKeys()): Sealing => createSealing(keys, () => true);
