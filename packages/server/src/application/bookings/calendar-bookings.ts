import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { zoneOf } from '@coach-booking/time/zone';
import { calendarBookingView } from './booking-view.ts';
import { contactsOf } from '../people/contacts.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';

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
