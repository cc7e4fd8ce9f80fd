import { SEAL_FREE_TEXT } from './adapters/mongo/migrations/seal-free-text.ts';
import { openStore } from './adapters/mongo/connection/open-store.ts';
import { ResealRefused, rotate, type Rotation } from './adapters/mongo/sealing/rotate.ts';
import { openDatabase } from './compose-database.ts';
import { composeKeys } from './compose-keys.ts';
import type { Config } from './config.ts';

/**
 * Encrypts every sealed value in the store of the configuration with its current key. Throws ResealRefused while an
 * upgrade is not finished and while another process reseals, EncryptionKeyError when an earlier key is not among the
 * configured ones.
 */
export async function composeReseal(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'encryptionKeys'>,
): Promise<Rotation> {
  const { uri, embedded, stop } = await openDatabase(config);
  try {
    const keys = await composeKeys(config);
    const store = await openStore(uri, { keys, others: embedded ? 'none' : 'perhaps_older' });
    try {
      if (!store.schema.isOpen(SEAL_FREE_TEXT))
        throw new ResealRefused(
          'An older release may still use this database, so nothing is encrypted yet. First: npm run migrate -- --finish',
        );
      return await rotate(store.connection, keys);
    } finally {
      await store.close();
    }
  } finally {
    await stop();
  }
}
