import {
  checkIncentive,
  createBookingFlowSteps,
  createIntentBeacon,
  getBookingProof,
  type BookingFlowCore,
  type InputOf,
  type Transport,
} from '@coach-booking/sdk';
import { intentCalls } from './intent-calls.ts';

/** Returns the steps after the choice of a time, with the calls that only they make. */
export const stepsOn =
  (transport: Transport, caller: Parameters<typeof createIntentBeacon>[0]) => (core: BookingFlowCore) => {
    Object.assign(core.client, {
      getBookingProof: (input: { id: string }) => getBookingProof(transport, input),
      checkIncentive: (input: InputOf<'checkIncentive'>) => checkIncentive(transport, input),
      ...intentCalls(transport),
    });
    Object.assign(core.options, {
      intentBeacon: createIntentBeacon(caller, (url, body) => !!navigator.sendBeacon?.(url, body)),
    });
    return createBookingFlowSteps(core);
  };
