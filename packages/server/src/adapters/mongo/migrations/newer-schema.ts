import type { Collections, VersionRecord } from './migration.ts';

/** The store belongs to a newer release. The message is for the operator. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}

/**
 * Returns the version record of a store; null before there is one. Throws NewerSchemaError when this release has too
 * few migrations.
 */
export async function readVersion(collection: Collections, known: number): Promise<VersionRecord | null> {
  const record = await collection<VersionRecord>('schema').findOne({ _id: 'version' });
  if (record && record.version > known)
    throw new NewerSchemaError(
      `This database has schema version ${record.version}, and this release knows ${known}. ` +
        'Start the newer release, or restore the backup that was made before the upgrade.',
    );
  return record;
}
