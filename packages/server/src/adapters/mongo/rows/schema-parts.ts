import { Schema, type SchemaDefinition } from 'mongoose';
import type { Money } from '../../../domain/booking/booking.ts';

/** What every stored document begins with. */
export const scopeFields = {
  partnerId: { type: String, required: true },
  mode: { type: String, enum: ['test', 'live'], required: true },
} as const;

/** Text that may be empty, which `required` would refuse. */
export const text = { type: String } as const;

/** Text that lies sealed, and that may be empty. */
export const sealedText = { type: Schema.Types.Mixed } as const;

/**
 * A part, or a list of parts, that lies sealed. Held against its schema by `shapeCheck`, since the store sees only the
 * sealed value.
 */
export function sealedPart<T>(of: Schema<T>) {
  return { type: Schema.Types.Mixed, of } as const;
}

/** A required whole number: minutes, cents, versions, instants. */
export const wholeNumber = { type: Number, required: true, validate: Number.isInteger } as const;

/** A part of a document, without an `_id` of its own and without fields that nobody named. */
export function part<T>(definition: SchemaDefinition<T>): Schema<T> {
  return new Schema<T>(definition, { _id: false, id: false, strict: 'throw', minimize: false });
}

/** Integer cents and an ISO 4217 currency. */
export const moneySchema = part<Money>({ amount: wholeNumber, currency: { type: String, required: true } });
