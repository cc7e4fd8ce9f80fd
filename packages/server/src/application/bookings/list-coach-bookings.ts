import { calendarViewsOf } from './calendar-bookings.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { present } from '../kernel/present.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bookingPage, commonFilters } from './list-page.ts';
import type { Core } from '../ports/core.ts';

type ListCoachBookingsNeeds = Pick<Core, 'cache' | 'tokens' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

/**
 * Returns a coach's bookings page by page: by start, or of those without a time by creation. Throws COACH_NOT_FOUND,
 * RANGE_INVALID, and INVALID_REQUEST for an unknown status or a cursor of another list.
 */
export const listCoachBookings: UseCase<'listCoachBookings', ListCoachBookingsNeeds> =
  (core) => async (context, input) => {
    const { staffId, attendeeId } = input;
    const { head } = await readCoach(core, context, input.coach);
    const whose = present({ staffId, attendeeIds: attendeeId === undefined ? undefined : [attendeeId] });
    const filters = { ...commonFilters(context, input, head.schedule.timeZone), coachId: head.id, ...whose };
    const { rows, meta } = await bookingPage(core, context, 'listCoachBookings', filters, input);
    const viewOf = await calendarViewsOf(core, context, head, rows);
    return { data: rows.map(viewOf), meta };
  };
