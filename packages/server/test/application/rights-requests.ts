import type { Context, Mode } from '../../src/application/kernel/context.ts';
import type { InputOf, UseCaseId } from '../../src/application/kernel/contract.ts';
import type { Booking } from '../../src/domain/booking/booking.ts';
import { calendarRecordId } from '../../src/domain/external-record/external-record.ts';
import type { CallerKind, Operation } from '../../src/application/access/rights.ts';
import { defaultMessaging } from '../../src/application/messaging/cached-messaging.ts';
import { anAbandoned, anIntent } from '../stores/intents-suite.ts';
import { aConnection } from '../stores/provider-connections-suite.ts';
import { ACCOUNT_PASSWORD as PASSWORD, anAccount, mailedTo, type MailedTokens } from './mailed-tokens.ts';
import { aWebhookDelivery } from './a-webhook-delivery.ts';
import { everyDay, NOW, PARTNER, type World } from './world.ts';

export interface Target {
  readonly coach: string;
  readonly service: string;
  readonly staff: string;
  readonly timeOff: string;
  readonly booking: string;
  readonly manageToken: string;
  /** A booking that its guest has not confirmed yet, and what the mail has for that. */
  readonly toProve: { readonly id: string; readonly token: string };
  readonly hold: { readonly id: string; readonly holdToken: string };
  /** An abandoned intent, and the token of the link that its message had. */
  readonly abandoned: string;
  readonly resume: string;
  readonly intent: { readonly id: string; readonly token: string };
  readonly user: string;
  readonly lead: string;
  readonly workout: string;
  readonly meal: string;
  readonly weight: string;
  readonly key: string;
  readonly calendar: string;
  /** An account that the coach has connected. */
  readonly connected: string;
  readonly webhook: string;
  readonly webhookDelivery: string;
  readonly optOut: string;
  /** The tokens of the links in the user's mails. */
  readonly mails: MailedTokens;
}

const DAY = '2026-04-15';
/** Logs are of days that have been. */
const LOGGED = '2026-04-13';
const RANGE = { from: DAY, to: DAY };
const at = (time: string) => `${DAY}T${time}:00Z`;
export const FORM = { name: 'Ana Diaz', email: 'ana@example.com' };
const WORKOUT = { date: LOGGED, title: 'Lower body' };
const MEAL = { date: LOGGED, meal: 'lunch', description: 'Lentils' } as const;
const TEXT = { kind: 'confirmed', channel: 'sms', audience: 'attendee', language: 'en' } as const;
/** No such feed: a caller with access to the coach gets that answer. */
const FEED = 'e'.repeat(24);
const CODE = 'CDFHJKMN';
const OUTSIDE = { name: 'Family', url: 'https://calendar.example/secret.ics' };
const CALDAV_ACCOUNT = { kind: 'caldav', server: 'https://dav.example', user: 'ana', password: 'abcd' } as const;
const WEIGHT = { date: LOGGED, metric: 'weight', value: 64.5, unit: 'kg' };

/** The kind of object that an operation is about, by which it is found or not. */
export type TargetKind =
  | 'coach'
  | 'booking'
  | 'hold'
  | 'intent'
  | 'mail'
  | 'user'
  | 'client'
  | 'connection'
  | 'log'
  | 'key'
  | 'calendar'
  | 'webhook'
  | 'webhook delivery'
  | 'opt-out'
  | 'nobody';
type RequestCase<Op extends Operation> = readonly [
  about: TargetKind,
  input: (target: Target, kind: CallerKind) => Op extends UseCaseId ? InputOf<Op> : { coach: string },
];

/** The input of each operation; each is a dry run, so that nothing changes for the next one. */
export const ASKED: { readonly [Op in Operation]: RequestCase<Op> } = {
  listCoaches: ['nobody', () => ({})],
  getCoach: ['coach', ({ coach }) => ({ coach })],
  listServices: ['coach', ({ coach }) => ({ coach })],
  listSlots: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  listTeamSlots: ['coach', ({ coach }) => ({ coaches: coach, ...RANGE })],
  recommendSlots: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  getReliability: ['coach', ({ coach }) => ({ coach })],
  getSuggestions: ['coach', ({ coach }) => ({ coach })],
  updateSuggestions: ['coach', ({ coach }) => ({ coach })],
  getRecoverySettings: ['coach', ({ coach }) => ({ coach })],
  updateRecoverySettings: ['coach', ({ coach }) => ({ coach, capture: true })],
  getDaySchedule: ['coach', ({ coach }) => ({ coach, date: DAY })],
  watchSlots: ['coach', ({ coach }) => ({ coach })],
  countVisit: ['coach', ({ coach }) => ({ coach, step: 'viewed' })],
  checkIncentive: ['coach', ({ coach, service: serviceId }) => ({ coach, serviceId, code: CODE, email: FORM.email })],
  getIntake: ['coach', ({ coach, service: id }) => ({ coach, id })],
  createHold: ['coach', ({ coach, service }) => ({ coachId: coach, serviceId: service, start: at('14:00') })],
  createTeamHold: ['coach', ({ coach, service }) => ({ coaches: [coach], service, start: at('14:00') })],
  extendHold: ['hold', ({ hold }) => hold],
  releaseHold: ['hold', ({ hold }) => hold],
  releaseHoldByBeacon: ['hold', ({ hold }) => hold],
  captureIntent: [
    'coach',
    ({ coach, service }) => ({
      coachId: coach,
      serviceId: service,
      contact: { email: FORM.email },
      consent: { text: 'Write to me.', version: '1', channels: ['email'] },
    }),
  ],
  updateIntent: ['intent', ({ intent }) => intent],
  getResume: ['nobody', ({ resume: token }) => ({ token })],
  withdrawResume: ['nobody', ({ resume: token }) => ({ token })],
  withdrawIntent: ['intent', ({ intent: { id, token } }) => ({ id, intentToken: token })],
  createBooking: [
    'coach',
    ({ coach, service }, kind) => ({
      coachId: coach,
      serviceId: service,
      start: at('14:00'),
      ...(kind === 'client' ? {} : { attendee: FORM }),
    }),
  ],
  createTeamBooking: [
    'coach',
    ({ coach, service }, kind) => ({
      coaches: [coach],
      service,
      start: at('14:00'),
      ...(kind === 'client' ? {} : { attendee: FORM }),
    }),
  ],
  proveBooking: ['mail', ({ toProve }) => toProve],
  getBookingProof: ['booking', ({ toProve: { id } }) => ({ id })],
  getBooking: ['booking', ({ booking: id }) => ({ id })],
  updateBooking: ['booking', ({ booking: id }) => ({ id, notes: 'Changed.' })],
  deleteBooking: ['booking', ({ booking: id }) => ({ id })],
  cancelBooking: ['booking', ({ booking: id }) => ({ id })],
  rescheduleBooking: ['booking', ({ booking: id }) => ({ id, start: at('15:00') })],
  renewManageLink: ['booking', ({ booking: id }) => ({ id })],
  revokeManageLink: ['booking', ({ booking: id }) => ({ id })],
  confirmBooking: ['booking', ({ booking: id }) => ({ id })],
  startBooking: ['booking', ({ booking: id }) => ({ id })],
  completeBooking: ['booking', ({ booking: id }) => ({ id })],
  markNoShow: ['booking', ({ booking: id }) => ({ id })],
  undoBooking: ['booking', ({ booking: id }) => ({ id, version: 1 })],
  getZoomMeeting: ['booking', ({ booking: id }) => ({ id })],
  createHostLink: ['booking', ({ booking: id }) => ({ id })],
  listZoomMeetings: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  listBookingMessages: ['booking', ({ booking: id }) => ({ id })],
  sendMessageAgain: ['booking', ({ booking: id }) => ({ id, messageId: `${id}:email:attendee` })],
  getSchedule: ['coach', ({ coach }) => ({ coach })],
  updateSchedule: ['coach', ({ coach }) => ({ coach, timeZone: 'UTC', workingHours: [] })],
  patchSchedule: ['coach', ({ coach }) => ({ coach, minimumNotice: 60 })],
  setDateOverride: ['coach', ({ coach }) => ({ coach, date: DAY, ranges: [] })],
  removeDateOverride: ['coach', ({ coach }) => ({ coach, date: '2026-05-01' })],
  listTimeOff: ['coach', ({ coach }) => ({ coach })],
  addTimeOff: ['coach', ({ coach }) => ({ coach, start: at('00:00'), end: at('12:00') })],
  removeTimeOff: ['coach', ({ coach, timeOff }) => ({ coach, id: timeOff })],
  getCalendar: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  getCalendarMonth: ['coach', ({ coach }) => ({ coach })],
  getCalendarWeek: ['coach', ({ coach }) => ({ coach })],
  getCalendarDay: ['coach', ({ coach }) => ({ coach })],
  watchCalendar: ['coach', ({ coach }) => ({ coach })],
  listCalendarFeeds: ['coach', ({ coach }) => ({ coach })],
  createCalendarFeed: ['coach', ({ coach }) => ({ coach, detail: 'busy' })],
  updateCalendarFeed: ['coach', ({ coach }) => ({ coach, id: FEED, detail: 'full' })],
  rollCalendarFeed: ['coach', ({ coach }) => ({ coach, id: FEED })],
  deleteCalendarFeed: ['coach', ({ coach }) => ({ coach, id: FEED })],
  getPreferences: ['coach', ({ coach }) => ({ coach })],
  updatePreferences: ['coach', ({ coach }) => ({ coach, weekStart: 1 })],
  listCoachBookings: ['coach', ({ coach }) => ({ coach })],
  listUpcoming: ['coach', ({ coach }) => ({ coach })],
  listBursts: ['coach', ({ coach }) => ({ coach })],
  cancelBurst: ['coach', ({ coach }) => ({ coach, id: 'f'.repeat(24) })],
  listZoneChanges: ['coach', ({ coach }) => ({ coach })],
  resolveZoneChanges: ['coach', ({ coach }) => ({ coach, action: 'shift' })],
  getToday: ['coach', ({ coach }) => ({ coach })],
  getStats: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  getConversion: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  getRecoveryFunnel: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  getPartnerConversion: ['nobody', () => RANGE],
  listStaff: ['coach', ({ coach }) => ({ coach })],
  updateCoach: ['coach', ({ coach }) => ({ coach, bio: 'New.' })],
  setCoachPhoto: ['coach', ({ coach }) => ({ coach, image: 'aW1hZ2U=' })],
  removeCoachPhoto: ['coach', ({ coach }) => ({ coach })],
  createService: ['coach', ({ coach }) => ({ coach, title: 'Rowing', duration: 45 })],
  updateService: ['coach', ({ coach, service: id }) => ({ coach, id, title: 'Rowing' })],
  deleteService: ['coach', ({ coach, service: id }) => ({ coach, id })],
  listExternalCalendars: ['coach', ({ coach }) => ({ coach })],
  createExternalCalendar: ['coach', ({ coach }) => ({ coach, ...OUTSIDE })],
  discoverExternalCalendars: ['coach', ({ coach }) => ({ coach, ...CALDAV_ACCOUNT })],
  getExternalCalendar: ['coach', ({ coach, calendar: id }) => ({ coach, id })],
  listAccountCalendars: ['coach', ({ coach, calendar: id }) => ({ coach, id })],
  updateExternalCalendar: ['coach', ({ coach, calendar: id }) => ({ coach, id, name: 'Work' })],
  deleteExternalCalendar: ['coach', ({ coach, calendar: id }) => ({ coach, id })],
  refreshExternalCalendar: ['coach', ({ coach, calendar: id }) => ({ coach, id })],
  putBackExternalEvent: ['coach', ({ coach, calendar: id, booking: bookingId }) => ({ coach, id, bookingId })],
  listConnectedAccounts: ['coach', ({ coach }) => ({ coach })],
  connectAccount: ['coach', ({ coach }) => ({ coach, provider: 'google' })],
  addConnectedAccount: ['coach', ({ coach }) => ({ coach, state: 'a-state', code: 'test' })],
  disconnectAccount: ['coach', ({ coach, connected: id }) => ({ coach, id })],
  testConnectedAccount: ['coach', ({ coach, connected: id }) => ({ coach, id })],
  createStaff: ['coach', ({ coach }) => ({ coach, name: 'Jane Smith' })],
  updateStaff: ['coach', ({ coach, staff: id }) => ({ coach, id, active: false })],
  deleteStaff: ['coach', ({ coach, staff: id }) => ({ coach, id })],
  listMyBookings: ['nobody', () => ({})],
  getMyProfile: ['nobody', () => ({})],
  updateMyProfile: ['nobody', () => ({ goals: ['First pull-up'] })],
  listMyCalendarFeeds: ['nobody', () => ({})],
  createMyCalendarFeed: ['nobody', () => ({ detail: 'full' })],
  updateMyCalendarFeed: ['nobody', () => ({ id: FEED, detail: 'busy' })],
  rollMyCalendarFeed: ['nobody', () => ({ id: FEED })],
  deleteMyCalendarFeed: ['nobody', () => ({ id: FEED })],
  listMyAudit: ['nobody', () => ({})],
  exportMe: ['nobody', () => ({})],
  eraseMe: ['nobody', () => ({ password: PASSWORD })],
  listMyConnections: ['nobody', () => ({})],
  acceptConnection: ['connection', ({ coach: id }) => ({ id })],
  declineConnection: ['connection', ({ coach: id }) => ({ id })],
  withdrawConnection: ['connection', ({ coach: id }) => ({ id })],
  listMyWorkoutLogs: ['nobody', () => ({})],
  addWorkoutLog: ['nobody', () => WORKOUT],
  updateWorkoutLog: ['log', ({ workout: id }) => ({ id, notes: 'Changed.' })],
  deleteWorkoutLog: ['log', ({ workout: id }) => ({ id })],
  listMyDietLogs: ['nobody', () => ({})],
  addDietLog: ['nobody', () => MEAL],
  updateDietLog: ['log', ({ meal: id }) => ({ id, notes: 'Changed.' })],
  deleteDietLog: ['log', ({ meal: id }) => ({ id })],
  listMyProgress: ['nobody', () => ({})],
  addProgress: ['nobody', () => WEIGHT],
  updateProgress: ['log', ({ weight: id }) => ({ id, notes: 'Changed.' })],
  deleteProgress: ['log', ({ weight: id }) => ({ id })],
  listClients: ['coach', ({ coach }) => ({ coach })],
  getClient: ['client', ({ coach, user: client }) => ({ coach, client })],
  getClientNotes: ['client', ({ coach, user: client }) => ({ coach, client })],
  updateClientNotes: ['client', ({ coach, user: client }) => ({ coach, client, text: 'Mornings.', version: 0 })],
  listClientWorkoutLogs: ['client', ({ coach, user: client }) => ({ coach, client })],
  listClientDietLogs: ['client', ({ coach, user: client }) => ({ coach, client })],
  listClientProgress: ['client', ({ coach, user: client }) => ({ coach, client })],
  listLeads: ['coach', ({ coach }) => ({ coach })],
  listAbandonedBookings: ['coach', ({ coach }) => ({ coach })],
  listIncentives: ['coach', ({ coach }) => ({ coach })],
  // No such code: a caller with access to the coach gets that answer.
  revokeIncentive: ['coach', ({ coach }) => ({ coach, code: CODE })],
  previewRecovery: ['coach', ({ coach, abandoned: id }) => ({ coach, id, messageType: 'email' })],
  sendRecovery: ['coach', ({ coach, abandoned: id }) => ({ coach, id, messageType: 'email' })],
  getLead: ['coach', ({ coach, lead: id }) => ({ coach, id })],
  updateLead: ['coach', ({ coach, lead: id }) => ({ coach, id, notes: 'Called.' })],
  createCoach: ['nobody', () => ({ name: 'Coach N', timeZone: 'UTC' })],
  createUser: ['nobody', () => ({ role: 'client', name: 'New', email: 'new@example.com' })],
  updateUser: ['user', ({ user: id }) => ({ id, name: 'Renamed' })],
  sendPasswordLink: ['user', ({ user: id }) => ({ id })],
  resetSecondFactor: ['user', ({ user: id }) => ({ id })],
  listUserSessions: ['user', ({ user: id }) => ({ id })],
  endUserSession: ['user', ({ user: id }) => ({ id, sessionId: 'e'.repeat(24) })],
  endUserSessions: ['user', ({ user: id }) => ({ id })],
  register: ['nobody', () => ({ name: 'New', email: 'new@example.com', password: PASSWORD })],
  login: ['nobody', () => ({ email: 'nobody@example.com', password: PASSWORD })],
  completeLogin: ['mail', ({ mails }) => ({ token: mails.code, code: '123456' })],
  refresh: ['nobody', () => ({ refreshToken: 'none' })],
  logout: ['nobody', () => ({ refreshToken: 'none' })],
  getMe: ['nobody', () => ({})],
  updateMe: ['nobody', () => ({ name: 'Renamed' })],
  changeEmail: ['nobody', () => ({ email: 'another@example.com', password: PASSWORD })],
  getPushKey: ['nobody', () => ({})],
  getNotifications: ['nobody', () => ({})],
  updateNotifications: ['nobody', () => ({ reminders: [] })],
  listPushSubscriptions: ['nobody', () => ({})],
  addPushSubscription: [
    'nobody',
    () => ({ endpoint: 'https://push.example/x', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } }),
  ],
  removePushSubscription: ['nobody', () => ({ id: 'e'.repeat(24) })],
  listSessions: ['nobody', () => ({})],
  endSession: ['nobody', () => ({ id: 'e'.repeat(24) })],
  endSessions: ['nobody', () => ({})],
  enrolSecondFactor: ['nobody', () => ({ password: PASSWORD })],
  confirmSecondFactor: ['nobody', () => ({ code: '123456' })],
  renewRecoveryCodes: ['nobody', () => ({ password: PASSWORD, code: '123456' })],
  disableSecondFactor: ['nobody', () => ({ password: PASSWORD, code: '123456' })],
  sendVerification: ['nobody', () => ({})],
  verifyEmail: ['mail', ({ mails }) => ({ token: mails.verify, password: PASSWORD })],
  refuseRegistration: ['mail', ({ mails }) => ({ token: mails.refuse })],
  confirmEmail: ['mail', ({ mails }) => ({ token: mails.email, password: PASSWORD })],
  requestPasswordReset: ['nobody', () => ({ email: 'nobody@example.com' })],
  resetPassword: ['mail', ({ mails }) => ({ token: mails.password, password: PASSWORD })],
  listUsers: ['nobody', () => ({})],
  getUser: ['user', ({ user: id }) => ({ id })],
  listBookings: ['nobody', () => ({})],
  listAudit: ['nobody', () => ({})],
  listMessages: ['nobody', () => ({ state: 'failed' })],
  listAccountMessages: ['nobody', () => ({ state: 'failed' })],
  listOptOuts: ['nobody', () => ({})],
  removeOptOut: ['opt-out', ({ optOut: id }) => ({ id })],
  getMessageSummary: ['nobody', () => ({})],
  runDue: ['nobody', () => ({ limit: 1 })],
  listTestMessages: ['nobody', () => ({})],
  answerTestCalendar: ['calendar', ({ calendar: id }) => ({ id, body: '' })],
  failTestProvider: ['nobody', () => ({ provider: 'email', kind: '5xx', times: 1 })],
  listIntegrations: ['nobody', () => ({})],
  setIntegration: ['nobody', () => ({ provider: 'google', clientId: 'id', clientSecret: 'secret' })],
  removeIntegration: ['nobody', () => ({ provider: 'google' })],
  listTemplates: ['nobody', () => ({})],
  setTemplate: ['nobody', () => ({ ...TEXT, body: 'See you {{ date }}.' })],
  removeTemplate: ['nobody', () => TEXT],
  previewTemplate: ['nobody', () => TEXT],
  listCoachTemplates: ['coach', ({ coach }) => ({ coach })],
  setCoachTemplate: ['coach', ({ coach }) => ({ coach, ...TEXT, body: 'See you {{ date }}.' })],
  removeCoachTemplate: ['coach', ({ coach }) => ({ coach, ...TEXT })],
  previewCoachTemplate: ['coach', ({ coach }) => ({ coach, ...TEXT })],
  getPartner: ['nobody', () => ({})],
  updatePartner: ['nobody', () => ({ name: 'Renamed' })],
  getMessaging: ['nobody', () => ({})],
  updateMessaging: ['nobody', () => ({ attachCalendar: false })],
  testMessaging: ['nobody', () => ({ channel: 'email' })],
  createKey: ['nobody', () => ({ kind: 'secret', mode: 'test' })],
  rollKey: ['key', ({ key: id }) => ({ id })],
  revokeKey: ['key', ({ key: id }) => ({ id })],
  listWebhookEndpoints: ['nobody', () => ({})],
  createWebhookEndpoint: ['nobody', () => ({ url: 'https://fit.example/hooks' })],
  getWebhookEndpoint: ['webhook', ({ webhook: id }) => ({ id })],
  updateWebhookEndpoint: ['webhook', ({ webhook: id }) => ({ id, description: 'CRM' })],
  deleteWebhookEndpoint: ['webhook', ({ webhook: id }) => ({ id })],
  rollWebhookSecret: ['webhook', ({ webhook: id }) => ({ id })],
  testWebhookEndpoint: ['webhook', ({ webhook: id }) => ({ id })],
  replayWebhooks: ['webhook', ({ webhook: id }) => ({ id, from: at('00:00'), to: at('12:00') })],
  listWebhookDeliveries: ['nobody', () => ({})],
  getWebhookDelivery: ['webhook delivery', ({ webhookDelivery: id }) => ({ id })],
  listPartners: ['nobody', () => ({})],
  createPartner: [
    'nobody',
    () => ({ name: 'New', slug: 'new', allowedOrigins: [], admin: { email: 'new@example.com' } }),
  ],
  getOperatedPartner: ['nobody', () => ({ id: PARTNER })],
  updateOperatedPartner: ['nobody', () => ({ id: PARTNER, name: 'Renamed' })],
  createAdminLink: ['nobody', () => ({ id: PARTNER, email: 'new@example.com' })],
  importCoaches: ['nobody', () => ({ rows: [{ externalId: 'old', name: 'Coach O', timeZone: 'UTC' }] })],
  importClients: ['nobody', () => ({ rows: [{ externalId: 'old', name: 'Ana Diaz', email: 'old@example.com' }] })],
  importBookings: [
    'nobody',
    ({ coach }) => ({
      rows: [
        {
          externalId: 'old',
          coach,
          start: at('14:00'),
          duration: 30,
          attendeeName: FORM.name,
          attendeeEmail: FORM.email,
        },
      ],
    }),
  ],
  readCalendarRows: ['coach', ({ coach }) => ({ coach, ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' })],
  exportPerson: ['nobody', () => ({ email: 'nobody@example.com' })],
  erasePerson: ['nobody', () => ({ email: 'nobody@example.com' })],
};

const within = (context: Context, partnerId: string, mode: Mode): Context => ({
  ...context,
  caller: { ...context.caller, partnerId, mode },
});

/** A coach with one of everything, in one partner and mode. The booking is a client's. */
export async function aTarget(world: World, name: string, partnerId: string, mode: Mode): Promise<Target> {
  const secret = within(world.partner(), partnerId, mode);
  const { useCases } = world;
  const { data: coach } = await useCases.createCoach(secret, {
    name,
    timeZone: 'UTC',
    schedule: { workingHours: everyDay('09:00', '17:00') },
    services: [{ title: 'Strength session', duration: 60 }],
  });
  const of = { coachId: coach.id, serviceId: coach.services[0]!.id };
  const timeOff = await useCases.addTimeOff(secret, {
    coach: coach.id,
    start: '2026-05-02T00:00:00Z',
    end: '2026-05-03T00:00:00Z',
  });
  await useCases.setDateOverride(secret, { coach: coach.id, date: '2026-05-01', ranges: [] });
  const staff = await useCases.createStaff(secret, { coach: coach.id, name: 'Jane Smith' });
  const user = anAccount(world, partnerId, mode, 'client');
  const client = within(world.person({ userId: user.id, role: 'client' }), partnerId, mode);
  const booking = await useCases.createBooking(client, { ...of, start: at('09:00') });
  const hold = await useCases.createHold(secret, { ...of, start: at('11:00') });
  const logs = await Promise.all([
    useCases.addWorkoutLog(client, WORKOUT),
    useCases.addDietLog(client, MEAL),
    useCases.addProgress(client, WEIGHT),
  ]);
  const [workout, meal, weight] = logs.map(({ data }) => data.id);
  const key = await useCases.createKey(secret, { kind: 'secret', mode });
  const connected = aConnection({ partnerId, mode, coachId: coach.id });
  await world.deps.providerConnections.insert(connected);
  const calendar = await useCases.createExternalCalendar(secret, { coach: coach.id, ...OUTSIDE });
  const written = { bookingId: booking.data.id, sourceId: calendar.data.id };
  await world.deps.externalRecords.mark({
    ...{ id: calendarRecordId(written.bookingId, written.sourceId), partnerId, mode, kind: 'calendar' },
    ...{ bookingId: written.bookingId, coachId: coach.id, provider: 'caldav', account: { sourceId: written.sourceId } },
    ...{ wantedVersion: 1, at: NOW },
  });
  const webhook = await useCases.createWebhookEndpoint(secret, { url: 'https://fit.example/hooks' });
  const delivery = aWebhookDelivery({ partnerId, mode, endpointId: webhook.data.id });
  await world.deps.webhookDeliveries.insert([delivery]);
  const scope = { partnerId, mode };
  const contact = { channel: 'sms', address: '+12125550100' } as const;
  await world.deps.optOuts.add(scope, contact, 'all', NOW);
  const [optOut] = await world.deps.optOuts.allOf(scope, contact);
  const guest = await useCases.createBooking(secret, { ...of, start: at('13:00'), attendee: FORM });
  const { id, manageToken } = booking.data;
  const { data: asking } = await useCases.createService(secret, {
    coach: coach.id,
    title: 'First session',
    duration: 30,
    confirmByEmail: true,
  });
  const visitor = within(world.visitor(), partnerId, mode);
  const { data: waiting } = await useCases.createBooking(visitor, {
    coachId: coach.id,
    serviceId: asking.id,
    start: at('15:00'),
    attendee: { ...FORM, email: 'eve@example.com' },
  });
  await useCases.updateRecoverySettings(secret, { coach: coach.id, capture: true });
  await world.deps.messaging.replace(scope, { ...defaultMessaging, postalAddress: 'Pier 3', version: 1 }, 0);
  const intent = anIntent({ ...scope, ...of });
  await world.deps.intents.insert(intent);
  const abandoned = anAbandoned({ ...scope, ...of });
  await world.deps.intents.insert(abandoned);
  const toProve = world.state.bookings.get(waiting.id) as Booking;
  const { tokens } = world.deps;
  return {
    coach: coach.id,
    service: of.serviceId,
    staff: staff.data.id,
    timeOff: timeOff.data.id,
    booking: id,
    manageToken: manageToken!,
    toProve: {
      id: toProve.id,
      token: tokens.signProof({ ...toProve, bookingId: toProve.id, expiresAt: toProve.expiresAt! }),
    },
    hold: { id: hold.data.id, holdToken: hold.data.holdToken },
    abandoned: abandoned.id,
    resume: tokens.signResume(abandoned.id),
    intent: { id: intent.id, token: tokens.signIntent({ ...intent, intentId: intent.id }) },
    user: user.id,
    mails: await mailedTo(world, client, secret, user),
    lead: guest.data.attendee.id!,
    workout: workout!,
    meal: meal!,
    weight: weight!,
    key: key.data.id,
    calendar: calendar.data.id,
    connected: connected.id,
    webhook: webhook.data.id,
    webhookDelivery: delivery.id,
    optOut: optOut!.id,
  };
}
