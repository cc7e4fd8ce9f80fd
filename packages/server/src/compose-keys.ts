import { storedEncryptionKey } from './adapters/files/stored-secret.ts';
import { encryptionKeys, type EncryptionKeys } from './adapters/mongo/sealing/keys.ts';
import { readEncryptionKey, type Config } from './config.ts';

/**
 * Returns the keys of the configuration, or the one stored in its data folder. Throws ConfigError for a file that holds
 * none.
 */
export async function composeKeys({
  encryptionKeys: given,
  dataDir,
}: Pick<Config, 'encryptionKeys' | 'dataDir'>): Promise<EncryptionKeys> {
  const [current = readEncryptionKey(await storedEncryptionKey(dataDir)), ...previous] = given;
  return encryptionKeys([current, ...previous]);
}
