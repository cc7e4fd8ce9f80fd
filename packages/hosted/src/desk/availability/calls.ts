import {
  addTimeOff,
  bindOperations,
  createTransport,
  listTimeOff,
  removeTimeOff,
  type Bound,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { addTimeOff, listTimeOff, removeTimeOff };

/** The calls about time off; hours and rules go through the flow of the calendar. Tests replace them. */
export type TimeOffCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };
export type TimeOff = Awaited<ReturnType<TimeOffCalls['listTimeOff']>>[number];

/** Returns the calls with the session of who signed in. */
export function timeOffCalls(session: SessionToken, baseUrl: string): TimeOffCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}
