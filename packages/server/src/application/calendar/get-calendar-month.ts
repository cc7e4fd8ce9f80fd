import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import type { DaySpan } from '../../domain/availability/working-hours.ts';
import { daysOf, instantsOf, monthSpan } from '../../domain/calendar/days.ts';
import { initialsOf } from '../../domain/calendar/initials.ts';
import type { Preferences } from '../../domain/calendar/preferences.ts';
import { fromEpochDay } from '@coach-booking/time/plain-date';
import { zoneOf } from '@coach-booking/time/zone';
import { contactsOf } from '../people/contacts.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { InputOf } from '../kernel/contract.ts';
import { rangeText } from '../kernel/instants.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { requestedDay } from '../kernel/requested-day.ts';
import { bookingsFrom } from './bookings-from.ts';
import { byDay } from './by-day.ts';
import { preferencesOf } from './preferences-of.ts';
import { summaryOf } from '../bookings/summary.ts';
import type { Core } from '../ports/core.ts';

type GetCalendarMonthNeeds = Pick<
  Core,
  'cache' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'preferences' | 'users'
>;

interface Month {
  readonly year: number;
  readonly month: number;
  readonly span: DaySpan;
}

const monthAsked = ({ year, month }: InputOf<'getCalendarMonth'>, today: number): Month => {
  if ((year === undefined) !== (month === undefined))
    refuseInput(year === undefined ? 'year' : 'month', 'Send year and month, or neither.');
  const [y, m] = fromEpochDay(today).split('-').map(Number);
  const asked = { year: year ?? y!, month: month ?? m! };
  return { ...asked, span: monthSpan(asked.year, asked.month) };
};

const sessionView = (
  booking: Booking,
  attendeeName: string,
  { colours }: Preferences,
): components['schemas']['MonthSession'] => ({
  id: booking.id,
  ...rangeText(booking.time!),
  initials: initialsOf(attendeeName),
  attendeeName,
  locationKind: booking.locationKind,
  status: booking.status,
  colour: colours[booking.status],
});

/**
 * Returns a whole month in the coach's zone, day by day. Throws COACH_NOT_FOUND, and INVALID_REQUEST for a year without
 * a month.
 */
export const getCalendarMonth: UseCase<'getCalendarMonth', GetCalendarMonthNeeds> =
  (core) => async (context, input) => {
    const { head } = await readCoach(core, context, input.coach);
    const { timeZone } = head.schedule;
    const zone = zoneOf(timeZone);
    const today = requestedDay(zone, context.now, undefined);
    const { year, month, span } = monthAsked(input, today);
    const { start: from, end: to } = instantsOf(zone, span);
    const [bookings, preferences] = await Promise.all([
      bookingsFrom(core, context, { coachId: head.id, from, to }),
      preferencesOf(core, head.id),
    ]);
    const contactIn = await contactsOf(core, bookings);
    const on = byDay(zone, bookings);
    return {
      data: {
        year,
        month,
        timeZone,
        today: fromEpochDay(today),
        weekStart: preferences.weekStart,
        days: daysOf(span).map((day) => ({
          date: fromEpochDay(day),
          isToday: day === today,
          total: on(day).length,
          sessions: on(day).map((booking) => sessionView(booking, contactIn(booking).name, preferences)),
        })),
        summary: summaryOf(bookings, context.now),
      },
    };
  };
