import type { Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { contextOf } from './batches.ts';
import { LeaseLost, takeLease, type Lease } from './lease.ts';
import type { Collections, Migration, MigrationRecord, VersionRecord } from './migration.ts';
import { readVersion } from './newer-schema.ts';
import { SCHEMA_POLL_INTERVAL } from './schema-state.ts';

/**
 * The other processes that may have the store open: none (an embedded store, an empty one), only processes of this
 * release, or perhaps older ones.
 */
export type OtherProcesses = 'none' | 'same_release' | 'perhaps_older';

export interface MigrateOptions {
  readonly migrations: readonly Migration[];
  /** Written into the records. */
  readonly release: string;
  readonly others: OtherProcesses;
  /** Returns whether the store holds no data yet. */
  isEmpty(): Promise<boolean>;
  realNow(): Instant;
  pause(milliseconds: number): Promise<void>;
  /** Called once, when another process holds the lock. */
  onWait?(): void;
}

/** Milliseconds between two checks of whether another process is done. */
const POLL_INTERVAL = SECOND / 4;

const isLeft = (others: OtherProcesses, { phase }: Migration, record: MigrationRecord | undefined): boolean =>
  others === 'perhaps_older' ? phase === 'expand' && !record?.finishedAt : !record?.settledAt;

const recordsOf = async (collection: Collections): Promise<ReadonlyMap<string, MigrationRecord>> =>
  new Map((await collection<MigrationRecord>('migrations').find({}).toArray()).map((record) => [record._id, record]));

const write = (
  collection: Collections,
  name: string,
  set: Partial<MigrationRecord>,
  unset: Record<string, true> = {},
) =>
  collection<MigrationRecord>('migrations').updateOne({ _id: name }, { $set: set, $unset: unset } as never, {
    upsert: true,
  });

const runAll = async (
  collection: Collections,
  lease: Lease,
  options: MigrateOptions,
  version: VersionRecord | null,
): Promise<void> => {
  const { migrations, release, realNow } = options;
  const schema = collection<VersionRecord>('schema');
  const now = () => new Date(realNow());
  const alone = version === null ? await options.isEmpty() : version.alone === true;
  const others = alone ? 'none' : options.others;
  const expandedTo = Math.max(version?.expandedTo ?? 0, migrations.length);
  // First of all, so that the process which continues can see whether the store was empty.
  const begun = { $set: { expandedTo, release, ...(alone && { alone }) }, $max: { version: 0 } };
  await schema.updateOne({ _id: 'version' }, begun, { upsert: true });

  const before = await recordsOf(collection);
  const toOpen =
    others === 'perhaps_older'
      ? []
      : migrations.filter((each) => each.phase === 'contract' && !before.get(each.name)?.openedAt);
  for (const { name } of toOpen) await write(collection, name, { release, openedAt: now() });
  // Running processes poll for what was opened; only when all of them write in the new form does no old one follow.
  if (toOpen.length > 0 && others !== 'none') await options.pause(2 * SCHEMA_POLL_INTERVAL);

  for (const migration of migrations) {
    const record = before.get(migration.name);
    if (!isLeft(others, migration, record)) continue;
    await lease.renew();
    if (!record?.startedAt) await write(collection, migration.name, { release, startedAt: now() });
    await migration.run(contextOf(collection, migration.name, lease, realNow));
    await lease.renew();
    const at = now();
    const done = { finishedAt: record?.finishedAt ?? at, ...(others !== 'perhaps_older' && { settledAt: at }) };
    await write(collection, migration.name, done, { positions: true });
  }
  if (others !== 'perhaps_older')
    await schema.updateOne({ _id: 'version' }, { $max: { version: migrations.length }, $unset: { alone: true } });
};

/**
 * Migrates a store to this release: each migration once, in order, under a lock that expires soon after its process.
 * Resolves when all of them have run, here or in another process, and after two reads when none was pending. Throws
 * NewerSchemaError, and what a migration throws.
 */
export async function migrate(collection: Collections, options: MigrateOptions): Promise<void> {
  const { migrations, realNow, pause } = options;
  let isWaiting = false;
  for (;;) {
    const version = await readVersion(collection, migrations.length);
    const records = await recordsOf(collection);
    const isDone = (others: OtherProcesses) =>
      migrations.every((each) => !isLeft(others, each, records.get(each.name)));
    const isSettled = version !== null && version.version === migrations.length;
    if (isSettled || (version && !version.alone && options.others === 'perhaps_older' && isDone('perhaps_older')))
      return;
    const lease = await takeLease(collection, realNow);
    if (lease) {
      try {
        await runAll(collection, lease, options, await readVersion(collection, migrations.length));
      } catch (error) {
        // The process that has taken over continues; this one waits for it.
        if (!(error instanceof LeaseLost)) throw error;
      } finally {
        await lease.release();
      }
    } else {
      if (!isWaiting) options.onWait?.();
      isWaiting = true;
      await pause(POLL_INTERVAL);
    }
  }
}
