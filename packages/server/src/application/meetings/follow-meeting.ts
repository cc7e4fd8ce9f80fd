import type { Booking } from '../../domain/booking/booking.ts';
import { endedReport, movedReport, newReport } from '../../domain/meeting-report/meeting-report.ts';
import type { Core } from '../ports/core.ts';
import { changeReport } from './change-report.ts';

export type FollowMeetingNeeds = Pick<Core, 'meetingReports' | 'realNow'>;

/**
 * Begins the report of the meeting of a booking: the provider is asked after its end, and anew when it was moved.
 * Called with each change that the provider has taken; the same booking changes nothing.
 */
export async function followMeeting(
  core: FollowMeetingNeeds,
  booking: Pick<Booking, 'id' | 'partnerId' | 'mode' | 'coachId' | 'time'>,
): Promise<void> {
  const { id, partnerId, mode, coachId, time } = booking;
  if (!time) return;
  const endsAt = time.end;
  if (await core.meetingReports.insert(newReport({ id, partnerId, mode, coachId, endsAt }, core.realNow()))) return;
  await changeReport(core, { partnerId, mode }, id, (report) => movedReport(report, endsAt, core.realNow()));
}

/** Asks no more about a meeting that was removed. */
export function leaveMeeting(
  core: Pick<Core, 'meetingReports'>,
  { id, ...scope }: Pick<Booking, 'id' | 'partnerId' | 'mode'>,
): Promise<void> {
  return changeReport(core, scope, id, endedReport);
}
