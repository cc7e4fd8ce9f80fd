export { createClient } from './client.ts';
export type { Client } from './client.ts';
export { createTransport } from './transport/create-transport.ts';
export type { Transport } from './transport/create-transport.ts';
export { createKeyTransport } from './transport/key-transport.ts';
export { createSessionTransport } from './transport/session-transport.ts';
export { bindOperations } from './transport/operation.ts';
export type { Bound, Operation } from './transport/operation.ts';
export type { InputOf, OperationId, OutputOf } from './transport/operation-types.ts';
export type {
  CallOptions,
  KeyTransportOptions,
  SessionToken,
  SessionTransportOptions,
  TransportOptions,
} from './transport/options.ts';
export type { Page } from './transport/page.ts';
export * from './resources/index.ts';
export * from './errors/index.ts';
export * from './intake.ts';
export { csvParts } from './imports/csv-parts.ts';
export type { CsvPart } from './imports/csv-parts.ts';
export { currencyDigits } from './currency-digits.ts';
export { createHoldBeacon } from './beacon.ts';
export type { ProvenHold } from './beacon.ts';
export { createVisitBeacon } from './visit-beacon.ts';
export { createIntentBeacon } from './intent-beacon.ts';
export type { LeftIntent } from './intent-beacon.ts';
export type * from './schemas.ts';
export { knownZone, learnZones, zoneKnowledge, zoneOffset, zoneOrOwn } from './zones/zone-offset.ts';
export type * from './live/watching.ts';
export type { Watch } from './live/watch-operation.ts';
export { keepSlotsFresh } from './live/keep-slots-fresh.ts';
export type { FreshnessPorts, Visibility } from './live/keep-slots-fresh.ts';
export { openSlotsSource } from './live/slots-source.ts';
export type { EventSourceLike, SlotsSourceOptions } from './live/slots-source.ts';
export type * from './booking-flow/state.ts';
export type * from './calendar-flow/state.ts';
export { createCalendarFlow } from './calendar-flow/create-calendar-flow.ts';
export { createLazyCalendarFlow } from './calendar-flow/lazy-calendar-flow.ts';
export type { CalendarFlow } from './calendar-flow/lazy-calendar-flow.ts';
export { createCalendarFlowActs } from './calendar-flow/calendar-flow-acts.ts';
export type { CalendarFlowActs } from './calendar-flow/calendar-flow-acts.ts';
export type { LoadCalendarFlowActs } from './calendar-flow/late-acts.ts';
export type {
  CalendarClient,
  CalendarFlowOptions,
  CalendarReads,
  CalendarWatch,
  Visible,
} from './calendar-flow/options.ts';
export { createSession } from './session/create-session.ts';
export type { SessionOptions, SessionStore } from './session/create-session.ts';
export type { SessionLocks } from './session/one-at-a-time.ts';
export { createBookingFlow } from './booking-flow/create-booking-flow.ts';
export { createLazyBookingFlow } from './booking-flow/lazy-booking-flow.ts';
export type { BookingFlow, LoadBookingFlowSteps } from './booking-flow/lazy-booking-flow.ts';
export { createBookingFlowSteps } from './booking-flow/booking-flow-steps.ts';
export type { BookingFlowCore, BookingFlowSteps } from './booking-flow/booking-flow-steps.ts';
export { intakeGiven } from './booking-flow/intake-given.ts';
export { validateDetails } from './booking-flow/details.ts';
export type { DetailProblem } from './booking-flow/details.ts';
export type {
  BookingClient,
  BookingFlowOptions,
  DraftSeal,
  DraftStorage,
  FlowPorts,
  Online,
  Timers,
  WatchedSlots,
  WatchedState,
} from './booking-flow/options.ts';
export { verifyWebhook } from './webhooks/verify-webhook.ts';
export type { VerifyWebhookOptions, WebhookHeaders } from './webhooks/verify-webhook.ts';
export { WebhookVerificationError } from './webhooks/webhook-verification-error.ts';
export type { WebhookVerificationCode } from './webhooks/webhook-verification-error.ts';
export type * from './webhooks/events.ts';
export { createManageFlow } from './manage-flow/create-manage-flow.ts';
export type { ManageClient, ManageFlow, ManageFlowOptions } from './manage-flow/create-manage-flow.ts';
