import {
  bindOperations,
  createBooking,
  createHold,
  extendHold,
  releaseHold,
  type BookingClient,
  type Transport,
} from '@coach-booking/sdk';

/** Operations of the contract, written out: its table is in the first file, which these would make longer. */
export const LATER_OPERATIONS = {
  getBookingProof: { method: 'GET', path: '/v1/bookings/{id}/proof' },
  checkIncentive: { method: 'POST', path: '/v1/coaches/{coach}/incentives/check', query: ['dryRun'] },
  getIntake: { method: 'GET', path: '/v1/coaches/{coach}/services/{id}/intake' },
  captureIntent: { method: 'POST', path: '/v1/intents', query: ['dryRun'], creates: true },
  withdrawIntent: {
    method: 'DELETE',
    path: '/v1/intents/{id}',
    query: ['dryRun'],
    headers: { intentToken: 'X-Intent-Token' },
  },
} as const;

type LaterCalls = Required<
  Pick<BookingClient, keyof typeof LATER_OPERATIONS | 'createBooking' | 'createHold' | 'extendHold' | 'releaseHold'>
>;

/** Returns the calls that only the steps after the choice of a time make. */
export function laterCalls(transport: Transport): LaterCalls {
  const calls = Object.entries(LATER_OPERATIONS).map(([name, operation]) => [
    name,
    async (input: object) => (await transport.request(operation, input)).data,
  ]);
  return {
    ...bindOperations(transport, { createBooking, createHold, extendHold, releaseHold }),
    ...(Object.fromEntries(calls) as Pick<LaterCalls, keyof typeof LATER_OPERATIONS>),
  };
}
