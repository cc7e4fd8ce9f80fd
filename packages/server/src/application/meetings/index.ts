export { createHostLink } from './create-host-link.ts';
export { getZoomMeeting } from './get-zoom-meeting.ts';
export { listZoomMeetings } from './list-zoom-meetings.ts';
