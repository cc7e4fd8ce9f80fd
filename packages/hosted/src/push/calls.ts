import {
  addPushSubscription,
  bindOperations,
  createTransport,
  getPushKey,
  listPushSubscriptions,
  removePushSubscription,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { addPushSubscription, getPushKey, listPushSubscriptions, removePushSubscription };

/** The calls of the devices for push messages; tests replace them. */
export type PushCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Device = OutputOf<'listPushSubscriptions'>[number];

/** Returns the calls with the session of who signed in. */
export function pushCalls(session: SessionToken, baseUrl: string): PushCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}
