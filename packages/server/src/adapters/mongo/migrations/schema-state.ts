import { SECOND } from '@coach-booking/time/units';
import type { Collections, Migration, MigrationRecord } from './migration.ts';

/** Milliseconds between two looks at what was opened; for that long a process may still write as before. */
export const SCHEMA_POLL_INTERVAL = 3 * SECOND;

/** What this process may write. */
export interface SchemaState {
  /**
   * Whether everybody who has the store open can read what the `contract` migration of this name prepares, so that it
   * may be written. Once true it stays so; other processes see it up to `LOOK_EVERY` earlier or later. Throws for a
   * name that is no migration.
   */
  isOpen(name: string): boolean;
  stop(): void;
}

/** Looks again and again until every `contract` migration is open, and no more then. */
export async function createSchemaState(
  collection: Collections,
  migrations: readonly Migration[],
): Promise<SchemaState> {
  const contracts = migrations.filter(({ phase }) => phase === 'contract').map(({ name }) => name);
  const open = new Set<string>(migrations.filter(({ phase }) => phase === 'expand').map(({ name }) => name));
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async () => {
    const found = await collection<MigrationRecord>('migrations')
      .find({ _id: { $in: contracts }, openedAt: { $exists: true } }, { projection: { _id: 1 } })
      .toArray();
    for (const { _id } of found) open.add(_id);
  };
  const lookAgain = (): void => {
    if (isStopped || contracts.every((name) => open.has(name))) return;
    // A store that cannot be read is not written either, so nothing is missed by asking later.
    const again = () => void look().then(lookAgain, lookAgain);
    timer = setTimeout(again, SCHEMA_POLL_INTERVAL).unref();
  };
  if (contracts.length > 0) await look();
  lookAgain();
  return {
    isOpen(name) {
      if (!migrations.some((each) => each.name === name)) throw new RangeError(`There is no migration ${name}.`);
      return open.has(name);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
