import { SECOND } from '@coach-booking/time/units';
import type { Collections, Migration, MigrationRecord } from './migration.ts';

/** Milliseconds between two reads of what was opened; for that long a process may still write the old form. */
export const SCHEMA_POLL_INTERVAL = 3 * SECOND;

/** The forms that this process may write. */
export interface SchemaState {
  /**
   * Returns whether every process that has the store open can read what the `contract` migration of this name prepares,
   * so that it may be written. Once true it stays so; other processes see it up to `SCHEMA_POLL_INTERVAL` earlier or
   * later. Throws for a name that is no migration.
   */
  isOpen(name: string): boolean;
  stop(): void;
}

/** Polls until every `contract` migration is open, and stops then. */
export async function createSchemaState(
  collection: Collections,
  migrations: readonly Migration[],
): Promise<SchemaState> {
  const contracts = migrations.filter(({ phase }) => phase === 'contract').map(({ name }) => name);
  const open = new Set<string>(migrations.filter(({ phase }) => phase === 'expand').map(({ name }) => name));
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const poll = async () => {
    const found = await collection<MigrationRecord>('migrations')
      .find({ _id: { $in: contracts }, openedAt: { $exists: true } }, { projection: { _id: 1 } })
      .toArray();
    for (const { _id } of found) open.add(_id);
  };
  const schedulePoll = (): void => {
    if (isStopped || contracts.every((name) => open.has(name))) return;
    // A store that cannot be read is not written either, so nothing is missed by reading later.
    const again = () => void poll().then(schedulePoll, schedulePoll);
    timer = setTimeout(again, SCHEMA_POLL_INTERVAL).unref();
  };
  if (contracts.length > 0) await poll();
  schedulePoll();
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
