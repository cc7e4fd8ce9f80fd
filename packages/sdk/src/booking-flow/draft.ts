import type { InputOf } from '../transport/operation-types.ts';
import type { DraftStorage } from './options.ts';
import type { BookingPhase, Details, HeldSlot, PickableSlot } from './state.ts';

/**
 * A booking that was sent and whose answer is not known. Sent again with its key, it can only end in the one booking.
 */
export interface Attempt {
  /** Slot and details, to see whether the visitor has changed something since. */
  readonly content: string;
  readonly input: InputOf<'createBooking'>;
  readonly key: string;
}

/** What survives a reload. */
export interface Draft {
  readonly phase: BookingPhase;
  readonly details: Details;
  readonly slot: PickableSlot | null;
  readonly service: string | null;
  readonly hold: HeldSlot | null;
  /** The hold was given back, or at least that was tried. */
  readonly left: boolean;
  readonly attempt: Attempt | null;
}

/** A draft in a storage that may be absent, full, forbidden or hold what another version wrote. */
export function draftIn(storage: DraftStorage | undefined, widget: string) {
  const name = `coach-booking:1:${widget}`;
  return {
    read(): Draft | null {
      try {
        return JSON.parse(storage?.getItem(name) ?? 'null');
      } catch {
        return null;
      }
    },
    /** Null removes it. */
    write(draft: Draft | null): void {
      try {
        if (draft) storage?.setItem(name, JSON.stringify(draft));
        else storage?.removeItem(name);
      } catch {
        // Without a storage a reload begins anew, which is no failure of the booking.
      }
    },
  };
}
