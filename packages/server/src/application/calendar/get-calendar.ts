import { breaksOn, workingHoursOn } from '../../domain/availability/working-hours.ts';
import { datesOf } from '../../domain/calendar/days.ts';
import { localDayOf, zoneOf } from '@coach-booking/time/zone';
import { readCoach, type KnownCoachRead } from '../coach-head/read-coach.ts';
import { rangeText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { overridesView, timeOffIn, weeklyView } from '../schedule/schedule-view.ts';
import { blockedRanges, type BlockedRangesNeeds } from '../slots/blocked-ranges.ts';
import { readRange, type RangeRead, type ReadRangeNeeds } from '../slots/read-range.ts';
import { checkBounds, rangeOf } from '../kernel/slot-range.ts';
import { checkShownZone, zonesView } from '../kernel/zones-view.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bookingsFrom } from './bookings-from.ts';
import { calendarViewsOf } from '../bookings/calendar-bookings.ts';
import { readFromPosition } from './read-from-position.ts';
import { staffNamesOf } from './staff-names.ts';
import { summaryOf } from '../bookings/summary.ts';
import type { Core } from '../ports/core.ts';

type GetCalendarNeeds = JoinUrlNeeds & Pick<Core, 'feeds'> & ReadRangeNeeds & BlockedRangesNeeds;

/**
 * Returns bookings that start in a range, and the coach's hours and absences there. With `explain` also why the slots'
 * engine blocks each range; only that reads ledgers. Throws COACH_NOT_FOUND, RANGE_INVALID, RANGE_TOO_LONG, and
 * INVALID_REQUEST for an unknown zone.
 */
export const getCalendar: UseCase<'getCalendar', GetCalendarNeeds> =
  (core) =>
  async (context, { coach, from: first, to: last, explain, timeZone: shownZone }) => {
    const edges = { from: first, to: last };
    checkBounds(edges);
    checkShownZone(shownZone);
    const { found, position } = await readFromPosition<RangeRead | KnownCoachRead>(core, context, coach, () =>
      explain === undefined ? readCoach(core, context, coach) : readRange(core, context, { coach, ...edges }),
    );
    const { head } = found;
    const { from, to } = rangeOf(edges, head);
    const bookings = await bookingsFrom(core, context, { coachId: head.id, from, to });
    const viewOf = await calendarViewsOf(core, context, head, bookings);
    const plan = core.cache.planOf(head, context.now);
    const zone = zoneOf(head.schedule.timeZone);
    const dates = datesOf({ first: localDayOf(zone, from), last: localDayOf(zone, to - 1) });
    return {
      data: {
        coachId: head.id,
        timeZone: head.schedule.timeZone,
        zones: zonesView({ from, to }, head.schedule.timeZone, shownZone),
        slotInterval: head.schedule.slotInterval,
        range: rangeText({ start: from, end: to }),
        bookings: bookings.map(viewOf),
        workingHours: weeklyView(head.schedule.workingHours),
        breaks: weeklyView(head.schedule.breaks),
        dateOverrides: overridesView(head.overrides.filter(({ date }) => dates.includes(date))),
        days: dates.map((date) => ({
          date,
          workingHours: workingHoursOn(plan, date).map(rangeText),
          breaks: breaksOn(plan, date).map(rangeText),
        })),
        timeOff: timeOffIn(head, { start: from, end: to }),
        staff: staffNamesOf(head, bookings),
        summary: summaryOf(bookings, context.now),
        position,
        ...present({ explain: 'question' in found ? await blockedRanges(core, context, found) : undefined }),
      },
    };
  };
