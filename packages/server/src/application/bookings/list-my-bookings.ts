import { personOf } from '../people/caller-person.ts';
import { clientZone } from '../clients/client-zone.ts';
import { ownAccount } from '../clients/own-account.ts';
import { guestIdsOf } from '../people/own-bookings.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { ME } from '../../domain/coach/slug.ts';
import type { Context } from '../kernel/context.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Core } from '../ports/core.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bookingView, seenBy } from './booking-view.ts';
import { contactsOf } from '../people/contacts.ts';
import { bookingPage, commonFilters } from './list-page.ts';

type ListMyBookingsNeeds = JoinUrlNeeds &
  Pick<Core, 'cache' | 'tokens' | 'realNow' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

/**
 * Returns which bookings are the caller's own, and the zone of plain dates: a client's by the account, with those made
 * as a guest with the proven address; those of coaches and staff by the coach.
 */
const ownOf = async (core: ListMyBookingsNeeds, context: Context) => {
  if (personOf(context).role !== 'client') {
    const { head } = await readCoach(core, context, ME);
    return { whose: { coachId: head.id }, timeZone: head.schedule.timeZone };
  }
  const user = await ownAccount(core, context);
  const guests = await guestIdsOf(core, scopeOf(context), user.id);
  return { whose: { attendeeIds: [user.id, ...guests] }, timeZone: clientZone(user) };
};

/**
 * Returns the caller's bookings page by page: those without a time by creation, then by start. Throws RANGE_INVALID,
 * SESSION_INVALID, and INVALID_REQUEST for an unknown status or a cursor of another list or person.
 */
export const listMyBookings: UseCase<'listMyBookings', ListMyBookingsNeeds> = (core) => async (context, input) => {
  const { whose, timeZone } = await ownOf(core, context);
  const { rows, meta } = await bookingPage(
    core,
    context,
    'listMyBookings',
    { ...commonFilters(context, input, timeZone), ...whose },
    input,
  );
  const contactOf = await contactsOf(core, rows);
  return { data: rows.map((booking) => bookingView(core, seenBy(context, booking), contactOf(booking))), meta };
};
