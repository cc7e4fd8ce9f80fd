import type { Instant } from '@coach-booking/time/instant';
import type { AccessTokens } from './access-tokens.ts';
import type { Audit } from './audit.ts';
import type { Background } from './background.ts';
import type { Bookings } from './bookings.ts';
import type { BusyChecks } from './busy-check.ts';
import type { Caldav } from './caldav.ts';
import type { CalendarFeeds } from './calendar-feeds.ts';
import type { CalendarReader, CalendarSessions } from './calendar-reader.ts';
import type { CalendarSources } from './calendar-sources.ts';
import type { Challenges } from './challenges.ts';
import type { ClientNotesStore } from './client-notes.ts';
import type { Coaches } from './coaches.ts';
import type { CoachPhotos } from './coach-photos.ts';
import type { Connections } from './connections.ts';
import type { Deliveries } from './deliveries.ts';
import type { ExternalRecords } from './external-records.ts';
import type { ExternalRecordAdapters } from './external-record-adapters.ts';
import type { Feeds } from './feeds.ts';
import type { Idempotency } from './idempotency.ts';
import type { Incentives } from './incentives.ts';
import type { ImportedIds } from './imported-ids.ts';
import type { ImportRows } from './import-rows.ts';
import type { Integrations, ServerTokens } from './integrations.ts';
import type { Intents } from './intents.ts';
import type { Leads } from './leads.ts';
import type { Ledgers } from './ledgers.ts';
import type { Logs } from './logs.ts';
import type { Mail } from './mail.ts';
import type { MeetingCounts } from './meeting-counts.ts';
import type { MessageTemplates } from './message-templates.ts';
import type { Notices } from './notices.ts';
import type { MeetingSources } from './meeting-sources.ts';
import type { MeetingReports } from './meeting-reports.ts';
import type { Messaging } from './messaging.ts';
import type { OptOuts } from './opt-outs.ts';
import type { Outbound } from './outbound.ts';
import type { Outlets } from './outlets.ts';
import type { Partners } from './partners.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { Guessability } from './guessability.ts';
import type { Passwords } from './passwords.ts';
import type { SessionLives } from './session-lives.ts';
import type { Phones } from './phones.ts';
import type { PhotoMaker } from './photo-maker.ts';
import type { Profiles } from './profiles.ts';
import type { ConnectionAttempts, ProviderConnections } from './provider-connections.ts';
import type { Providers } from './providers.ts';
import type { Push, VapidKeys } from './push.ts';
import type { PushSubscriptions } from './push-subscriptions.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RecoveryCounts } from './recovery-counts.ts';
import type { Sessions } from './sessions.ts';
import type { FunnelCountsStore } from './funnel-counts.ts';
import type { TeamTurns } from './team-turns.ts';
import type { RecoveryTurns } from './recovery-turns.ts';
import type { HourCountsStore } from './hour-counts.ts';
import type { ReliabilityStore } from './reliability.ts';
import type { SmsCounts } from './sms-counts.ts';
import type { SmsProviders } from './sms.ts';
import type { CalendarPreferences } from './preferences.ts';
import type { Templates } from './templates.ts';
import type { TestMessages } from './test-messages.ts';
import type { Tokens } from './tokens.ts';
import type { Users } from './users.ts';
import type { VisitorHolds } from './visitor-holds.ts';
import type { Visits } from './visits.ts';
import type { WebhookDeliveries } from './webhook-deliveries.ts';
import type { WebhookEndpoints } from './webhook-endpoints.ts';
import type { WebhookExamples } from './webhook-examples.ts';
import type { ZoneChanges } from './zone-changes.ts';
import type { ZoneLaws } from './zone-laws.ts';
import type { Mode } from '../kernel/context.ts';
import type { GuestCaps } from '../../domain/guest/guest-caps.ts';

/** Everything that is stored for the use cases. */
export interface Stores {
  readonly coaches: Coaches;
  readonly coachPhotos: CoachPhotos;
  readonly ledgers: Ledgers;
  readonly bookings: Bookings;
  readonly calendarSources: CalendarSources;
  readonly externalRecords: ExternalRecords;
  readonly meetingReports: MeetingReports;
  readonly leads: Leads;
  readonly intents: Intents;
  readonly recoveryCounts: RecoveryCounts;
  readonly preferences: CalendarPreferences;
  readonly idempotency: Idempotency;
  readonly importedIds: ImportedIds;
  readonly feeds: Feeds;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly profiles: Profiles;
  readonly clientNotes: ClientNotesStore;
  readonly logs: Logs;
  readonly connections: Connections;
  readonly providerConnections: ProviderConnections;
  readonly connectionAttempts: ConnectionAttempts;
  readonly integrations: Integrations;
  readonly serverTokens: ServerTokens;
  readonly audit: Audit;
  readonly visitorHolds: VisitorHolds;
  readonly visits: Visits;
  readonly zoneLaws: ZoneLaws;
  readonly zoneChanges: ZoneChanges;
  readonly deliveries: Deliveries;
  readonly messaging: Messaging;
  readonly optOuts: OptOuts;
  readonly smsCounts: SmsCounts;
  readonly hourCounts: HourCountsStore;
  readonly incentives: Incentives;
  readonly reliability: ReliabilityStore;
  readonly funnelCounts: FunnelCountsStore;
  readonly teamTurns: TeamTurns;
  readonly recoveryTurns: RecoveryTurns;
  readonly meetingCounts: MeetingCounts;
  readonly testMessages: TestMessages;
  readonly messageTemplates: MessageTemplates;
  readonly pushSubscriptions: PushSubscriptions;
  readonly vapidKeys: VapidKeys;
  readonly calendarFeeds: CalendarFeeds;
  readonly webhookEndpoints: WebhookEndpoints;
  readonly webhookDeliveries: WebhookDeliveries;
}

/**
 * The dependencies that the composition root passes to the use cases. They read clock, random source and environment
 * only through these.
 */
export interface Deps extends Stores {
  readonly tokens: Tokens;
  readonly accessTokens: AccessTokens;
  readonly passwords: Passwords;
  readonly guessability: Guessability;
  readonly codes: OneTimeCodes;
  readonly sessionLives: SessionLives;
  readonly phones: Phones;
  readonly photoMaker: PhotoMaker;
  readonly importRows: ImportRows;
  readonly calendarSessions: CalendarSessions;
  readonly limits: RateLimits;
  /** The caps of visitors where a partner has set none. */
  readonly guestCaps: GuestCaps;
  readonly challenges: Challenges;
  readonly mail: Mail;
  /** The address that mails come from. */
  readonly mailAddress: string;
  readonly partners: Partners;
  /** Returns epoch milliseconds that no test clock moves: for claims, sweeping, idempotency. */
  realNow(): Instant;
  /** Returns 24 hex digits, never the same twice. */
  newId(): string;
  /** Returns 256 random bits, URL-safe. */
  newSecret(): string;
  pause(milliseconds: number): Promise<void>;
  /** Returns a number in [0, 1): for waits that should not fall together. */
  chance(): number;
  readonly outlets: Outlets;
  readonly sms: SmsProviders;
  readonly push: Push;
  readonly outbound: Outbound;
  /** Returns what writes at providers for bookings of a mode; of `test` nothing leaves the server. R11. */
  recordAdapters(mode: Mode): ExternalRecordAdapters;
  /** The milliseconds of a process for the next step of a record at a provider, after which it counts as dead. */
  readonly recordLease: number;
  readonly providers: Providers;
  readonly meetingSources: MeetingSources;
  readonly calendarReader: CalendarReader;
  readonly busyChecks: BusyChecks;
  readonly caldav: Caldav;
  readonly webhookExamples: WebhookExamples;
  readonly templates: Templates;
  readonly notices: Notices;
  readonly background: Background;
  /** Returns the base of the hosted pages, without a slash at the end; known once the server listens. */
  publicUrl(): string;
}
