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
import { createMongoProfiles } from './profiles.ts';
import { createMongoSessions } from './sessions.ts';
import { createMongoPreferences } from './preferences.ts';
import { withoutConcerns } from './store-uri.ts';
import { createMongoUsers } from './users.ts';

export interface OpenStore {
  readonly connection: Connection;
  readonly stores: Stores;
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
});

const readinessOf = async (connection: Connection): Promise<Record<string, string>> => {
  const answer = connection.getClient().db(connection.name).command({ ping: 1 }, { timeoutMS: READINESS_MS });
  return answer.then(
    () => ({ store: 'ok' }),
    () => ({ store: 'unreachable' }),
  );
};

/** Connects to the database that a MongoDB connection string names, and makes all indexes. Throws when the store cannot be reached. */
export const openStore = async (uri: string): Promise<OpenStore> => {
  const connection = await mongoose.createConnection(withoutConcerns(uri), options).asPromise();
  try {
    return {
      connection,
      stores: await openStores(connection),
      newId: () => new mongoose.Types.ObjectId().toHexString(),
      readiness: () => readinessOf(connection),
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
};
