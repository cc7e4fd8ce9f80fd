import { CoachBookingError, isNamed } from './coach-booking-error.ts';
import type { Slot } from '../schemas.ts';

/** 409 `SLOT_TAKEN`: another visitor was faster. */
export class SlotTakenError extends CoachBookingError {
  override readonly name = 'SlotTakenError';
  /** The nearest free slots, at most three; empty when there are none. */
  readonly alternatives: readonly Slot[] = this.details.alternatives ?? [];
  /** The first free start (UTC instant); null when there is none in the booking window. */
  readonly nextAvailable: string | null = this.details.nextAvailable ?? null;
}

export function isSlotTaken(error: unknown): error is SlotTakenError {
  return isNamed(error, 'SlotTakenError');
}
