import {
  bindOperations,
  createTransport,
  getResume,
  withdrawResume,
  type Bound,
  type OutputOf,
} from '@coach-booking/sdk';

const operations = { getResume, withdrawResume };

/** The calls of the page of a recovery's link; tests replace them. */
export type ResumeCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Resumed = OutputOf<'getResume'>;
export type FreeSlot = Resumed['alternatives'][number];

/** Returns the calls with the publishable key of the link's partner. */
export function resumeCalls(publishableKey: string, baseUrl: string): ResumeCalls {
  return bindOperations(createTransport({ baseUrl, publishableKey }), operations);
}
