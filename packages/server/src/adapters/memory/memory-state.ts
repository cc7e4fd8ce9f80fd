import type { Instant } from '@coach-booking/time/instant';
import type { Booking, VoidBooking } from '../../domain/booking/booking.ts';
import type { Claim, PlaceClaim } from '../../domain/booking/claim.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { OutsideBusy } from '../../domain/calendar-source/outside-busy.ts';
import type { MeetingReport } from '../../domain/meeting-report/meeting-report.ts';
import type { Preferences } from '../../domain/calendar/preferences.ts';
import type { CoachPhoto } from '../../application/ports/coach-photos.ts';
import type { CalendarFeed } from '../../domain/calendar/calendar-feed.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { AnyDelivery } from '../../domain/delivery/account-delivery.ts';
import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import type { FunnelCounts, FunnelPlace } from '../../domain/funnel/funnel-counts.ts';
import type { Hint } from '../../domain/live/hint.ts';
import type { Incentive } from '../../domain/incentive/incentive.ts';
import type { Calibration } from '../../domain/recommend/calibration.ts';
import type { RecoveryTurn } from '../../application/ports/recovery-turns.ts';
import type { HourCount } from '../../domain/recommend/hour-counts.ts';
import type { BinSums } from '../../domain/recommend/reliability.ts';
import type { Intent } from '../../domain/recovery/intent.ts';
import type { WebhookDelivery } from '../../domain/webhook/webhook-delivery.ts';
import type { WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import type { AuditEntry } from '../../application/ports/audit.ts';
import type { StoredConnection } from '../../application/ports/connections.ts';
import type { IdempotencyRecord } from '../../application/ports/idempotency.ts';
import type { ImportedId } from '../../application/ports/imported-ids.ts';
import type { Integration, ServerToken } from '../../application/ports/integrations.ts';
import type { Lead } from '../../application/ports/leads.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { OwnTemplate } from '../../application/ports/message-templates.ts';
import type { OptOutKind } from '../../application/ports/opt-outs.ts';
import type { MessagingSettings } from '../../application/ports/messaging.ts';
import type { StoredLog } from '../../application/ports/logs.ts';
import type { PushSubscription } from '../../application/ports/push-subscriptions.ts';
import type { ClientNotes } from '../../application/ports/client-notes.ts';
import type { StoredProfile } from '../../application/ports/profiles.ts';
import type { ConnectionAttempt } from '../../application/ports/provider-connections.ts';
import type { SessionFamily } from '../../application/ports/sessions.ts';
import type { TestFailure, TestMessage } from '../../application/ports/test-messages.ts';
import type { User } from '../../application/ports/users.ts';
import type { VisitorHold } from '../../domain/guest/visitor-holds.ts';
import type { Visit } from '../../application/ports/visits.ts';
import type { ZoneChange } from '../../application/ports/zone-changes.ts';
import type { RecordedLaw } from '../../application/ports/zone-laws.ts';

export interface MemoryLedger extends LedgerScope {
  claims: (Claim | PlaceClaim)[];
}

/** Confidences of a partner's coaches, and how often they came true. */
export interface ReliabilityOfPartner extends LedgerScope {
  readonly bins: readonly BinSums[];
  readonly dueAt: Instant;
  readonly calibration: Calibration | null;
}

/** The state that the memory stores share; tests and the explorer read it. */
export interface MemoryState {
  readonly heads: Map<string, CoachHead>;
  readonly ledgers: Map<string, MemoryLedger>;
  /** By the coach's id. */
  readonly outside: Map<string, OutsideBusy>;
  readonly calendarSources: Map<string, CalendarSource>;
  readonly meetingReports: Map<string, MeetingReport>;
  readonly bookings: Map<string, Booking | VoidBooking>;
  readonly externalRecords: Map<string, ExternalRecord>;
  readonly leads: Map<string, Lead>;
  readonly intents: Map<string, Intent>;
  /** By the coach's id: each transition with the intent's id. */
  readonly recoveryCounts: Map<string, Set<string>>;
  /** By the coach's id. */
  readonly preferences: Map<string, Preferences>;
  readonly idempotency: Map<string, IdempotencyRecord>;
  readonly importedIds: Map<string, ImportedId>;
  readonly feeds: Map<string, { readonly seq: number; readonly hints: readonly Hint[] }>;
  readonly users: Map<string, User>;
  readonly sessions: Map<string, SessionFamily>;
  /** By the client's id. */
  readonly profiles: Map<string, StoredProfile>;
  /** By scope, coach and client. */
  readonly clientNotes: Map<string, ClientNotes>;
  readonly logs: Map<string, StoredLog>;
  readonly connections: Map<string, StoredConnection>;
  readonly providerConnections: Map<string, ProviderConnection>;
  readonly connectionAttempts: Map<string, ConnectionAttempt>;
  /** By partner, mode and provider. */
  readonly integrations: Map<string, Integration>;
  readonly serverTokens: Map<string, ServerToken>;
  readonly audit: AuditEntry[];
  /** By the coach's id. */
  readonly visitorHolds: Map<string, readonly VisitorHold[]>;
  /** By the booking's id. */
  readonly visits: Map<string, Visit>;
  /** Until when addresses are blocked for coaches. */
  readonly blocks: Map<string, Instant>;
  readonly zoneLaw: { recorded: RecordedLaw | null };
  /** By the id of the booking or absence. */
  readonly zoneChanges: Map<string, ZoneChange>;
  readonly deliveries: Map<string, AnyDelivery>;
  /** By coach, and by partner and mode; in them by hour of the week. */
  /** By the id of the coach. */
  readonly teamTurns: Map<string, Instant>;
  readonly recoveryTurns: Map<string, RecoveryTurn & { readonly takenAt: number }>;
  readonly hourCounts: Map<string, Record<string, Partial<Record<HourCount, number>>>>;
  /** By code. */
  readonly incentives: Map<string, Incentive>;
  /** By partner and mode. */
  readonly reliability: Map<string, ReliabilityOfPartner>;
  /** By coach, day, service and source. */
  readonly funnelCounts: Map<string, LedgerScope & { readonly place: FunnelPlace; readonly counts: FunnelCounts }>;
  /** By partner, mode and day. */
  readonly smsCounts: Map<string, { readonly segments: number; readonly isTold: boolean }>;
  /** By partner, mode, host and day. */
  readonly meetingCounts: Map<string, { readonly count: number; readonly isTold: boolean }>;
  /** By partner, mode, channel and address. */
  readonly optOuts: Map<string, Map<OptOutKind, Instant>>;
  /** By partner and mode. */
  readonly messaging: Map<string, LedgerScope & { readonly settings: MessagingSettings }>;
  readonly testMessages: Map<string, TestMessage>;
  /** By the id of the device. */
  readonly pushSubscriptions: Map<string, PushSubscription>;
  readonly calendarFeeds: Map<string, CalendarFeed>;
  readonly coachPhotos: Map<string, CoachPhoto>;
  /** By owner and message. */
  readonly messageTemplates: Map<string, OwnTemplate>;
  readonly webhookEndpoints: Map<string, WebhookEndpoint>;
  readonly webhookDeliveries: Map<string, WebhookDelivery>;
  /** By partner, mode and channel. */
  readonly testFailures: Map<string, { readonly failure: TestFailure; readonly times: number }>;
}

export function createMemoryState(): MemoryState {
  return {
    heads: new Map(),
    ledgers: new Map(),
    outside: new Map(),
    calendarSources: new Map(),
    meetingReports: new Map(),
    bookings: new Map(),
    externalRecords: new Map(),
    leads: new Map(),
    intents: new Map(),
    recoveryCounts: new Map(),
    preferences: new Map(),
    idempotency: new Map(),
    importedIds: new Map(),
    feeds: new Map(),
    users: new Map(),
    sessions: new Map(),
    profiles: new Map(),
    clientNotes: new Map(),
    logs: new Map(),
    connections: new Map(),
    providerConnections: new Map(),
    connectionAttempts: new Map(),
    integrations: new Map(),
    serverTokens: new Map(),
    audit: [],
    visitorHolds: new Map(),
    visits: new Map(),
    blocks: new Map(),
    zoneLaw: { recorded: null },
    zoneChanges: new Map(),
    deliveries: new Map(),
    optOuts: new Map(),
    smsCounts: new Map(),
    hourCounts: new Map(),
    incentives: new Map(),
    reliability: new Map(),
    funnelCounts: new Map(),
    teamTurns: new Map(),
    recoveryTurns: new Map(),
    meetingCounts: new Map(),
    messaging: new Map(),
    testMessages: new Map(),
    messageTemplates: new Map(),
    pushSubscriptions: new Map(),
    calendarFeeds: new Map(),
    coachPhotos: new Map(),
    webhookEndpoints: new Map(),
    webhookDeliveries: new Map(),
    testFailures: new Map(),
  };
}
