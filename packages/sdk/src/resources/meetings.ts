import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Lists the meetings that providers such as Zoom make for a coach's bookings, by start, with how many there are of each
 * status: at most 92 days. Coach side; 200 requests an hour with the two below.
 */
export const listZoomMeetings = /* @__PURE__ */ operation<'listZoomMeetings'>(contract.listZoomMeetings);

/**
 * Returns the meeting of a booking: settings, who was there, the recording. `NotFoundError` `MEETING_NOT_FOUND` where
 * no provider makes one. Coach side.
 */
export const getZoomMeeting = /* @__PURE__ */ operation<'getZoomMeeting'>(contract.getZoomMeeting);

/**
 * Returns a fresh link whose holder is the host of the meeting, for two hours: open it at once, and never store it.
 * `ConflictError` `MEETING_NOT_READY` while there is no meeting. Coach, the member of staff who runs the session, admin
 * or secret key.
 */
export const createHostLink = /* @__PURE__ */ operation<'createHostLink'>(contract.createHostLink);
