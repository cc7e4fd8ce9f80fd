import { randomBytes } from 'node:crypto';
import { encryptionKeys, type EncryptionKeys } from '../../src/adapters/mongo/sealing/keys.ts';

export const testKeys = (): EncryptionKeys => encryptionKeys([randomBytes(32)]);
