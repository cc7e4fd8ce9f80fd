import { join, resolve } from 'node:path';
import { lockFolder } from '@coach-booking/embedded-mongodb';
import { BackupRefused, putBack, readBackup, type Manifest } from './adapters/files/backup-folder.ts';
import { schemaVersion } from './adapters/mongo/migrations/index.ts';
import type { Config } from './config.ts';

/**
 * Restores a backup into the data folder of the configuration while no server has it open. Throws FolderInUseError when
 * one has, and BackupRefused for a backup that is damaged or of a newer release, and for a folder with data in it
 * unless it is forced; nothing is changed then.
 */
export async function composeRestore(
  config: Pick<Config, 'mongodbUri' | 'dataDir'>,
  { from, force }: { readonly from: string | undefined; readonly force: boolean },
): Promise<Manifest> {
  if (config.mongodbUri !== undefined)
    throw new BackupRefused(
      'MONGODB_URI names a MongoDB, which has its own tool: mongorestore --uri "$MONGODB_URI" --archive=FILE --gzip',
    );
  if (!from) throw new BackupRefused('Say which one: npm run restore -- --from FOLDER');
  const folder = resolve(from);
  const manifest = await readBackup(folder);
  if (manifest.schemaVersion > schemaVersion)
    throw new BackupRefused(
      `The backup has schema version ${manifest.schemaVersion}, and this release knows ${schemaVersion}. Restore it with release ${manifest.release} or a newer one.`,
    );
  const into = join(config.dataDir, 'mongodb');
  const release = await lockFolder(resolve(into));
  try {
    await putBack(folder, into, manifest, force);
  } finally {
    await release();
  }
  return manifest;
}
