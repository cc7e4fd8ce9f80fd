import { Schema } from 'mongoose';
import type { Service, StaffMember } from '../../../domain/coach/coach.ts';
import type {
  DateOverride,
  Reminders,
  Schedule,
  TimeOff,
  TimeOffRepeat,
  WallRange,
  WeeklyRange,
} from '../../../domain/schedule/schedule.ts';
import {
  intakeSchema,
  meetingPlaceSchema,
  moneySchema,
  part,
  videoSchema,
  reminderRule,
  scopeFields,
  sealedText,
  text,
  wholeNumber,
} from '../rows/schema-parts.ts';
import { FEATURES } from '../../../domain/recommend/features.ts';
import type { RecoveryIncentive, RecoverySettings } from '../../../domain/recovery/settings.ts';
import type { Suggestions, Weights } from '../../../domain/recommend/recommend.ts';
import { DAY_LEDGERS, type HeadRow } from '../ledgers/ledger-rows.ts';

const wallRange = { start: { type: String, required: true }, end: { type: String, required: true } };
const weeklyRange = part<WeeklyRange>({ dayOfWeek: { ...wholeNumber, min: 0, max: 6 }, ...wallRange });

const reminders = part<Reminders>({
  rules: { type: [reminderRule], required: true },
  followUp: { type: Boolean, required: true },
});

const schedule = part<Schedule>({
  timeZone: { type: String, required: true },
  workingHours: { type: [weeklyRange], required: true },
  breaks: { type: [weeklyRange], required: true },
  slotInterval: wholeNumber,
  defaultDuration: wholeNumber,
  bufferBefore: wholeNumber,
  bufferAfter: wholeNumber,
  minimumNotice: wholeNumber,
  bookingWindow: wholeNumber,
  sameDayBooking: { type: Boolean, required: true },
  autoConfirm: { type: Boolean, required: true },
  reminders: { type: reminders, required: true },
});

const service = part<Service>({
  id: { type: String, required: true },
  slug: { type: String, required: true },
  title: { type: String, required: true },
  description: text,
  duration: wholeNumber,
  slotInterval: Number,
  price: { type: moneySchema, required: false },
  locationKind: { type: String, enum: ['online', 'in_person'], required: true },
  place: { type: meetingPlaceSchema, required: false },
  whatToBring: text,
  video: { type: videoSchema, required: false },
  bufferBefore: Number,
  bufferAfter: Number,
  confirmByEmail: Boolean,
  active: Boolean,
  verifyBusy: Boolean,
  reminders: { type: reminders, required: false },
  intake: { type: intakeSchema, required: false },
  deletedAt: Number,
});

const staffMember = part<StaffMember>({
  id: { type: String, required: true },
  name: { type: String, required: true },
  email: text,
  phone: text,
  active: { type: Boolean, required: true },
  zoomUser: text,
  deletedAt: Number,
});

const timeOff = part<TimeOff>({
  id: { type: String, required: true },
  start: wholeNumber,
  end: wholeNumber,
  reason: sealedText,
  title: sealedText,
  kind: { type: String, enum: ['personal'] },
  repeat: {
    type: part<TimeOffRepeat>({
      everyWeeks: wholeNumber,
      weekdays: { type: [Number], required: true },
      until: { type: String, required: true },
      except: { type: [String], required: false, default: undefined },
      timeZone: { type: String, required: true },
    }),
    required: false,
  },
});
const suggestions = part<Suggestions>({
  preferredHours: { type: [weeklyRange], required: true },
  weights: {
    type: part<Weights>(Object.fromEntries(FEATURES.map((feature) => [feature, wholeNumber]))),
    required: true,
  },
  showInWidget: Boolean,
});
const recovery = part<RecoverySettings>({
  capture: { type: Boolean, required: true },
  automatic: { type: Boolean, required: true },
  incentive: {
    type: part<RecoveryIncentive>({
      type: { type: String, enum: ['percent', 'amount'], required: true },
      value: wholeNumber,
    }),
    required: false,
  },
});
const photo = part<{ id: string }>({ id: { type: String, required: true } });
const dateOverride = part<DateOverride>({
  date: { type: String, required: true },
  ranges: { type: [part<WallRange>(wallRange)], required: true },
});

/**
 * The schema of a coach's head. Its instants are numbers, like those of the ledgers beside it. Unknown fields are
 * refused, not dropped.
 */
export const headSchema = new Schema<HeadRow>(
  {
    _id: { type: String, required: true },
    ...scopeFields,
    kind: { type: String, enum: ['head'], required: true },
    nameKey: text,
    specialtyKeys: { type: [String], required: true },
    slug: { type: String, required: true },
    name: { type: String, required: true },
    photo: { type: photo, required: false },
    bio: text,
    strengths: { type: [String], required: true },
    specialties: { type: [String], required: true },
    experience: { type: Number, required: true },
    certifications: { type: [String], required: true },
    active: { type: Boolean, required: true },
    capacity: { type: Number, default: null },
    services: { type: [service], required: true },
    staff: { type: [staffMember], required: true },
    schedule: { type: schedule, required: true },
    overrides: { type: [dateOverride], required: true },
    timeOff: { type: [timeOff], required: true },
    suggestions: { type: suggestions, required: false },
    recovery: { type: recovery, required: false },
    version: wholeNumber,
    scheduleVersion: Number,
    zoomUser: text,
    remindersSince: Number,
    createdAt: wholeNumber,
    deletedAt: Number,
  },
  { collection: DAY_LEDGERS, versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
)
  .index({ partnerId: 1, mode: 1, kind: 1, active: 1, nameKey: 1, _id: 1 })
  // Those whose rules of reminders have just changed, of all partners.
  .index({ remindersSince: 1 }, { partialFilterExpression: { remindersSince: { $gt: 0 } } });
