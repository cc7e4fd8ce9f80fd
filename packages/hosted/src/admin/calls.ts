import {
  bindOperations,
  cancelBooking,
  completeBooking,
  confirmBooking,
  createCoach,
  createKey,
  createService,
  createTransport,
  createUser,
  createWebhookEndpoint,
  deleteService,
  deleteWebhookEndpoint,
  endUserSession,
  endUserSessions,
  erasePerson,
  exportPerson,
  getBooking,
  getCoach,
  getMe,
  getMessageSummary,
  getMessaging,
  getPartner,
  getSchedule,
  getUser,
  getWebhookDelivery,
  getWebhookEndpoint,
  importBookings,
  importClients,
  importCoaches,
  listAccountMessages,
  listAudit,
  listBookingMessages,
  listBookings,
  listClientDietLogs,
  listClientProgress,
  listClientWorkoutLogs,
  listCoachBookings,
  listCoaches,
  listIntegrations,
  listMessages,
  listOptOuts,
  listServices,
  listStaff,
  listUserSessions,
  listUsers,
  listWebhookDeliveries,
  listWebhookEndpoints,
  markNoShow,
  readCalendarRows,
  removeCoachPhoto,
  removeIntegration,
  removeOptOut,
  replayWebhooks,
  resetSecondFactor,
  revokeKey,
  rollKey,
  rollWebhookSecret,
  sendMessageAgain,
  sendPasswordLink,
  setCoachPhoto,
  setIntegration,
  startBooking,
  testMessaging,
  testWebhookEndpoint,
  undoBooking,
  updateCoach,
  updateMessaging,
  updatePartner,
  updateService,
  updateUser,
  updateWebhookEndpoint,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  cancelBooking,
  completeBooking,
  confirmBooking,
  createCoach,
  createKey,
  createService,
  createUser,
  createWebhookEndpoint,
  deleteService,
  deleteWebhookEndpoint,
  endUserSession,
  endUserSessions,
  erasePerson,
  exportPerson,
  getBooking,
  getCoach,
  getMe,
  getMessageSummary,
  getMessaging,
  getPartner,
  getSchedule,
  getUser,
  getWebhookDelivery,
  getWebhookEndpoint,
  importBookings,
  importClients,
  importCoaches,
  listAccountMessages,
  listAudit,
  listBookingMessages,
  listBookings,
  listClientDietLogs,
  listClientProgress,
  listClientWorkoutLogs,
  listCoachBookings,
  listCoaches,
  listIntegrations,
  listMessages,
  listOptOuts,
  listServices,
  listStaff,
  listUserSessions,
  listUsers,
  listWebhookDeliveries,
  listWebhookEndpoints,
  markNoShow,
  readCalendarRows,
  removeCoachPhoto,
  removeIntegration,
  removeOptOut,
  replayWebhooks,
  resetSecondFactor,
  revokeKey,
  rollKey,
  rollWebhookSecret,
  sendMessageAgain,
  sendPasswordLink,
  setCoachPhoto,
  setIntegration,
  startBooking,
  testMessaging,
  testWebhookEndpoint,
  undoBooking,
  updateCoach,
  updateMessaging,
  updatePartner,
  updateService,
  updateUser,
  updateWebhookEndpoint,
};

/** The calls of the admin page. */
export type AdminCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Partner = OutputOf<'getPartner'>;
export type PartnerKey = Partner['keys'][number];
export type CreatedKey = OutputOf<'createKey'>;
export type UserDetail = OutputOf<'getUser'>;
export type AuditEntry = OutputOf<'listAudit'>[number];
export type Message = OutputOf<'listMessages'>[number];
export type AccountMessage = OutputOf<'listAccountMessages'>[number];
export type MessageSummary = OutputOf<'getMessageSummary'>;
export type MessageCount = MessageSummary['counts'][number];
/** The kind of a mail about an account. */
export type AccountMessageKind = Exclude<MessageCount['kind'], Message['kind']>;
export type OptOut = OutputOf<'listOptOuts'>[number];
export type Integration = OutputOf<'listIntegrations'>[number];
export type MessagingSettings = OutputOf<'getMessaging'>;
export type MessagingTestResult = OutputOf<'testMessaging'>;
export type WebhookEndpoint = OutputOf<'getWebhookEndpoint'>;
export type CreatedWebhookEndpoint = OutputOf<'createWebhookEndpoint'>;
export type WebhookTested = OutputOf<'testWebhookEndpoint'>;
export type WebhooksReplayed = OutputOf<'replayWebhooks'>;
export type WebhookDelivery = OutputOf<'listWebhookDeliveries'>[number];
export type WebhookDeliveryDetail = OutputOf<'getWebhookDelivery'>;
export type ImportReport = OutputOf<'importBookings'>;
export type CalendarRows = OutputOf<'readCalendarRows'>;
export type PersonExport = OutputOf<'exportPerson'>;
export type PersonErased = OutputOf<'erasePerson'>;

/** Returns the calls with an admin's session. */
export function adminCalls(session: SessionToken, baseUrl: string, fetch?: typeof globalThis.fetch): AdminCalls {
  return bindOperations(createTransport({ baseUrl, session, ...(fetch && { fetch, backoff: () => 0 }) }), operations);
}
