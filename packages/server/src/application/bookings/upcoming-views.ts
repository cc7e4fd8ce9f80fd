import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { untilIn } from '../../domain/calendar/time-until.ts';
import { calendarViewsOf } from './calendar-bookings.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';

type View = components['schemas']['UpcomingBooking'];

/**
 * Returns views of bookings with the time until they start, in the language of a BCP 47 tag; it is empty once they have
 * begun.
 */
export async function upcomingViewsOf(
  core: Pick<Core, 'leads' | 'users'> & JoinUrlNeeds,
  context: Context,
  head: CoachHead,
  language: string | undefined,
  bookings: readonly Booking[],
): Promise<(booking: Booking) => View> {
  const viewOf = await calendarViewsOf(core, context, head, bookings);
  const until = untilIn(language);
  return (booking) => ({ ...viewOf(booking), timeUntil: booking.time ? until(booking.time.start - context.now) : '' });
}
