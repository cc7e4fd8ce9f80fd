import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { zoneOf, type Zone } from '@coach-booking/time/zone';
import { calendarBookingView } from './booking-view.ts';
import { contactsOf } from '../people/contacts.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';

/** The zone of the actions of a booking whose coach is gone: no plain date of it means anything any more. */
const NO_ZONE = 'UTC';

type View = components['schemas']['CalendarBooking'];

/** Returns the views of a coach's bookings for the coach side, having read all their contacts in one query. */
export async function calendarViewsOf(
  core: Pick<Core, 'leads' | 'users'> & JoinUrlNeeds,
  { now }: Context,
  { schedule }: CoachHead,
  bookings: readonly Booking[],
): Promise<(booking: Booking) => View> {
  const zone = zoneOf(schedule.timeZone);
  const contactIn = await contactsOf(core, bookings);
  return (booking) => calendarBookingView(core, booking, contactIn(booking), zone, now);
}

/** Returns the same of bookings of several coaches, also of deleted ones: each in the zone of its coach. */
export async function viewsOfCoaches(
  core: Pick<Core, 'leads' | 'users' | 'ledgers'> & JoinUrlNeeds,
  { now }: Context,
  bookings: readonly Booking[],
): Promise<(booking: Booking) => View> {
  const coachIds = [...new Set(bookings.map(({ coachId }) => coachId))];
  const zoneIn = async (coachId: string): Promise<readonly [string, Zone]> => {
    const { head } = await core.ledgers.read(coachId, []);
    return [coachId, zoneOf(head?.schedule.timeZone ?? NO_ZONE)];
  };
  const [contactIn, zones] = await Promise.all([contactsOf(core, bookings), Promise.all(coachIds.map(zoneIn))]);
  const zoneByCoach = new Map(zones);
  return (booking) => calendarBookingView(core, booking, contactIn(booking), zoneByCoach.get(booking.coachId)!, now);
}
