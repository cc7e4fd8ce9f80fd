import { Schema, type SchemaDefinition } from 'mongoose';
import type { MeetingPlace } from '../../../domain/booking/booking.ts';
import type { BookedAgreement, BookedAnswer, BookedIntake, Intake, Question } from '../../../domain/intake/intake.ts';
import { RECORDINGS, ROOM_PROVIDERS, VIDEO_PROVIDERS } from '../../../domain/video/video.ts';
import type { MadeVideo, MeetingSettings, VideoRoom } from '../../../domain/video/video.ts';
import type { ReminderRule } from '../../../domain/schedule/schedule.ts';
import type { MoneyRow } from './money-rows.ts';

/** The fields with which every stored document begins. */
export const scopeFields = {
  partnerId: { type: String, required: true },
  mode: { type: String, enum: ['test', 'live'], required: true },
} as const;

/** Text that may be empty, which `required` would refuse. */
export const text = { type: String } as const;

/** Text that is stored sealed, and that may be empty. */
export const sealedText = { type: Schema.Types.Mixed } as const;

/**
 * Returns the type of a sealed part, or list of parts. `shapeCheck` validates it against its schema, since the store
 * sees only the sealed value.
 */
export function sealedPart<T>(of: Schema<T>) {
  return { type: Schema.Types.Mixed, of } as const;
}

/** A required whole number: minutes, money, versions, instants. */
export const wholeNumber = { type: Number, required: true, validate: Number.isInteger } as const;

/** Returns the schema of a part of a document, without an `_id` of its own and without unknown fields. */
export function part<T>(definition: SchemaDefinition<T>): Schema<T> {
  return new Schema<T>(definition, { _id: false, id: false, strict: 'throw', minimize: false });
}

/** The place of a session in person. */
export const meetingPlaceSchema = part<MeetingPlace>({
  name: text,
  address: { type: String, required: true },
  hint: text,
});

/** The way a service, or a booking of it, meets by video: a room, or meetings that a provider makes. */
export const videoSchema = part<Partial<VideoRoom> & Partial<MadeVideo>>({
  provider: { type: String, enum: VIDEO_PROVIDERS, required: true },
  url: sealedText,
  settings: {
    type: part<MeetingSettings>({
      waitingRoom: Boolean,
      joinBeforeHost: Boolean,
      muteUponEntry: Boolean,
      autoRecording: { type: String, enum: RECORDINGS },
      breakoutRoom: Boolean,
    }),
    required: false,
  },
  fallback: {
    type: part<VideoRoom>({ provider: { type: String, enum: ROOM_PROVIDERS, required: true }, url: sealedText }),
    required: false,
  },
});

const agreement = part<NonNullable<Intake['consent']>>({
  text: { type: String, required: true },
  url: text,
  version: wholeNumber,
});

/** The questions and texts for visitors who book. */
export const intakeSchema = part<Intake>({
  questions: {
    type: [
      part<Question>({
        id: { type: String, required: true },
        kind: { type: String, required: true },
        label: { type: String, required: true },
        hint: text,
        required: { type: Boolean },
        newClientsOnly: Boolean,
        health: Boolean,
        options: { type: [String], default: undefined },
        version: wholeNumber,
      }),
    ],
    required: true,
  },
  consent: { type: agreement, required: false },
  waiver: { type: agreement, required: false },
});

const bookedAgreement = part<BookedAgreement>({
  text: { type: String, required: true },
  url: text,
  version: wholeNumber,
  at: wholeNumber,
});

/** The answers and agreements of a booking. An answer is a text, or a list of them. */
export const bookedIntakeSchema = part<BookedIntake>({
  answers: {
    type: [
      part<BookedAnswer>({
        id: { type: String, required: true },
        kind: { type: String, required: true },
        label: { type: String, required: true },
        version: wholeNumber,
        health: Boolean,
        value: { type: Schema.Types.Mixed, required: true },
      }),
    ],
    required: true,
  },
  consent: { type: bookedAgreement, required: false },
  waiver: { type: bookedAgreement, required: false },
});

/** Whole units of an ISO 4217 currency, and which unit. */
export const moneySchema = part<MoneyRow>({
  amount: wholeNumber,
  currency: { type: String, required: true },
  digits: Number,
});

/** The lead and the channel of a reminder. */
export const reminderRule = part<ReminderRule>({
  channel: { type: String, enum: ['email', 'sms', 'push'], required: true },
  minutesBefore: wholeNumber,
});
