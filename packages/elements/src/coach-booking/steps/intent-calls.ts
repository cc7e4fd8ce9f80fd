import type { BookingClient, InputOf, OutputOf, Transport } from '@coach-booking/sdk';

/** The operations of the contract, written out: its table is in the first file, which these would make longer. */
export const INTENT_OPERATIONS = {
  captureIntent: { method: 'POST', path: '/v1/intents', query: ['dryRun'], creates: true },
  withdrawIntent: {
    method: 'DELETE',
    path: '/v1/intents/{id}',
    query: ['dryRun'],
    headers: { intentToken: 'X-Intent-Token' },
  },
} as const;

/** Returns the calls about an intent. */
export function intentCalls(transport: Transport): Required<Pick<BookingClient, 'captureIntent' | 'withdrawIntent'>> {
  const { captureIntent, withdrawIntent } = INTENT_OPERATIONS;
  return {
    captureIntent: async (input: InputOf<'captureIntent'>) =>
      (await transport.request(captureIntent, input)).data as OutputOf<'captureIntent'>,
    withdrawIntent: async (input: InputOf<'withdrawIntent'>) =>
      (await transport.request(withdrawIntent, input)).data as OutputOf<'withdrawIntent'>,
  };
}
