import { setTimeout as pause } from 'node:timers/promises';
import { systemNow } from '@coach-booking/time/instant';
import { forgetIndexes } from './adapters/mongo/connection/make-indexes.ts';
import { openStore, type OpenStore } from './adapters/mongo/connection/open-store.ts';
import { noteZoneChanges } from './application/zones/note-zone-changes.ts';
import { composeKeys } from './compose-keys.ts';
import type { Config } from './config.ts';
import { openDatabase } from './compose-database.ts';

/**
 * Migrates the store of the configuration to this release, creates every missing index, and lists what a newer release
 * of the time zone database has moved on the wall. Throws NewerSchemaError when
 * it belongs to a newer one.
 * @param finish no process of an older release has the store open any more
 */
export async function composeMigrate(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'encryptionKeys'>,
  { finish }: { readonly finish: boolean },
): Promise<void> {
  const { uri, embedded, stop } = await openDatabase(config);
  const others = embedded ? 'none' : finish ? 'same_release' : 'perhaps_older';
  const keys = await composeKeys(config);
  let store: OpenStore | undefined;
  try {
    store = await openStore(uri, { keys, others });
    await forgetIndexes(store.connection);
    await store.close();
    store = await openStore(uri, { keys, others });
    const mayOthersWrite = others === 'perhaps_older';
    await noteZoneChanges({ ...store.stores, realNow: systemNow, pause }, { mayOthersWrite });
  } finally {
    await store?.close();
    await stop();
  }
}
