import { bookingView } from '../bookings/booking-view.ts';
import { contactsOf } from '../people/contacts.ts';
import { bookingPage, commonFilters } from '../bookings/list-page.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { present } from '../kernel/present.ts';
import { isInScope } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';

type ListBookingsNeeds = Pick<Core, 'tokens' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

/**
 * Returns the zone of plain dates: the coach's where one is named, also a deleted one; several coaches have none in
 * common.
 */
const zoneFor = async (
  { ledgers }: Pick<Core, 'ledgers'>,
  context: Context,
  coachId: string | undefined,
): Promise<string> => {
  const head = coachId === undefined ? null : (await ledgers.read(coachId, [])).head;
  return head && isInScope(context, head) ? head.schedule.timeZone : 'UTC';
};

/**
 * Returns the bookings of all coaches page by page: those without a time by creation, then by start. An unknown id
 * finds none. Throws RANGE_INVALID, and INVALID_REQUEST for an unknown status or a cursor of another list.
 */
export const listBookings: UseCase<'listBookings', ListBookingsNeeds> = (core) => async (context, input) => {
  const { coachId, staffId, attendeeId } = input;
  const filters = {
    ...commonFilters(context, input, await zoneFor(core, context, coachId)),
    ...present({ coachId, staffId, attendeeIds: attendeeId === undefined ? undefined : [attendeeId] }),
  };
  const { rows, meta } = await bookingPage(core, context, 'listBookings', filters, input);
  const contactOf = await contactsOf(core, rows);
  return { data: rows.map((booking) => bookingView(booking, contactOf(booking))), meta };
};
