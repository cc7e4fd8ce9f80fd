import type { InputOf } from '../transport/operation-types.ts';
import type { DraftSeal, DraftStorage } from './options.ts';
import type { BookingCreated } from '../schemas.ts';
import type { BookingPhase, HeldSlot, PickableSlot, TypedDetails } from './state.ts';

/** A booking request whose outcome is unknown. Sent again with its key, it creates at most one booking. */
export interface Attempt {
  /** Slot and details, to detect a change by the visitor since. */
  readonly content: string;
  readonly input: InputOf<'createBooking'>;
  readonly key: string;
}

/** The personal part of a draft. */
interface Typed {
  readonly details: TypedDetails;
  readonly attempt: Attempt | null;
  /** The booking that was made, until another is begun. */
  readonly booking?: BookingCreated | null;
}

/** The state that survives a reload. */
export interface Draft extends Typed {
  readonly phase: BookingPhase;
  readonly slot: PickableSlot | null;
  readonly service: string | null;
  readonly hold: HeldSlot | null;
  /** The zone that the visitor chose. */
  readonly timeZone: string;
  /** Whether the hold was released, or the release was tried. */
  readonly left: boolean;
}

/** The draft of one widget. Nothing here throws or rejects: without a storage a reload starts without a draft. */
export interface Drafts {
  /** Returns the draft, or a promise of it when its details are sealed. */
  read(): Draft | null | Promise<Draft | null>;
  /** Writes the draft; null removes it. */
  write(draft: Draft | null): void;
  /** Resolves when the last draft is in the storage; undefined when nothing had to be sealed. */
  written(): Promise<void> | undefined;
}

/**
 * Returns the draft of a widget in a storage that may be absent, full, forbidden or hold the data of another version.
 * The visitor's details are an item of its own, which `seal` makes unreadable.
 */
export function draftIn(storage: DraftStorage | undefined, widget: string, seal?: DraftSeal): Drafts {
  const name = `coach-booking:2:${widget}`;
  const typedName = `${name}:typed`;
  /** The last typed details: an older text that is sealed later is not stored. */
  let latest: string | null = null;
  let writing: Promise<void> | undefined;

  function put(key: string, text: string | null): void {
    try {
      if (text === null) storage?.removeItem(key);
      else storage?.setItem(key, text);
    } catch {
      // A storage that is full or forbidden is no failure of the booking.
    }
  }

  return {
    read() {
      try {
        const draft = JSON.parse(storage?.getItem(name) ?? 'null');
        const text = storage?.getItem(typedName);
        const withTyped = (typed: string): Draft | null => draft && { attempt: null, ...draft, ...JSON.parse(typed) };
        if (!text || !seal) return withTyped(text ?? '{}');
        return seal
          .open(text)
          .then(withTyped)
          .catch(() => withTyped('{}'));
      } catch {
        return null;
      }
    },
    write(draft) {
      const { details, attempt, booking, ...rest } = draft ?? { details: null, attempt: null };
      put(name, draft && JSON.stringify(rest));
      const text = draft && JSON.stringify({ details, attempt, booking });
      latest = text;
      if (!seal || !text) return put(typedName, text);
      const store = (sealed: string | null): void => {
        if (latest === text) put(typedName, sealed);
      };
      writing = seal.seal(text).then(store, () => store(null));
    },
    written: () => writing,
  };
}
