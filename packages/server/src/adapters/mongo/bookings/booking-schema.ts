import { Schema } from 'mongoose';
import type { BookedLocal, BookedPolicy, HistoryEntry, OutboxData, Utm } from '../../../domain/booking/booking.ts';
import type { BookingMeeting } from '../../../domain/video/video.ts';
import type { Discount } from '../../../domain/incentive/incentive.ts';
import type { ClaimRef } from '../../../domain/booking/claim.ts';
import type { BookingStatus } from '../../../domain/booking/status.ts';
import type { AnswerRow, BookingRow, HistoryRow, OutboxRow, TimeRow, VoidRow } from './booking-rows.ts';
import type { Dated } from '../rows/dates.ts';
import {
  meetingPlaceSchema,
  moneySchema,
  part,
  scopeFields,
  bookedIntakeSchema,
  sealedPart,
  sealedText,
  text,
  videoSchema,
  wholeNumber,
} from '../rows/schema-parts.ts';

const statuses: readonly BookingStatus[] = [
  'pending',
  'scheduled',
  'confirmed',
  'in_progress',
  'completed',
  'no_show',
  'cancelled',
];
const steps: readonly HistoryEntry['type'][] = [
  'created',
  'rescheduled',
  'cancelled',
  'updated',
  'confirmed',
  'started',
  'completed',
  'no_show',
  'undone',
  'proven',
];
const status = { type: String, enum: statuses, required: true } as const;
const actors = ['attendee', 'coach', 'staff', 'admin', 'partner', 'system'];
const actor = { type: String, enum: actors, required: true } as const;
const instant = { type: Date, required: true } as const;
const name = { type: String, required: true } as const;

interface AttendeeRow {
  readonly kind: 'lead' | 'client';
  readonly id: string;
  readonly contactId?: string;
  readonly adopted?: boolean;
}

const time = part<TimeRow>({
  start: instant,
  end: instant,
  local: { type: part<BookedLocal>({ date: name, hour: wholeNumber, weekday: wholeNumber }), required: true },
});

const discount = part<Discount>({ list: wholeNumber, discount: wholeNumber, code: name });

const claimRef = part<ClaimRef>({ id: name, ledgers: { type: [String], required: true } });

const historyEntry = part<HistoryRow>({
  type: { type: String, enum: steps, required: true },
  at: instant,
  by: actor,
  from: { type: String, enum: statuses },
  to: status,
  version: Number,
  reason: sealedText,
  originalStart: Date,
  newStart: Date,
  staffId: text,
  overridden: { type: [String], default: undefined },
});

const outboxEvent = part<OutboxRow>({
  id: name,
  type: { type: String, enum: [...steps, 'unproven'].map((step) => `booking.${step}`), required: true },
  at: instant,
  version: Number,
  data: {
    type: part<Dated<OutboxData, 'start' | 'end' | 'originalStart'>>({
      status,
      by: actor,
      start: Date,
      end: Date,
      originalStart: Date,
      reason: sealedText,
      notify: Boolean,
      offerReschedule: Boolean,
      staffId: text,
    }),
    required: true,
  },
});

/** A lead's names one of the lead's contacts; a client's states whether it was a guest's. */
const attendee = part<AttendeeRow>({
  kind: { type: String, enum: ['lead', 'client'], required: true },
  id: name,
  contactId: text,
  adopted: Boolean,
});

const meeting = part<BookingMeeting>({
  state: { type: String, enum: ['preparing', 'ready', 'fallback', 'failed'], required: true },
  joinUrl: sealedText,
  password: sealedText,
  revision: wholeNumber,
});

const policy = part<BookedPolicy>({
  bufferBefore: wholeNumber,
  bufferAfter: wholeNumber,
  minimumNotice: wholeNumber,
  autoConfirm: { type: Boolean, required: true },
});

const options = {
  collection: 'bookings',
  versionKey: false,
  id: false,
  autoIndex: false,
  strict: 'throw',
  minimize: false,
} as const;

/** The schema of a booking. Its instants are dates. Unknown fields are refused, not dropped. */
export const bookingSchema = new Schema<BookingRow>(
  {
    _id: name,
    ...scopeFields,
    // What its guest has yet to confirm is of another kind, and has its time under another name: no list finds it. R14.
    kind: { type: String, enum: ['booking', 'unproven'], required: true },
    askedTime: time,
    unproven: Boolean,
    expiresAt: Date,
    coachId: name,
    serviceId: text,
    status,
    time,
    duration: wholeNumber,
    timeZone: name,
    attendee: { type: attendee, required: true },
    staffId: text,
    placeNumber: Number,
    reminders: Boolean,
    placeAsked: Boolean,
    serviceTitle: name,
    summary: sealedText,
    notes: sealedText,
    answers: sealedPart(part<AnswerRow>({ question: text, answer: text })),
    intake: sealedPart(bookedIntakeSchema),
    consent: Boolean,
    language: text,
    utm: sealedPart(part<Utm>({ source: text, medium: text, campaign: text, term: text, content: text })),
    referrer: sealedText,
    resumes: text,
    locationKind: { type: String, enum: ['online', 'in_person'], required: true },
    place: sealedPart(meetingPlaceSchema),
    video: { type: videoSchema, required: false },
    meeting: { type: meeting, required: false },
    price: { type: moneySchema, required: false },
    discount: { type: discount, required: false },
    policy: { type: policy, required: true },
    scheduleVersion: wholeNumber,
    cancelledAt: Date,
    cancelledBy: { type: String, enum: actors },
    cancellationReason: sealedText,
    isExpired: Boolean,
    rescheduleOffered: Boolean,
    manageNonce: name,
    claims: { type: [claimRef], required: true },
    releasing: { type: [claimRef], required: true },
    releasingAt: { type: Date, default: null },
    history: { type: [historyEntry], required: true },
    outbox: { type: [outboxEvent], required: true },
    version: wholeNumber,
    createdAt: instant,
  },
  options,
)
  .index({ partnerId: 1, mode: 1, coachId: 1, 'time.start': 1, _id: 1 })
  // The same of one status, which may be rare among many.
  .index({ partnerId: 1, mode: 1, coachId: 1, status: 1, 'time.start': 1, _id: 1 })
  .index({ partnerId: 1, mode: 1, 'attendee.id': 1, coachId: 1, 'time.start': 1, _id: 1 })
  // Of all coaches together.
  .index({ partnerId: 1, mode: 1, 'time.start': 1, _id: 1 })
  .index({ partnerId: 1, mode: 1, status: 1, 'time.start': 1, _id: 1 })
  // Most bookings are the coach's own.
  .index(
    { partnerId: 1, mode: 1, staffId: 1, coachId: 1, 'time.start': 1, _id: 1 },
    { partialFilterExpression: { staffId: { $gt: '' } } },
  )
  // The unanswered requests, by their expiry.
  .index({ 'time.start': 1, createdAt: 1 }, { partialFilterExpression: { status: 'pending', mode: 'live' } })
  // What guests have yet to confirm by mail, of all partners, by when it is given up. Few bookings are in it. R14.
  .index({ expiresAt: 1 }, { partialFilterExpression: { expiresAt: { $gt: new Date(0) } } })
  // The bookings with events that are not drained yet, of all partners, whichever release wrote them. R6.
  .index({ 'outbox.at': 1 }, { partialFilterExpression: { 'outbox.at': { $gt: new Date(0) } } })
  // The bookings that a crash left to be released, of all partners. Few bookings are in it.
  .index({ releasingAt: 1 }, { partialFilterExpression: { releasingAt: { $gt: new Date(0) } } });

const DAY_SECONDS = 86_400;

/** The schema of a void, in the same collection as the bookings, since it competes with them for an id. */
export const voidSchema = new Schema<VoidRow>(
  { _id: name, ...scopeFields, kind: { type: String, enum: ['void'], required: true }, voidedAt: instant },
  options,
).index({ voidedAt: 1 }, { expireAfterSeconds: DAY_SECONDS });
