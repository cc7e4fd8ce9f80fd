import type { Caller, Reach, Role } from '../kernel/context.ts';
import type { UseCaseId } from '../kernel/contract.ts';

/** Everything that a caller can request: the use cases, and the streams beside them. */
export type Operation = UseCaseId | 'watchSlots' | 'watchCalendar';

/** The kind of a session is its role. */
export type CallerKind = Exclude<Caller['kind'], 'session'> | Role;

type Row = Readonly<Record<CallerKind, Reach>>;

/** Returns a row of the table; kinds that are not named are denied. */
const row = (given: Partial<Row>): Row => ({
  publishable: 'none',
  booking: 'none',
  secret: 'none',
  operator: 'none',
  client: 'none',
  coach: 'none',
  staff: 'none',
  admin: 'none',
  ...given,
});

/** Operations that a visitor's page reads. Open to every caller. */
const seen = row({
  publishable: 'open',
  secret: 'partner',
  client: 'open',
  coach: 'open',
  staff: 'open',
  admin: 'partner',
});
/** The same, also for the holder of a booking's link who searches for another time (R4). */
const offered: Row = { ...seen, booking: 'open' };
/** Operations of a visitor before there is a session; the coach side does them for its own coach. */
const asked = row({
  publishable: 'open',
  secret: 'partner',
  client: 'open',
  coach: 'own',
  staff: 'own',
  admin: 'partner',
});
/** The same of one of several coaches: a coach and their staff have but their own. */
const askedOfTeam = row({ publishable: 'open', secret: 'partner', client: 'open', admin: 'partner' });
/** Authorised by the hold's token. */
const held = row({ publishable: 'open', secret: 'open', client: 'open', coach: 'open', staff: 'open', admin: 'open' });
/** Operations of both sides of a booking. */
const shared = row({ booking: 'own', secret: 'partner', client: 'own', coach: 'own', staff: 'own', admin: 'partner' });
/** The daily work of a coach's team. */
const daily = row({ secret: 'partner', coach: 'own', staff: 'own', admin: 'partner' });
/** Decisions of the coach, not of the team. */
const coachs = row({ secret: 'partner', coach: 'own', admin: 'partner' });
/** Operations by which a person allows something at a provider, in their own sign-in: a key is no person. */
const allowed = row({ coach: 'own', admin: 'partner' });
/** Operations on the partner as a whole. */
const partners = row({ secret: 'partner', admin: 'partner' });
/** Operations on the server, outside all partners. */
const operators = row({ operator: 'open' });
/** Operations before there is a session. */
const signIn = row({ publishable: 'open', secret: 'open' });
/** Operations on the caller's own account. */
const account = row({ client: 'own', coach: 'own', staff: 'own', admin: 'own' });
/** Authorised by a mailed link, with the password or in a session of the account. */
const mailed = held;
/** Operations that answer every caller the same. */
const given = held;
/** Operations of tests, by their own server: their messages hold links that open bookings (R12). */
const tests = row({ secret: 'partner' });
/** Denied to keys, since a server has no second admin. */
const admins = row({ admin: 'partner' });

/** Bookings that the caller has or runs. */
const ones = row({ client: 'own', coach: 'own', staff: 'own' });
/** Data of a client. */
const clients = row({ client: 'own' });

/** The table of rights, in this one place; the type demands a row for every operation. */
export const RIGHTS: Readonly<Record<Operation, Row>> = {
  listCoaches: seen,
  getCoach: seen,
  listServices: seen,
  listSlots: offered,
  listTeamSlots: seen,
  recommendSlots: seen,
  getReliability: coachs,
  getSuggestions: coachs,
  updateSuggestions: coachs,
  getRecoverySettings: coachs,
  updateRecoverySettings: coachs,
  getDaySchedule: offered,
  watchSlots: seen,

  countVisit: seen,
  checkIncentive: asked,
  getIntake: seen,

  createHold: asked,
  createTeamHold: askedOfTeam,
  extendHold: held,
  releaseHold: held,
  releaseHoldByBeacon: held,
  captureIntent: asked,
  updateIntent: held,
  withdrawIntent: held,
  getResume: held,
  withdrawResume: held,
  createBooking: asked,
  createTeamBooking: askedOfTeam,
  proveBooking: held,
  getBookingProof: held,

  getBooking: shared,
  updateBooking: shared,
  deleteBooking: shared,
  cancelBooking: shared,
  rescheduleBooking: shared,
  renewManageLink: shared,
  revokeManageLink: shared,

  confirmBooking: daily,
  startBooking: daily,
  completeBooking: daily,
  markNoShow: daily,
  undoBooking: daily,

  getSchedule: daily,
  updateSchedule: daily,
  patchSchedule: daily,
  setDateOverride: daily,
  removeDateOverride: daily,
  listTimeOff: daily,
  addTimeOff: daily,
  removeTimeOff: daily,

  getCalendar: daily,
  getCalendarMonth: daily,
  getCalendarWeek: daily,
  getCalendarDay: daily,
  watchCalendar: daily,
  listCalendarFeeds: daily,
  createCalendarFeed: daily,
  updateCalendarFeed: daily,
  rollCalendarFeed: daily,
  deleteCalendarFeed: daily,
  getPreferences: daily,
  updatePreferences: daily,
  listCoachBookings: daily,
  listZoomMeetings: daily,
  getZoomMeeting: daily,
  createHostLink: daily,
  listUpcoming: daily,
  getToday: daily,
  listBookingMessages: daily,
  sendMessageAgain: daily,
  listBursts: daily,
  cancelBurst: daily,
  listZoneChanges: daily,
  resolveZoneChanges: daily,
  getStats: daily,
  getConversion: daily,
  getRecoveryFunnel: daily,
  listStaff: daily,

  updateCoach: coachs,
  setCoachPhoto: coachs,
  removeCoachPhoto: coachs,
  createService: coachs,
  updateService: coachs,
  deleteService: coachs,
  createStaff: coachs,
  updateStaff: coachs,
  deleteStaff: coachs,
  listExternalCalendars: coachs,
  createExternalCalendar: coachs,
  discoverExternalCalendars: coachs,
  getExternalCalendar: coachs,
  listAccountCalendars: coachs,
  updateExternalCalendar: coachs,
  deleteExternalCalendar: coachs,
  refreshExternalCalendar: coachs,
  putBackExternalEvent: coachs,
  listConnectedAccounts: coachs,
  connectAccount: allowed,
  addConnectedAccount: allowed,
  disconnectAccount: coachs,
  testConnectedAccount: coachs,
  listCoachTemplates: coachs,
  setCoachTemplate: coachs,
  removeCoachTemplate: coachs,
  previewCoachTemplate: coachs,

  createCoach: partners,
  createUser: partners,
  updateUser: partners,
  sendPasswordLink: partners,
  resetSecondFactor: admins,
  listUserSessions: admins,
  endUserSession: admins,
  endUserSessions: admins,

  register: signIn,
  login: signIn,
  completeLogin: signIn,
  refresh: signIn,
  logout: signIn,
  sendVerification: account,

  verifyEmail: mailed,
  refuseRegistration: signIn,
  confirmEmail: mailed,
  requestPasswordReset: signIn,
  resetPassword: signIn,

  listMyBookings: ones,

  getMyProfile: clients,
  updateMyProfile: clients,
  listMyCalendarFeeds: clients,
  createMyCalendarFeed: clients,
  updateMyCalendarFeed: clients,
  rollMyCalendarFeed: clients,
  deleteMyCalendarFeed: clients,
  listMyAudit: clients,
  exportMe: clients,
  eraseMe: clients,
  listMyConnections: clients,
  acceptConnection: clients,
  declineConnection: clients,
  withdrawConnection: clients,
  listMyWorkoutLogs: clients,
  addWorkoutLog: clients,
  updateWorkoutLog: clients,
  deleteWorkoutLog: clients,
  listMyDietLogs: clients,
  addDietLog: clients,
  updateDietLog: clients,
  deleteDietLog: clients,
  listMyProgress: clients,
  addProgress: clients,
  updateProgress: clients,
  deleteProgress: clients,

  listClients: daily,
  getClient: daily,
  getClientNotes: daily,
  updateClientNotes: daily,
  listClientWorkoutLogs: daily,
  listClientDietLogs: daily,
  listClientProgress: daily,
  listLeads: daily,
  getLead: daily,
  updateLead: daily,
  listAbandonedBookings: daily,
  listIncentives: daily,
  revokeIncentive: coachs,
  previewRecovery: daily,
  sendRecovery: daily,

  getPartnerConversion: partners,
  listUsers: partners,
  getUser: partners,
  listBookings: partners,
  listAudit: partners,
  listMessages: partners,
  listAccountMessages: partners,
  getMessageSummary: partners,
  listOptOuts: partners,
  removeOptOut: partners,
  runDue: tests,
  listTestMessages: tests,
  answerTestCalendar: tests,
  failTestProvider: tests,

  listTemplates: partners,
  setTemplate: partners,
  removeTemplate: partners,
  previewTemplate: partners,

  getPartner: partners,
  updatePartner: partners,
  listIntegrations: partners,
  setIntegration: partners,
  removeIntegration: partners,
  getMessaging: partners,
  updateMessaging: admins,
  testMessaging: admins,
  createKey: partners,
  rollKey: partners,
  revokeKey: partners,
  listWebhookEndpoints: partners,
  createWebhookEndpoint: partners,
  getWebhookEndpoint: partners,
  updateWebhookEndpoint: partners,
  deleteWebhookEndpoint: partners,
  rollWebhookSecret: partners,
  testWebhookEndpoint: partners,
  replayWebhooks: partners,
  listWebhookDeliveries: partners,
  getWebhookDelivery: partners,
  listPartners: operators,
  createPartner: operators,
  getOperatedPartner: operators,
  updateOperatedPartner: operators,
  createAdminLink: operators,
  importCoaches: partners,
  importClients: partners,
  importBookings: partners,
  readCalendarRows: partners,
  exportPerson: partners,
  erasePerson: partners,

  getMe: account,
  updateMe: account,
  changeEmail: account,
  getPushKey: given,
  getNotifications: account,
  updateNotifications: account,
  listPushSubscriptions: account,
  addPushSubscription: account,
  removePushSubscription: account,
  listSessions: account,
  endSession: account,
  endSessions: account,
  enrolSecondFactor: account,
  confirmSecondFactor: account,
  renewRecoveryCodes: account,
  disableSecondFactor: account,
};

/** The operations of a person who has to set up a second factor first. */
export const BEFORE_SECOND_FACTOR: ReadonlySet<Operation> = new Set<Operation>([
  'getMe',
  'listSessions',
  'endSession',
  'endSessions',
  'enrolSecondFactor',
  'confirmSecondFactor',
]);

export function kindOf(caller: Caller): CallerKind {
  return caller.kind === 'session' ? caller.role : caller.kind;
}

/** Returns the reach by the table; `none` for an unknown operation or kind of caller. */
export function reachOf(operation: Operation, caller: Caller): Reach {
  return (RIGHTS as Readonly<Record<string, Row | undefined>>)[operation]?.[kindOf(caller)] ?? 'none';
}
