import type { BookingFlowIntents, BookingFlowState, ManageFlowState } from '@coach-booking/sdk';
import type { TemplateResult } from 'lit';
import type { ReadableAtom } from 'nanostores';
import { bookingView } from './booking-view.ts';
import type { Settings } from './settings.ts';
import type { View } from './view.ts';

/** What booking and managing have in common for the element. */
export type AnyState = BookingFlowState | ManageFlowState;

/** A flow of the SDK as the element needs it: a store, a beginning and an end. */
export interface Flow<State extends AnyState> {
  readonly $state: ReadableAtom<State>;
  start(): void;
  stop(): void;
  setTimeZone(timeZone: string): void;
}

/** A flow and how it is drawn. */
export interface Run {
  readonly flow: Flow<AnyState>;
  /** The time that the flow uses, in ms since the epoch; the device's where there is none. */
  readonly now?: () => number;
  draw(view: View): TemplateResult;
}

/** Makes the run that the settings ask for. Managing comes from a file of its own, so it may take a moment. */
export type Connect = (settings: Settings) => Run | Promise<Run>;

/** Returns the run in which a visitor books. */
export function bookingRun(flow: Flow<BookingFlowState> & BookingFlowIntents, now?: () => number): Run {
  return {
    flow,
    ...(now && { now }),
    draw: (view) => bookingView(view, flow.$state.get(), flow),
  };
}
