import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Guest } from '../guests/guest.ts';
import type { HoldGrant } from '../ports/tokens.ts';
import type { KnownAttendee } from '../people/known-attendee.ts';

/** The content of one request to book, without its id. */
export interface BookingRequest {
  readonly context: Context;
  readonly input: Omit<InputOf<'createBooking'>, 'challengeToken'>;
  readonly attendee: KnownAttendee;
  /** The hold whose claims are taken over. */
  readonly hold: HoldGrant | null;
  /** The guest against whose caps the booking counts; null when it does not count. */
  readonly guest: Guest | null;
  /** Whether the visitor has to pass the challenge first, with the token. */
  readonly challenged: boolean;
  readonly challengeToken?: string;
}
