import { setTimeout } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import type { Stores } from '../../application/deps.ts';
import { createMongoAudit } from './audit.ts';
import { createMongoBookings } from './bookings.ts';
import { createMongoCoaches } from './coaches.ts';
import { createMongoConnections } from './connections.ts';
import { createMongoFeeds } from './feeds.ts';
import { createMongoIdempotency } from './idempotency.ts';
import { createMongoLeads } from './leads.ts';
import { createMongoLedgers } from './ledgers.ts';
import { createMongoLogs } from './logs.ts';
import { isEmptyStore } from './is-empty.ts';
import { migrations } from './migrations/index.ts';
import { migrate, type Others } from './migrations/migrate.ts';
import type { Collections } from './migrations/migration.ts';
import { createSchemaState, type SchemaState } from './migrations/schema-state.ts';
import { createMongoProfiles } from './profiles.ts';
import { createMongoSessions } from './sessions.ts';
import { createMongoPreferences } from './preferences.ts';
import { withoutConcerns } from './store-uri.ts';
import { createMongoUsers } from './users.ts';
import { createMongoVisitorHolds } from './visitor-holds.ts';
import { createMongoVisits } from './visits.ts';

export interface OpenOptions {
  /** Noted beside each migration. */
  readonly release?: string;
  /** Who may have the store open beside this process; older releases by default, so that only what they can live with is migrated. */
  readonly others?: Others;
  /** Told once, while another process migrates the store. */
  onWait?(): void;
}

export interface OpenStore {
  readonly connection: Connection;
  readonly stores: Stores;
  /** What every process that has the store open can read by now. */
  readonly schema: SchemaState;
  /** 24 hex digits, never the same twice. */
  newId(): string;
  /** `{ store: 'ok' }`, or what is wrong in a word. */
  readiness(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** What the product promises hangs on these, so the URI does not decide them: a majority has each write on disk, and reads see it. */
const concerns = { w: 'majority', journal: true, readPreference: 'primary' } as const;

const READINESS_MS = 2000;

/** Writes what is undefined as nothing at all; makes indexes only here, where they are waited for. */
const options = { ...concerns, maxPoolSize: 20, autoIndex: false, autoCreate: false, bufferCommands: false, ignoreUndefined: true };

const openStores = async (connection: Connection): Promise<Stores> => ({
  ledgers: await createMongoLedgers(connection),
  coaches: await createMongoCoaches(connection),
  bookings: await createMongoBookings(connection),
  leads: await createMongoLeads(connection),
  preferences: createMongoPreferences(connection),
  idempotency: await createMongoIdempotency(connection),
  users: await createMongoUsers(connection),
  sessions: await createMongoSessions(connection),
  feeds: createMongoFeeds(connection),
  profiles: createMongoProfiles(connection),
  logs: await createMongoLogs(connection),
  connections: await createMongoConnections(connection),
  audit: await createMongoAudit(connection),
  visitorHolds: await createMongoVisitorHolds(connection),
  visits: await createMongoVisits(connection),
});

const readinessOf = async (connection: Connection): Promise<Record<string, string>> => {
  const answer = connection.getClient().db(connection.name).command({ ping: 1 }, { timeoutMS: READINESS_MS });
  return answer.then(
    () => ({ store: 'ok' }),
    () => ({ store: 'unreachable' }),
  );
};

const migrated = async (connection: Connection, { release = 'unknown', others = 'perhaps_older', onWait }: OpenOptions) => {
  const collection: Collections = (name) => connection.collection(name);
  await migrate(collection, {
    migrations,
    release,
    others,
    isEmpty: () => isEmptyStore(connection),
    realNow: Date.now,
    pause: (milliseconds) => setTimeout(milliseconds),
    ...(onWait && { onWait }),
  });
  return createSchemaState(collection, migrations);
};

/**
 * Connects to the database that a MongoDB connection string names, runs what is left of the migrations, and makes all indexes. Throws when the
 * store cannot be reached, and NewerSchemaError when it belongs to a newer release.
 */
export const openStore = async (uri: string, given: OpenOptions = {}): Promise<OpenStore> => {
  const connection = await mongoose.createConnection(withoutConcerns(uri), options).asPromise();
  try {
    const schema = await migrated(connection, given);
    return {
      connection,
      stores: await openStores(connection),
      schema,
      newId: () => new mongoose.Types.ObjectId().toHexString(),
      readiness: () => readinessOf(connection),
      async close() {
        schema.stop();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
};
