import type { BookingFlowIntents, BookingFlowState, ManageFlowState } from '@coach-booking/sdk';
import type { TemplateResult } from 'lit';
import type { ReadableAtom } from 'nanostores';
import { bookingView } from './booking-view.ts';
import type { Settings } from './settings.ts';
import type { View } from './view.ts';

/** The state of either flow, booking or managing. */
export type AnyState = BookingFlowState | ManageFlowState;

/** The part of a flow that the element uses: a store, a start and an end. */
export interface Flow<State extends AnyState> {
  readonly $state: ReadableAtom<State>;
  start(): void;
  stop(): void;
  setTimeZone(timeZone: string): void;
}

/** A flow and its view. */
export interface Run {
  readonly flow: Flow<AnyState>;
  /** The clock of the flow, in ms since the epoch; default the device's. */
  readonly now?: () => number;
  draw(view: View): TemplateResult;
}

/** Creates a run from settings. The code for managing is a file of its own, so it may be a promise. */
export type Connect = (settings: Settings) => Run | Promise<Run>;

/** Returns the run in which a visitor books. */
export function bookingRun(flow: Flow<BookingFlowState> & BookingFlowIntents, now?: () => number): Run {
  return {
    flow,
    ...(now && { now }),
    draw: (view) => bookingView(view, flow.$state.get(), flow),
  };
}
