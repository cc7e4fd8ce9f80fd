import type { mongo } from 'mongoose';

/** Opens a collection by name, on the driver itself: a migration must not change when a schema of today does. */
export type Collections = <T extends mongo.Document = mongo.Document>(name: string) => mongo.Collection<T>;

/** What a migration works with. */
export interface MigrationContext {
  readonly collection: Collections;
  /** Epoch milliseconds of real time. */
  realNow(): number;
  /**
   * Gives every document of a collection to `run`, 500 at a time in the order of `_id`, with the fields that are named
   * and `_id`. What is behind is noted after each batch, so that a killed migration goes on there; a batch that was
   * under way is given again. Throws, and so ends the migration, once the lock is another process's.
   */
  eachBatch<T extends mongo.Document>(
    name: string,
    fields: readonly (keyof T & string)[],
    run: (rows: readonly T[]) => Promise<void>,
  ): Promise<void>;
}

/**
 * One change of what is stored. `run` is idempotent: it may be killed at any write, it is given what it has done
 * already, and two processes may for a moment run it side by side (one was asleep for longer than its lease).
 * docs/decisions/0034-migrations.md says how to add one.
 */
export interface Migration {
  /** Never changes and never comes twice. */
  readonly name: string;
  /**
   * `expand` runs before the first process of this release serves, while older ones go on serving: it only adds. It
   * runs once more when the upgrade is finished, for what older processes have written in between. `contract` runs only
   * then. What it prepares may be written as soon as `SchemaState.isOpen` says so, and never before.
   */
  readonly phase: 'expand' | 'contract';
  run(context: MigrationContext): Promise<void>;
}

/** Of the collection `migrations`: what ran, when and by which release. Dates are real time. */
export interface MigrationRecord {
  readonly _id: string;
  readonly release: string;
  readonly startedAt?: Date;
  /** First run to its end. */
  readonly finishedAt?: Date;
  /** Of a `contract`: from then on every process may write what it prepares. */
  readonly openedAt?: Date;
  /** Run to its end with no older process left. It never runs again. */
  readonly settledAt?: Date;
  /** By collection: the `_id` up to which this run has come. */
  readonly positions?: Readonly<Record<string, unknown>>;
}

/** In the collection `schema`. The version is the number of migrations that a release knows. */
export interface VersionRecord {
  readonly _id: 'version';
  /** What a release has to know at least to read this store; 0 until an upgrade was finished. */
  readonly version: number;
  /** What was added to the store so far; older releases can still read it. */
  readonly expandedTo: number;
  readonly release: string;
  /** While the first process of all makes an empty store: there is nobody else yet. */
  readonly alone?: boolean;
}
