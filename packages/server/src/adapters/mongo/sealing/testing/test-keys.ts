import { randomBytes } from 'node:crypto';
import { encryptionKeys, type EncryptionKeys } from '../keys.ts';

export const testKeys = (): EncryptionKeys => encryptionKeys([randomBytes(32)]);
