import { plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import type { MeetingFact } from '../../domain/meeting-report/meeting-fact.ts';
import type { MeetingNews } from '../../domain/meeting-report/meeting-report.ts';
import { contactOf } from '../people/contacts.ts';
import type { Core } from '../ports/core.ts';

export type TestNewsNeeds = Pick<Core, 'bookings' | 'leads' | 'users'>;

/** Attendees of tests whose e-mail begins so do not come; hosts of sessions whose attendee is called so neither. */
const ABSENT = { guest: /^absent\b/i, coach: /^coach-absent\b/i };
const LATE = MINUTE;

/**
 * Returns the made-up news of a meeting of mode test that is over: both came. An attendee whose
 * e-mail begins with `absent` did not, and for one with `coach-absent` the coach did not.
 */
export async function testNews(core: TestNewsNeeds, { bookingId }: ExternalRecord): Promise<MeetingNews> {
  const booking = await core.bookings.find(bookingId);
  if (booking?.kind !== 'booking' || !booking.time) return {};
  const { start, end } = booking.time;
  const { name, email = '' } = await contactOf(core, booking);
  const occasion = 'test';
  const visit = (of: Partial<MeetingFact>, from: typeof start): MeetingFact[] => [
    { ...of, kind: 'joined', at: from, occasion },
    { ...of, kind: 'left', at: end, occasion },
  ];
  const hasCoach = !ABSENT.coach.test(email);
  const hasGuest = !ABSENT.guest.test(email);
  return {
    facts: [
      { kind: 'started', at: start, occasion },
      { kind: 'ended', at: end, occasion },
      ...(hasCoach ? visit({ visit: 'coach', isHost: true }, start) : []),
      ...(hasGuest ? visit({ visit: 'guest', name, ...(email && { email }) }, plus(start, LATE)) : []),
    ],
  };
}
