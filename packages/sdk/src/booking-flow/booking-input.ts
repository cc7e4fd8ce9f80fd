import type { InputOf } from '../transport/operation-types.ts';
import type { BookingFlowOptions } from './options.ts';
import type { Details, HeldSlot } from './state.ts';

/** Returns the input of the booking; empty fields are left out. */
export function bookingInput(
  what: InputOf<'createHold'>,
  details: Details,
  hold: HeldSlot | null,
  timeZone: string,
  { language, utm, referrer }: BookingFlowOptions,
): InputOf<'createBooking'> {
  const [name, email, phone, notes] = [
    details.name.trim(),
    details.email.trim(),
    details.phone.trim(),
    details.notes.trim(),
  ];
  const incentiveCode = details.incentiveCode?.trim();
  return {
    ...what,
    attendee: { name, email, timeZone, ...(phone && { phone }) },
    ...(hold && { holdToken: hold.token }),
    ...(notes && { notes }),
    ...(incentiveCode && { incentiveCode }),
    ...(details.resume && { resumeToken: details.resume }),
    ...(language && { language }),
    ...(utm && { utm }),
    ...(referrer && { referrer: referrer.slice(0, 2000) }),
  };
}
