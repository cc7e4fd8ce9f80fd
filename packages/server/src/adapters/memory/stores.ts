import type { Stores } from '../../application/ports/deps.ts';
import { createMemoryAudit } from './audit.ts';
import { createMemoryBookings } from './bookings.ts';
import { createMemoryCalendarFeeds } from './calendar-feeds.ts';
import { createMemoryCalendarSources } from './calendar-sources.ts';
import { createMemoryCoaches } from './coaches.ts';
import { createMemoryCoachPhotos } from './coach-photos.ts';
import { createMemoryConnections } from './connections.ts';
import { createMemoryDeliveries } from './deliveries.ts';
import { createMemoryExternalRecords } from './external-records.ts';
import { createMemoryFeeds } from './feeds.ts';
import { createMemoryFunnelCounts } from './funnel-counts.ts';
import { createMemoryIdempotency } from './idempotency.ts';
import { createMemoryImportedIds } from './imported-ids.ts';
import { createMemoryIncentives } from './incentives.ts';
import { createMemoryIntegrations, createMemoryServerTokens } from './integrations.ts';
import { createMemoryIntents } from './intents.ts';
import { createMemoryLeads } from './leads.ts';
import { createMemoryLedgers } from './ledgers.ts';
import { createMemoryLogs } from './logs.ts';
import { createMemoryMeetingReports } from './meeting-reports.ts';
import { createMemoryMessageTemplates } from './message-templates.ts';
import { createMemoryMessaging } from './messaging.ts';
import { createMemoryOptOuts } from './opt-outs.ts';
import { createMemoryPreferences } from './preferences.ts';
import { createMemoryClientNotes } from './client-notes.ts';
import { createMemoryProfiles } from './profiles.ts';
import { createMemoryRecoveryTurns } from './recovery-turns.ts';
import { createMemoryHourCounts } from './hour-counts.ts';
import { createMemoryReliability } from './reliability.ts';
import { createMemoryConnectionAttempts, createMemoryProviderConnections } from './provider-connections.ts';
import { createMemoryPushSubscriptions } from './push-subscriptions.ts';
import { createMemoryRecoveryCounts } from './recovery-counts.ts';
import { createMemorySessions } from './sessions.ts';
import { createMemoryMeetingCounts } from './meeting-counts.ts';
import { createMemorySmsCounts } from './sms-counts.ts';
import { createMemoryTeamTurns } from './team-turns.ts';
import { createMemoryTestMessages } from './test-messages.ts';
import { createMemoryUsers } from './users.ts';
import { createMemoryVapidKeys } from './vapid-keys.ts';
import { createMemoryVisitorHolds } from './visitor-holds.ts';
import { createMemoryVisits } from './visits.ts';
import { createMemoryWebhookDeliveries } from './webhook-deliveries.ts';
import { createMemoryWebhookEndpoints } from './webhook-endpoints.ts';
import { createMemoryZoneChanges } from './zone-changes.ts';
import { createMemoryZoneLaws } from './zone-laws.ts';
import { createMemoryState, type MemoryState } from './memory-state.ts';

/** Creates all stores over one state in memory, for tests. */
export function createMemoryStores(state: MemoryState = createMemoryState()): Stores {
  return {
    coaches: createMemoryCoaches(state),
    coachPhotos: createMemoryCoachPhotos(state),
    ledgers: createMemoryLedgers(state),
    bookings: createMemoryBookings(state),
    calendarSources: createMemoryCalendarSources(state),
    externalRecords: createMemoryExternalRecords(state),
    meetingReports: createMemoryMeetingReports(state),
    leads: createMemoryLeads(state),
    intents: createMemoryIntents(state),
    recoveryCounts: createMemoryRecoveryCounts(state),
    preferences: createMemoryPreferences(state),
    idempotency: createMemoryIdempotency(state),
    importedIds: createMemoryImportedIds(state),
    feeds: createMemoryFeeds(state),
    users: createMemoryUsers(state),
    sessions: createMemorySessions(state),
    profiles: createMemoryProfiles(state.profiles),
    clientNotes: createMemoryClientNotes(state.clientNotes),
    logs: createMemoryLogs(state.logs),
    connections: createMemoryConnections(state.connections),
    providerConnections: createMemoryProviderConnections(state),
    connectionAttempts: createMemoryConnectionAttempts(state),
    integrations: createMemoryIntegrations(state),
    serverTokens: createMemoryServerTokens(state),
    audit: createMemoryAudit(state.audit),
    visitorHolds: createMemoryVisitorHolds(state.visitorHolds),
    visits: createMemoryVisits(state),
    zoneLaws: createMemoryZoneLaws(state),
    zoneChanges: createMemoryZoneChanges(state),
    deliveries: createMemoryDeliveries(state),
    messaging: createMemoryMessaging(state),
    optOuts: createMemoryOptOuts(state),
    smsCounts: createMemorySmsCounts(state),
    hourCounts: createMemoryHourCounts(state),
    incentives: createMemoryIncentives(state),
    reliability: createMemoryReliability(state),
    funnelCounts: createMemoryFunnelCounts(state),
    recoveryTurns: createMemoryRecoveryTurns(state),
    teamTurns: createMemoryTeamTurns(state),
    meetingCounts: createMemoryMeetingCounts(state),
    testMessages: createMemoryTestMessages(state),
    messageTemplates: createMemoryMessageTemplates(state),
    pushSubscriptions: createMemoryPushSubscriptions(state),
    vapidKeys: createMemoryVapidKeys(),
    calendarFeeds: createMemoryCalendarFeeds(state),
    webhookEndpoints: createMemoryWebhookEndpoints(state),
    webhookDeliveries: createMemoryWebhookDeliveries(state),
  };
}
