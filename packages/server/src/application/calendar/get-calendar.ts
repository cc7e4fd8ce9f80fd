import { workingHoursOn } from '../../domain/availability/working-hours.ts';
import { isActive } from '../../domain/booking/status.ts';
import { fromEpochDay } from '../../domain/time/plain-date.ts';
import { localDayOf, zoneOf } from '../../domain/time/zone.ts';
import { bookingView } from '../bookings/booking-view.ts';
import { readCoach } from '../coaches/read-coach.ts';
import { rangeText } from '../instants.ts';
import { contactIn } from '../leads/contact.ts';
import { overridesView, timeOffView, weeklyView } from '../schedule/schedule-view.ts';
import { scopeOf } from '../scope.ts';
import { checkEdges, rangeOf } from '../slots/slot-range.ts';
import type { UseCase } from '../use-case.ts';

/** Bookings that start in a range, and the coach's hours and absences there. Throws COACH_NOT_FOUND, RANGE_INVALID, RANGE_TOO_LONG. */
export const getCalendar: UseCase<'getCalendar'> = (core) => async (context, input) => {
  checkEdges(input);
  const { head } = await readCoach(core, context, input.coach);
  const { from, to } = rangeOf(input, head);
  const bookings = await core.bookings.between({ ...scopeOf(context), coachId: head.id, from, to });
  const leads = new Map((await core.leads.byIds([...new Set(bookings.map(({ attendee }) => attendee.id))])).map((lead) => [lead.id, lead]));
  const plan = core.cache.planOf(head);
  const zone = zoneOf(head.schedule.timeZone);
  const firstDay = localDayOf(zone, from);
  const dates = Array.from({ length: localDayOf(zone, to - 1) - firstDay + 1 }, (_, i) => fromEpochDay(firstDay + i));
  return {
    data: {
      coachId: head.id,
      timeZone: head.schedule.timeZone,
      range: rangeText({ start: from, end: to }),
      bookings: bookings.map((booking) => bookingView(booking, contactIn(leads.get(booking.attendee.id), booking.attendee.contactId))),
      workingHours: weeklyView(head.schedule.workingHours),
      breaks: weeklyView(head.schedule.breaks),
      dateOverrides: overridesView(head.overrides.filter(({ date }) => dates.includes(date))),
      days: dates.map((date) => ({ date, workingHours: workingHoursOn(plan, date).map(rangeText) })),
      timeOff: head.timeOff
        .filter(({ start, end }) => end > from && start < to)
        .sort((a, b) => a.start - b.start)
        .map(timeOffView),
      summary: {
        total: bookings.length,
        completed: bookings.filter(({ status }) => status === 'completed').length,
        upcoming: bookings.filter(({ status, time }) => isActive(status) && time!.start > context.now).length,
        cancelled: bookings.filter(({ status }) => status === 'cancelled').length,
      },
    },
  };
};
