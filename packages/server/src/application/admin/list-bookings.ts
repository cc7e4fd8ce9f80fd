import { isId } from '../../domain/coach/slug.ts';
import { viewsOfCoaches } from '../bookings/calendar-bookings.ts';
import { bookingPage, commonFilters, whenFilters } from '../bookings/list-page.ts';
import { bookingSource, searchedPage, soughtIn } from '../bookings/searched-bookings.ts';
import type { Context } from '../kernel/context.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Core } from '../ports/core.ts';
import { present } from '../kernel/present.ts';
import { isInScope, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';

type ListBookingsNeeds = JoinUrlNeeds &
  Pick<Core, 'tokens' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'connections' | 'users'>;

interface NamedCoach {
  readonly id: string;
  /** Of plain dates. */
  readonly zone: string;
}

/** Returns the coach of an id or slug, also a deleted one. An unknown name stays as it is, and finds no bookings. */
const namedCoach = async (
  { coaches, ledgers }: Pick<Core, 'coaches' | 'ledgers'>,
  context: Context,
  coach: string,
): Promise<NamedCoach> => {
  const id = isId(coach) ? coach : ((await coaches.idOfSlug(scopeOf(context), coach)) ?? coach);
  const { head } = await ledgers.read(id, []);
  return { id, zone: head && isInScope(context, head) ? head.schedule.timeZone : 'UTC' };
};

/**
 * Returns the bookings of all coaches page by page: those without a time by creation, then by start; by a part of a
 * name or by their source a search. An unknown id finds none. Throws RANGE_INVALID, and INVALID_REQUEST for an unknown
 * status or a cursor of another list.
 */
export const listBookings: UseCase<'listBookings', ListBookingsNeeds> = (core) => async (context, input) => {
  const { staffId, serviceId, attendeeId } = input;
  // Several coaches have no zone in common.
  const coach = input.coachId === undefined ? null : await namedCoach(core, context, input.coachId);
  const filters = {
    ...commonFilters(context, input, coach?.zone ?? 'UTC'),
    ...whenFilters(input),
    ...present({
      coachId: coach?.id,
      staffId,
      serviceId,
      attendeeIds: attendeeId === undefined ? undefined : [attendeeId],
    }),
  };
  const sought = soughtIn(input);
  const { rows, meta } = await (sought
    ? searchedPage(core, context, { list: 'listBookings', filters, sought }, input)
    : bookingPage(core, context, 'listBookings', filters, input));
  const viewOf = await viewsOfCoaches(core, context, rows);
  return { data: rows.map((booking) => ({ ...viewOf(booking), source: bookingSource(booking) })), meta };
};
