import {
  bindOperations,
  createTransport,
  getCoach,
  removeCoachPhoto,
  setCoachPhoto,
  updateCoach,
  type Bound,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { getCoach, removeCoachPhoto, setCoachPhoto, updateCoach };

/** The calls of the profile; tests replace them. */
export type ProfileCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

/** Returns the calls with the session of who signed in. */
export function profileCalls(session: SessionToken, baseUrl: string): ProfileCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}
