import { breaksOn, workingHoursOn } from '../../domain/availability/working-hours.ts';
import { instantsOf } from '../../domain/calendar/days.ts';
import { fromEpochDay } from '@coach-booking/time/plain-date';
import { zoneOf } from '@coach-booking/time/zone';
import { readCoach } from '../coach-head/read-coach.ts';
import { rangeText } from '../kernel/instants.ts';
import { timeOffIn } from '../schedule/schedule-view.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { requestedDay } from '../kernel/requested-day.ts';
import { calendarViewsOf } from '../bookings/calendar-bookings.ts';
import { bookingsMeeting } from '../bookings/bookings-meeting.ts';
import { staffNamesOf } from './staff-names.ts';
import { summaryOf } from '../bookings/summary.ts';
import type { Core } from '../ports/core.ts';

type GetCalendarDayNeeds = JoinUrlNeeds & Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

/**
 * One day of the coach and what meets it, with all that can be done. Throws COACH_NOT_FOUND, INVALID_REQUEST,
 * RANGE_INVALID.
 */
export const getCalendarDay: UseCase<'getCalendarDay', GetCalendarDayNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const { timeZone } = head.schedule;
  const zone = zoneOf(timeZone);
  const day = requestedDay(zone, context.now, input.date);
  const range = instantsOf(zone, { first: day, last: day });
  const bookings = await bookingsMeeting(core, { ...scopeOf(context), coachId: head.id }, range, context.now);
  const viewOf = await calendarViewsOf(core, context, head, bookings);
  const plan = core.cache.planOf(head, context.now);
  const date = fromEpochDay(day);
  return {
    data: {
      date,
      timeZone,
      isToday: day === requestedDay(zone, context.now, undefined),
      ...rangeText(range),
      workingHours: workingHoursOn(plan, date).map(rangeText),
      breaks: breaksOn(plan, date).map(rangeText),
      timeOff: timeOffIn(head, range),
      bookings: bookings.map(viewOf),
      staff: staffNamesOf(head, bookings),
      summary: summaryOf(bookings, context.now),
    },
  };
};
