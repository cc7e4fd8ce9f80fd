import { isActive } from '../../domain/booking/status.ts';
import { instantsOf } from '../../domain/calendar/days.ts';
import { fromEpochDay } from '@coach-booking/time/plain-date';
import { zoneOf } from '@coach-booking/time/zone';
import { requestedDay } from '../kernel/requested-day.ts';
import { bookingsMeeting } from './bookings-meeting.ts';
import { summaryOf } from './summary.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { upcomingViewsOf } from './upcoming-views.ts';
import type { Core } from '../ports/core.ts';

type GetTodayNeeds = JoinUrlNeeds & Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

/**
 * Returns the bookings that overlap today in the coach's zone, also those that began yesterday, of any status; `next`
 * is the first of today that is still to come. Throws COACH_NOT_FOUND.
 */
export const getToday: UseCase<'getToday', GetTodayNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const { timeZone } = head.schedule;
  const zone = zoneOf(timeZone);
  const day = requestedDay(zone, context.now, undefined);
  const range = instantsOf(zone, { first: day, last: day });
  const bookings = await bookingsMeeting(core, { ...scopeOf(context), coachId: head.id }, range, context.now);
  const viewOf = await upcomingViewsOf(core, context, head, input.language, bookings);
  const next = bookings.find(({ status, time }) => isActive(status) && time!.start > context.now);
  return {
    data: {
      date: fromEpochDay(day),
      timeZone,
      bookings: bookings.map(viewOf),
      next: next ? viewOf(next) : null,
      summary: summaryOf(bookings, context.now),
    },
  };
};
