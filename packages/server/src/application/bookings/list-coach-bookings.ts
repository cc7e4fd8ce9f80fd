import { calendarViewsOf } from './calendar-bookings.ts';
import { UNCLOSED_STATUSES } from '../../domain/booking/status.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { InputOf } from '../kernel/contract.ts';
import { refuseInput } from '../kernel/scope.ts';
import { present } from '../kernel/present.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bookingPage, commonFilters, whenFilters } from './list-page.ts';
import { bookingSource, searchedPage, soughtIn } from './searched-bookings.ts';
import type { Core } from '../ports/core.ts';

type ListCoachBookingsNeeds = JoinUrlNeeds &
  Pick<Core, 'cache' | 'tokens' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'connections' | 'users'>;

type Input = InputOf<'listCoachBookings'>;

/**
 * Returns the filters of sessions that the coach has still to close, when they are asked for. Throws INVALID_REQUEST.
 */
const unclosedFilters = ({ unclosed, status, timeless }: Input) => {
  if (unclosed !== 'true') return {};
  if (status !== undefined) refuseInput('unclosed', 'What is not closed yet has statuses of its own.');
  if (timeless === 'true') refuseInput('unclosed', 'A booking without a time has no end.');
  return { statuses: UNCLOSED_STATUSES, ended: true, timeless: false };
};

/**
 * Returns a coach's bookings page by page: those without a time by creation, then by start; by a part of a name or by
 * their source a search. Throws COACH_NOT_FOUND, RANGE_INVALID, and INVALID_REQUEST for an unknown status or a cursor
 * of another list.
 */
export const listCoachBookings: UseCase<'listCoachBookings', ListCoachBookingsNeeds> =
  (core) => async (context, input) => {
    const { staffId, serviceId, attendeeId } = input;
    const { head } = await readCoach(core, context, input.coach);
    const attendeeIds = attendeeId === undefined ? undefined : [attendeeId];
    const whose = present({ staffId, serviceId, attendeeIds });
    if (input.when !== undefined && input.unclosed === 'true') refuseInput('when', 'What is not closed yet is past.');
    const common = commonFilters(context, input, head.schedule.timeZone);
    const filters = { ...common, ...whenFilters(input), ...unclosedFilters(input), coachId: head.id, ...whose };
    const sought = soughtIn(input);
    const { rows, meta } = await (sought
      ? searchedPage(core, context, { list: 'listCoachBookings', filters, sought }, input)
      : bookingPage(core, context, 'listCoachBookings', filters, input));
    const viewOf = await calendarViewsOf(core, context, head, rows);
    return { data: rows.map((booking) => ({ ...viewOf(booking), source: bookingSource(booking) })), meta };
  };
