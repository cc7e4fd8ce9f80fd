import { setTimeout as pause } from 'node:timers/promises';
import { systemNow } from '@coach-booking/time/instant';
import mongoose, { type Connection } from 'mongoose';
import type { Stores } from '../../../application/ports/deps.ts';
import { createMongoAudit } from '../audit.ts';
import { createMongoBookings } from '../bookings/bookings.ts';
import { createMongoExternalRecords } from '../external-records/external-records.ts';
import { createMongoCalendarSources } from '../calendars/calendar-sources.ts';
import { createMongoMeetingReports } from '../meetings/meeting-reports.ts';
import { createMongoCoachPhotos } from '../coaches/coach-photos.ts';
import { createMongoCoaches } from '../coaches/coaches.ts';
import { createMongoConnections } from '../people/connections.ts';
import { createMongoDeliveries } from '../deliveries/deliveries.ts';
import { createMongoFunnelCounts } from '../coaches/funnel-counts.ts';
import { createMongoRecoveryTurns } from '../recovery/recovery-turns.ts';
import { createMongoHourCounts } from '../coaches/hour-counts.ts';
import { createMongoTeamTurns } from '../coaches/team-turns.ts';
import { createMongoReliability } from '../coaches/reliability.ts';
import { createMongoMessageTemplates } from '../deliveries/message-templates.ts';
import { createMongoPushSubscriptions } from '../deliveries/push-subscriptions.ts';
import { createMongoMeetingCounts } from '../providers/meeting-counts.ts';
import { createMongoSmsCounts } from '../deliveries/sms-counts.ts';
import { createMongoTestMessages } from '../deliveries/test-messages.ts';
import { createMongoVapidKeys } from '../deliveries/vapid-keys.ts';
import { createMongoFeeds } from '../feeds.ts';
import { createMongoIdempotency } from '../idempotency.ts';
import { createMongoImportedIds } from '../imported-ids.ts';
import { createMongoIncentives } from '../incentives/incentives.ts';
import { createMongoIntents } from '../people/intents.ts';
import { createMongoLeads } from '../people/leads.ts';
import { createMongoLedgers } from '../ledgers/ledgers.ts';
import { createMongoLogs } from '../logs/logs.ts';
import { createMongoMessaging } from '../messaging.ts';
import { createMongoConnectionAttempts } from '../providers/connection-attempts.ts';
import { createMongoIntegrations } from '../providers/integrations.ts';
import { createMongoProviderConnections } from '../providers/provider-connections.ts';
import { createMongoServerTokens } from '../providers/server-tokens.ts';
import { isEmptyStore } from './is-empty.ts';
import { migrationsWith } from '../migrations/index.ts';
import { migrate, type OtherProcesses } from '../migrations/migrate.ts';
import { SEAL_FREE_TEXT } from '../migrations/seal-free-text.ts';
import { createSchemaState, type SchemaState } from '../migrations/schema-state.ts';
import { LEADS_WITHOUT_ADDRESS } from '../migrations/leads-without-address.ts';
import { SEPARATE_TEST_SLUGS } from '../migrations/separate-test-slugs.ts';
import { createMongoOptOuts } from '../people/opt-outs.ts';
import { createMongoClientNotes } from '../people/client-notes.ts';
import { createMongoProfiles } from '../people/profiles.ts';
import { createMongoRecoveryCounts } from '../people/recovery-counts.ts';
import { createMongoSessions } from '../accounts/sessions.ts';
import { storeFailureOf } from './store-failure.ts';
import { createMongoCalendarFeeds } from '../calendar-feeds.ts';
import { createMongoPreferences } from '../preferences.ts';
import { agreeOnKeys } from '../sealing/key-register.ts';
import type { EncryptionKeys } from '../sealing/keys.ts';
import { createSealing, type Sealing } from '../sealing/sealing.ts';
import { optionsNotIn, withoutConcerns } from './store-uri.ts';
import { createMongoUsers } from '../accounts/users.ts';
import { createMongoVisitorHolds } from '../visitors/visitor-holds.ts';
import { createMongoVisits } from '../visitors/visits.ts';
import { createMongoWebhookDeliveries } from '../webhooks/webhook-deliveries.ts';
import { createMongoWebhookEndpoints } from '../webhooks/webhook-endpoints.ts';
import { createMongoZoneChanges } from '../zones/zone-changes.ts';
import { createMongoZoneLaws } from '../zones/zone-laws.ts';

export interface OpenOptions {
  /** The keys that seal the store. */
  readonly keys: EncryptionKeys;
  /** Noted beside each migration. */
  readonly release?: string;
  /**
   * The processes that may have the store open beside this one; older releases by default, so that only compatible
   * migrations run.
   */
  readonly others?: OtherProcesses;
  /** Called once, while another process migrates the store. */
  onWait?(): void;
}

export interface OpenStore {
  readonly connection: Connection;
  readonly stores: Stores;
  /** The forms that every process with the store open can read by now. */
  readonly schema: SchemaState;
  /** Seals and opens what lies in it. */
  readonly sealing: Sealing;
  /** 24 hex digits, never the same twice. */
  newId(): string;
  /** Returns `{ store: 'ok' }`, or the failure in a word. */
  readiness(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * The guarantees of the product rest on these, so the URI does not decide them: a majority has each write on disk, and
 * reads see it.
 */
const concerns = { w: 'majority', journal: true, readPreference: 'primary' } as const;

/**
 * Milliseconds to wait for a server, for a free connection, and for an answer. Without them a server that accepts
 * connections and never answers blocks all requests for minutes. The URI may set others. (`timeoutMS`, which would be
 * one for all of it, does nothing in this driver.) Reads are retried once, and so are writes where the server
 * recognises a repeated one: a standalone one does not, so there an interrupted write is refused, and a caller that
 * sends it again with the same key has it once.
 */
const timeouts = {
  serverSelectionTimeoutMS: 5000,
  connectTimeoutMS: 5000,
  heartbeatFrequencyMS: 5000,
  waitQueueTimeoutMS: 10_000,
  socketTimeoutMS: 15_000,
} as const;
const READINESS_MS = 1500;

/** Stores no undefined fields; creates indexes only where they are awaited. */
const options = {
  ...concerns,
  maxPoolSize: 20,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  ignoreUndefined: true,
};

const openStores = async (connection: Connection, sealing: Sealing, schema: SchemaState): Promise<Stores> => ({
  ledgers: await createMongoLedgers(connection, sealing),
  coaches: await createMongoCoaches(connection, sealing, () => schema.isOpen(SEPARATE_TEST_SLUGS)),
  coachPhotos: await createMongoCoachPhotos(connection),
  bookings: await createMongoBookings(connection, sealing),
  externalRecords: await createMongoExternalRecords(connection, sealing),
  calendarSources: await createMongoCalendarSources(connection, sealing),
  providerConnections: await createMongoProviderConnections(connection, sealing),
  connectionAttempts: await createMongoConnectionAttempts(connection, sealing),
  integrations: await createMongoIntegrations(connection, sealing),
  serverTokens: createMongoServerTokens(connection, sealing),
  meetingReports: await createMongoMeetingReports(connection, sealing),
  intents: await createMongoIntents(connection, sealing),
  recoveryCounts: createMongoRecoveryCounts(connection),
  leads: await createMongoLeads(connection, sealing, () => schema.isOpen(LEADS_WITHOUT_ADDRESS)),
  preferences: createMongoPreferences(connection),
  idempotency: await createMongoIdempotency(connection, sealing),
  importedIds: await createMongoImportedIds(connection),
  users: await createMongoUsers(connection, sealing),
  sessions: await createMongoSessions(connection),
  feeds: createMongoFeeds(connection),
  profiles: createMongoProfiles(connection, sealing),
  clientNotes: await createMongoClientNotes(connection, sealing),
  logs: await createMongoLogs(connection, sealing),
  connections: await createMongoConnections(connection),
  audit: await createMongoAudit(connection),
  visitorHolds: await createMongoVisitorHolds(connection),
  visits: await createMongoVisits(connection),
  zoneLaws: createMongoZoneLaws(connection),
  zoneChanges: await createMongoZoneChanges(connection),
  deliveries: await createMongoDeliveries(connection),
  messaging: await createMongoMessaging(connection, sealing),
  optOuts: await createMongoOptOuts(connection, sealing),
  smsCounts: await createMongoSmsCounts(connection),
  hourCounts: createMongoHourCounts(connection),
  incentives: await createMongoIncentives(connection),
  reliability: await createMongoReliability(connection),
  funnelCounts: await createMongoFunnelCounts(connection, sealing),
  teamTurns: createMongoTeamTurns(connection),
  recoveryTurns: await createMongoRecoveryTurns(connection, sealing),
  meetingCounts: await createMongoMeetingCounts(connection),
  testMessages: await createMongoTestMessages(connection, sealing),
  messageTemplates: await createMongoMessageTemplates(connection, sealing),
  pushSubscriptions: await createMongoPushSubscriptions(connection, sealing),
  vapidKeys: createMongoVapidKeys(connection, sealing),
  calendarFeeds: await createMongoCalendarFeeds(connection, sealing),
  webhookEndpoints: await createMongoWebhookEndpoints(connection, sealing),
  webhookDeliveries: await createMongoWebhookDeliveries(connection, sealing),
});

/** Writes the probe of `readiness`: one small document that every process writes over and over. */
const probe = async (connection: Connection): Promise<Record<string, string>> => {
  const rows = connection.getClient().db(connection.name).collection<{ _id: string; at: Date }>('probes');
  try {
    await rows.updateOne({ _id: 'readiness' }, { $set: { at: new Date() } }, { upsert: true });
    return { store: 'ok' };
  } catch (error) {
    return { store: storeFailureOf(error) ?? 'unreachable' };
  }
};

/** Resolves within 2 seconds, whatever the store does: a driver that still looks for a server cannot be interrupted. */
const readinessOf = async (connection: Connection): Promise<Record<string, string>> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Record<string, string>>((done) => {
    timer = setTimeout(() => done({ store: 'unreachable' }), READINESS_MS);
  });
  return Promise.race([probe(connection), late]).finally(() => clearTimeout(timer));
};

/**
 * Checks the keys against the store's and runs pending migrations, on a connection of its own, since a large collection
 * takes longer than the timeouts.
 */
const migrated = async (
  uri: string,
  { keys, release = 'unknown', others = 'perhaps_older', onWait }: OpenOptions,
): Promise<void> => {
  const connection = await mongoose
    .createConnection(uri, { ...options, ...optionsNotIn(uri, { ...timeouts, socketTimeoutMS: 0 }) })
    .asPromise();
  try {
    await agreeOnKeys(connection, keys);
    await migrate((name) => connection.collection(name), {
      migrations: migrationsWith(keys),
      release,
      others,
      isEmpty: () => isEmptyStore(connection),
      realNow: systemNow,
      pause: (milliseconds) => pause(milliseconds),
      ...(onWait && { onWait }),
    });
  } finally {
    await connection.close();
  }
};

/**
 * Connects to the database that a MongoDB connection string names, runs pending migrations, and creates all indexes.
 * Throws when the store cannot be reached, EncryptionKeyError when it is sealed with a key that is not among these, and
 * NewerSchemaError when it belongs to a newer release.
 */
export async function openStore(given: string, openOptions: OpenOptions): Promise<OpenStore> {
  const uri = withoutConcerns(given);
  await migrated(uri, openOptions);
  const connection = await mongoose.createConnection(uri, { ...options, ...optionsNotIn(uri, timeouts) }).asPromise();
  try {
    const schema = await createSchemaState((name) => connection.collection(name), migrationsWith(openOptions.keys));
    const sealing = createSealing(openOptions.keys, () => schema.isOpen(SEAL_FREE_TEXT));
    return {
      connection,
      stores: await openStores(connection, sealing, schema),
      schema,
      sealing,
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
}
