import type { mongo } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';

/** Opens a collection by name, on the driver itself: a migration must not change when a current schema does. */
export type Collections = <T extends mongo.Document = mongo.Document>(name: string) => mongo.Collection<T>;

/** The input of a migration. */
export interface MigrationContext {
  readonly collection: Collections;
  /** Epoch milliseconds of real time. */
  realNow(): Instant;
  /**
   * Passes every document of a collection to `run`, 500 at a time in the order of `_id`, with the named fields and
   * `_id`. The position is recorded after each batch, so that an interrupted migration continues there; a batch in
   * progress is passed again. Throws, and so ends the migration, once another process has the lock.
   */
  eachBatch<T extends mongo.Document>(
    name: string,
    fields: readonly (keyof T & string)[],
    run: (rows: readonly T[]) => Promise<void>,
  ): Promise<void>;
}

/**
 * One change of stored data. `run` is idempotent: it may be interrupted at any write, it receives documents again, and
 * two processes may for a moment run it side by side (one was suspended for longer than its lease).
 * docs/decisions/0034-migrations.md describes how to add one.
 */
export interface Migration {
  /** Unique, and never changed. */
  readonly name: string;
  /**
   * `expand` runs before the first process of this release serves, while older ones still serve: it only adds. It runs
   * once more when the upgrade is finished, for what older processes have written in between. `contract` runs only
   * then. What it prepares may be written as soon as `SchemaState.isOpen` returns true, and never before.
   */
  readonly phase: 'expand' | 'contract';
  run(context: MigrationContext): Promise<void>;
}

/** A document of the collection `migrations`: what ran, when and by which release. Dates are real time. */
export interface MigrationRecord {
  readonly _id: string;
  readonly release: string;
  readonly startedAt?: Date;
  /** Completed for the first time. */
  readonly finishedAt?: Date;
  /** Of a `contract`: from then on every process may write what it prepares. */
  readonly openedAt?: Date;
  /** Completed with no older process left. It never runs again. */
  readonly settledAt?: Date;
  /** By collection: the `_id` that this run has reached. */
  readonly positions?: Readonly<Record<string, unknown>>;
}

/** A document of the collection `schema`. The version is the number of a release's migrations. */
export interface VersionRecord {
  readonly _id: 'version';
  /** The lowest version that can read this store; 0 until an upgrade was finished. */
  readonly version: number;
  /** The version up to which the store was expanded; older releases can still read it. */
  readonly expandedTo: number;
  readonly release: string;
  /** While the first process of all sets up an empty store: there is no other yet. */
  readonly alone?: boolean;
}
