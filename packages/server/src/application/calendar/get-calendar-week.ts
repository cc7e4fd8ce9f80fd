import { workingHoursOn } from '../../domain/availability/working-hours.ts';
import { daysOf, instantsOf, weekSpan } from '../../domain/calendar/days.ts';
import { fromEpochDay, weekdayOfEpochDay } from '@coach-booking/time/plain-date';
import { zoneOf } from '@coach-booking/time/zone';
import { readCoach } from '../coach-head/read-coach.ts';
import { rangeText } from '../kernel/instants.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { requestedDay } from '../kernel/requested-day.ts';
import { byDay } from './by-day.ts';
import { bookingsFrom } from './bookings-from.ts';
import { calendarViewsOf } from '../bookings/calendar-bookings.ts';
import { preferencesOf } from './preferences-of.ts';
import { staffNamesOf } from './staff-names.ts';
import { summaryOf } from '../bookings/summary.ts';
import type { Core } from '../ports/core.ts';

type GetCalendarWeekNeeds = JoinUrlNeeds &
  Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'preferences' | 'users'>;

/**
 * Returns the week that contains a date, beginning on the weekday of the preferences: seven days with the instants of
 * their bounds, and the bookings that start in them. Throws COACH_NOT_FOUND, INVALID_REQUEST, RANGE_INVALID.
 */
export const getCalendarWeek: UseCase<'getCalendarWeek', GetCalendarWeekNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const { timeZone } = head.schedule;
  const zone = zoneOf(timeZone);
  const asked = requestedDay(zone, context.now, input.date);
  const today = requestedDay(zone, context.now, undefined);
  const { weekStart } = await preferencesOf(core, head.id);
  const span = weekSpan(asked, weekStart);
  const { start: from, end: to } = instantsOf(zone, span);
  const bookings = await bookingsFrom(core, context, { coachId: head.id, from, to });
  const viewOf = await calendarViewsOf(core, context, head, bookings);
  const on = byDay(zone, bookings);
  const plan = core.cache.planOf(head, context.now);
  return {
    data: {
      from: fromEpochDay(span.first),
      to: fromEpochDay(span.last),
      timeZone,
      today: fromEpochDay(today),
      weekStart,
      days: daysOf(span).map((day) => ({
        date: fromEpochDay(day),
        dayOfWeek: weekdayOfEpochDay(day),
        isToday: day === today,
        ...rangeText(instantsOf(zone, { first: day, last: day })),
        workingHours: workingHoursOn(plan, fromEpochDay(day)).map(rangeText),
        bookings: on(day).map(viewOf),
      })),
      staff: staffNamesOf(head, bookings),
      summary: summaryOf(bookings, context.now),
    },
  };
};
