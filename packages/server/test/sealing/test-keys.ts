import { randomBytes } from 'node:crypto';
import { encryptionKeys, type EncryptionKeys } from '../../src/adapters/mongo/sealing/keys.ts';

export function testKeys(): EncryptionKeys {
  return encryptionKeys([randomBytes(32)]);
}
