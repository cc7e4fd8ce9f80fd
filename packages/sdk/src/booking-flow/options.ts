import type { ProvenHold } from '../beacon.ts';
import type { Client } from '../client.ts';
import type { components } from '@coach-booking/contract/types';
import type { ReadableAtom } from 'nanostores';
import type { Details, SlotsState } from './state.ts';

/** The calls that the booking flow makes; any object that answers them will do. */
export type BookingClient = Pick<Client, 'listSlots' | 'createHold' | 'extendHold' | 'releaseHold' | 'createBooking'>;

/** Runs something later, in the manner of `setTimeout`. */
export interface Timers {
  set(run: () => void, milliseconds: number): unknown;
  clear(handle: unknown): void;
}

export const realTimers: Timers = {
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/**
 * Reports when the network is lost and returns; `onChange` returns how to stop listening. No call asks whether there is
 * one now: a browser on a machine without a network answers no, and yet reaches a server on the same machine. What
 * cannot be sent fails soon enough.
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
 * Makes what a visitor typed unreadable for others who look into the storage, and readable again. Both reject when that
 * is not possible; then a reload begins anew.
 */
export interface DraftSeal {
  seal(text: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

/** What a `watch` port sees of a flow. */
export type WatchedState = ReadableAtom<{
  readonly phase: string;
  readonly coach: { readonly id: string } | null;
  readonly slots: SlotsState;
}>;

/** What a `watch` port does to the slots of a flow when some changed elsewhere. */
export interface WatchedSlots {
  /** Reads the month on the screen anew, behind what is shown. */
  refresh(): void;
  /** Marks every month to be read anew, in the background, when it is shown. */
  expire(): void;
}

/** What flows take that show slots. */
export interface WatchPort {
  /** Begins when the flow starts and ends with it: keeps what is shown fresh, as `keepSlotsFresh` does. */
  readonly watch?: (($state: WatchedState, slots: WatchedSlots) => () => void) | undefined;
}

/** What both flows take. All of the outside world comes in here; there is no DOM in them. */
export interface FlowPorts {
  /** The visitor's IANA zone; without it, or when the device does not know it, the device's own. */
  readonly timeZone?: string | undefined;
  /**
   * The time in milliseconds, the device's unless another is given. It may be wrong until the server has answered;
   * holds are counted from when they were answered.
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
   * A storage with which the slot, the hold and what was typed survive a reload of the page, until the booking is made.
   */
  readonly storage?: DraftStorage | undefined;
  /** A seal for what the visitor typed, before it is stored. */
  readonly seal?: DraftSeal | undefined;
  /**
   * Distinguishes this widget's draft in the storage from those of other widgets, such as a second one on the same
   * page.
   */
  readonly draftName?: string | undefined;
  /** Gives a hold back as the page closes (`createHoldBeacon`); answers whether it was sent. Used by `stop()`. */
  readonly beacon?: ((hold: ProvenHold) => boolean) | undefined;
}
