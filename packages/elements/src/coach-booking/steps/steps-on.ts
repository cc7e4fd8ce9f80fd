import {
  checkIncentive,
  createBookingFlowSteps,
  getBookingProof,
  type BookingFlowCore,
  type InputOf,
  type Transport,
} from '@coach-booking/sdk';

/** Returns the steps after the choice of a time, with the calls that only they make. */
export const stepsOn = (transport: Transport) => (core: BookingFlowCore) => {
  Object.assign(core.client, {
    getBookingProof: (input: { id: string }) => getBookingProof(transport, input),
    checkIncentive: (input: InputOf<'checkIncentive'>) => checkIncentive(transport, input),
  });
  return createBookingFlowSteps(core);
};
