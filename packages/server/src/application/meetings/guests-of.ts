import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import { visitorsOf } from '../../domain/meeting-report/visitors.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import { isMade } from '../../domain/video/video.ts';
import type { Core } from '../ports/core.ts';
import { participantView } from './meeting-view.ts';

/**
 * Returns the guests of a booking's meeting for the export of its attendee: one of them is the person, who may go by
 * another name there. Addresses of others are left out.
 */
export async function guestsOf(
  { meetingReports }: Pick<Core, 'meetingReports'>,
  { id, video }: Booking,
  email: string | undefined,
): Promise<components['schemas']['MeetingParticipant'][]> {
  const [report] = isMade(video) ? await meetingReports.ofBookings([id]) : [];
  const isTheirs = (given = '') => email !== undefined && emailKeyOf(given) === emailKeyOf(email);
  return visitorsOf(report?.facts ?? [])
    .filter(({ isHost }) => !isHost)
    .map(({ email: given, ...visitor }) =>
      participantView('participant', { ...visitor, ...(isTheirs(given) && { email: given! }) }, visitor),
    );
}
