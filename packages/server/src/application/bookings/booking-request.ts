import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Guest } from '../guests/guest.ts';
import type { HoldGrant } from '../ports/tokens.ts';
import type { KnownAttendee } from '../people/known-attendee.ts';

/** What one request wants, whatever id it gets. */
export interface BookingRequest {
  readonly context: Context;
  readonly input: Omit<InputOf<'createBooking'>, 'challengeToken'>;
  readonly attendee: KnownAttendee;
  /** Whose claims are taken over. */
  readonly hold: HoldGrant | null;
  /** How the booking counts; null when it does not. */
  readonly guest: Guest | null;
  /** Whether the visitor must show first that they are no program, by the token. */
  readonly challenged: boolean;
  readonly challengeToken?: string;
}
