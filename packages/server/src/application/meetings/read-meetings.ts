import type { components } from '@coach-booking/contract/types';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { videoRecordId } from '../../domain/external-record/external-record.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { accountOfCoach } from '../people/account-of-coach.ts';
import { contactsOf } from '../people/contacts.ts';
import type { Core } from '../ports/core.ts';
import { meetingView, type MeetingPerson, type MetBooking } from './meeting-view.ts';

export type ReadMeetingsNeeds = Pick<Core, 'externalRecords' | 'meetingReports' | 'leads' | 'users'>;

/** Returns the person who holds a session: the member of staff who runs it, else the coach. */
const hostOf = (head: CoachHead, coachEmail: string | undefined, staffId: string | undefined): MeetingPerson => {
  const member = staffId === undefined ? undefined : head.staff.find(({ id }) => id === staffId);
  return member
    ? { name: member.name, ...present({ email: member.email }) }
    : { name: head.name, ...present({ email: coachEmail }) };
};

/** Returns the meetings of a coach's bookings, in their order, read in as many queries as for one. */
export async function readMeetings(
  core: ReadMeetingsNeeds,
  { now }: Context,
  head: CoachHead,
  bookings: readonly MetBooking[],
): Promise<components['schemas']['Meeting'][]> {
  if (bookings.length === 0) return [];
  const ids = bookings.map(({ id }) => id);
  const [records, reports, contactIn, account] = await Promise.all([
    core.externalRecords.ofBookings(ids),
    core.meetingReports.ofBookings(ids),
    contactsOf(core, bookings),
    accountOfCoach(core, head),
  ]);
  const recordById = new Map(records.map((record) => [record.id, record]));
  const reportById = new Map(reports.map((report) => [report.id, report]));
  return bookings.map((booking) => {
    const { name, email } = contactIn(booking);
    const known = {
      booking,
      record: recordById.get(videoRecordId(booking.id)),
      report: reportById.get(booking.id),
      host: hostOf(head, account?.email, booking.staffId),
      attendee: { name, ...present({ email }) },
    };
    return meetingView(known, booking.summary ?? `${booking.serviceTitle} with ${name}`, now);
  });
}
