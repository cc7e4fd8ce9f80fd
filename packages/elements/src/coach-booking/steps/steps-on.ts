import {
  createBookingFlowSteps,
  createHoldBeacon,
  createIntentBeacon,
  type BookingFlowCore,
  type Transport,
} from '@coach-booking/sdk';
import { laterCalls } from './later-calls.ts';

/** Returns the steps after the choice of a time, with the calls that only they make. */
export const stepsOn =
  (transport: Transport, caller: Parameters<typeof createIntentBeacon>[0]) => (core: BookingFlowCore) => {
    Object.assign(core.client, laterCalls(transport));
    const send = (url: string, body: string) => !!navigator.sendBeacon?.(url, body);
    Object.assign(core.options, {
      beacon: createHoldBeacon(caller, send),
      intentBeacon: createIntentBeacon(caller, send),
    });
    return createBookingFlowSteps(core);
  };
