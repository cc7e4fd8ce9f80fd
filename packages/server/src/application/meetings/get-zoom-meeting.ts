import { readCoach } from '../coach-head/read-coach.ts';
import type { FindBookingNeeds } from '../people/find-booking.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { findMetBooking } from './find-met-booking.ts';
import { readMeetings, type ReadMeetingsNeeds } from './read-meetings.ts';

type GetZoomMeetingNeeds = FindBookingNeeds & ReadMeetingsNeeds & Pick<Core, 'cache' | 'coaches' | 'ledgers'>;

/** Returns the meeting of a booking, with who was there. Throws BOOKING_NOT_FOUND, MEETING_NOT_FOUND. */
export const getZoomMeeting: UseCase<'getZoomMeeting', GetZoomMeetingNeeds> =
  (core) =>
  async (context, { id }) => {
    const booking = await findMetBooking(core, context, id);
    const { head } = await readCoach(core, context, booking.coachId);
    const [meeting] = await readMeetings(core, context, head, [booking]);
    return { data: meeting! };
  };
