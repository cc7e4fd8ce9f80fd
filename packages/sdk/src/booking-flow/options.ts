import type { ProvenHold } from '../beacon.ts';
import type { LeftIntent } from '../intent-beacon.ts';
import type { Client } from '../client.ts';
import type { components } from '@coach-booking/contract/types';
import type { ReadableAtom } from 'nanostores';
import type { Details, SlotsState } from './state.ts';

/** The calls that the booking flow makes; any object with these functions can be passed. */
export type BookingClient = Pick<Client, 'listSlots' | 'createHold' | 'extendHold' | 'releaseHold' | 'createBooking'> &
  Partial<Pick<Client, 'getBookingProof' | 'checkIncentive' | 'getIntake' | 'captureIntent' | 'withdrawIntent'>>;

/** Schedules calls, in the manner of `setTimeout`. */
export interface Timers {
  set(run: () => void, milliseconds: number): unknown;
  clear(handle: unknown): void;
}

export const realTimers: Timers = {
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/**
 * Reports when the network is lost and returns; `onChange` returns a function that stops listening. No call reads
 * whether there is a network now: a browser on a machine without a network reports none, and yet reaches a server on
 * the same machine. A request without a network fails soon enough.
 */
export interface Online {
  onChange(changed: (online: boolean) => void): () => void;
}

/**
 * The part of `sessionStorage` that survives a reload. Without a seal it holds contact details in clear, so nothing
 * that outlives the tab may be given.
 */
export interface DraftStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/**
 * Seals the visitor's details, so that others with access to the storage cannot read them, and opens them again. Both
 * reject when that is not possible; then a reload starts without a draft.
 */
export interface DraftSeal {
  seal(text: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

/** The state of a flow that a `watch` port receives. */
export type WatchedState = ReadableAtom<{
  readonly phase: string;
  readonly coach: { readonly id: string } | null;
  readonly slots: SlotsState;
}>;

/** The actions of a `watch` port on the slots of a flow when some changed elsewhere. */
export interface WatchedSlots {
  /** Reads the shown month again, in the background. */
  refresh(): void;
  /** Marks every month to be read again, in the background, when it is shown. */
  expire(): void;
}

/** The option of flows that show slots. */
export interface WatchPort {
  /**
   * Called when the flow starts, and its result when it ends: keeps the shown slots fresh, as `keepSlotsFresh` does.
   */
  readonly watch?: (($state: WatchedState, slots: WatchedSlots) => () => void) | undefined;
}

/** The options of both flows: everything outside of them. They use no DOM. */
export interface FlowPorts {
  /**
   * The visitor's IANA zone; default the device's own, also when the device does not have the given one. A device
   * without a known zone has the coach's.
   */
  readonly timeZone?: string | undefined;
  /**
   * Returns the time in milliseconds, by default the device's. It may be wrong until the server has answered; holds are
   * timed from their answers.
   */
  readonly clock?: () => number;
}

export interface BookingFlowOptions extends FlowPorts, WatchPort {
  /** Id or slug. */
  readonly coach: string;
  /** Id or slug. Skips the choice of a service. */
  readonly service?: string | undefined;
  /** BCP 47 tag, stored with the booking. */
  readonly language?: string | undefined;
  readonly prefill?: Partial<Details> | undefined;
  /** Campaign parameters and referrer of the host page, stored with the booking. */
  readonly utm?: components['schemas']['Utm'] | undefined;
  readonly referrer?: string | undefined;
  readonly timers?: Timers;
  readonly online?: Online | undefined;
  /**
   * A storage with which the slot, the hold and the details survive a reload of the page, until the booking is created.
   */
  readonly storage?: DraftStorage | undefined;
  /** A seal for the visitor's details, before they are stored. */
  readonly seal?: DraftSeal | undefined;
  /**
   * Distinguishes this widget's draft in the storage from those of other widgets, such as a second one on the same
   * page.
   */
  readonly draftName?: string | undefined;
  /**
   * Releases a hold as the page closes (`createHoldBeacon`); returns whether the message was sent. Used by `stop()`.
   */
  readonly beacon?: ((hold: ProvenHold) => boolean) | undefined;
  /**
   * Notes what was chosen as the visitor leaves a slot or the page (`createIntentBeacon`), once an intent is captured.
   */
  readonly intentBeacon?: ((intent: LeftIntent) => boolean) | undefined;
}
