import {
  bindOperations,
  createHostLink,
  createTransport,
  listZoomMeetings,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { createHostLink, listZoomMeetings };

/** The calls of the page of meetings; tests replace them. */
export type MeetingCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Meetings = OutputOf<'listZoomMeetings'>;
export type Meeting = Meetings['meetings'][number];

/** Returns the calls with the session of who signed in. */
export function meetingCalls(session: SessionToken, baseUrl: string): MeetingCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}
