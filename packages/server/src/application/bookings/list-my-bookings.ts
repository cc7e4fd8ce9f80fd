import { personOf } from '../accounts/caller-person.ts';
import { clientZone } from '../clients/client-zone.ts';
import { ownAccount } from '../clients/own-account.ts';
import { readCoach } from '../coaches/read-coach.ts';
import { ME } from '../../domain/coach/slug.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { present } from '../present.ts';
import { refuseInput, scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { bookingView } from './booking-view.ts';
import { contactsOf } from './contacts.ts';
import { statusesIn } from './list-coach-bookings.ts';
import { positionIn, signPosition } from './list-cursor.ts';
import { openRange } from './list-range.ts';

const DEFAULT_LIMIT = 20;

/** Whose bookings are one's own, and in which zone dates are meant: a client's by the account, a coach's and their staff's by the coach. */
const ownOf = async (core: Core, context: Context) => {
  if (personOf(context).role !== 'client') {
    const { head } = await readCoach(core, context, ME);
    return { whose: { coachId: head.id }, timeZone: head.schedule.timeZone };
  }
  const user = await ownAccount(core, context);
  return { whose: { attendeeId: user.id, attendeeKind: 'client' as const }, timeZone: clientZone(user) };
};

const filtersOf = async (core: Core, context: Context, input: InputOf<'listMyBookings'>) => {
  const { status, from, to, order = 'asc' } = input;
  const timeless = input.timeless === 'true';
  if (timeless && (from !== undefined || to !== undefined)) refuseInput('timeless', 'Bookings without a time start in no range.');
  const { whose, timeZone } = await ownOf(core, context);
  return {
    ...scopeOf(context),
    ...whose,
    order,
    timeless,
    ...openRange({ from, to }, timeZone),
    ...present({ statuses: status === undefined ? undefined : statusesIn(status) }),
  };
};

/**
 * One's bookings page by page: by start, or of those without a time by creation. Throws RANGE_INVALID, SESSION_INVALID, and INVALID_REQUEST
 * for an unknown status or a cursor of another list or person.
 */
export const listMyBookings: UseCase<'listMyBookings'> = (core) => async (context, input) => {
  const filters = await filtersOf(core, context, input);
  const after = input.cursor === undefined ? undefined : positionIn(core, filters, input.cursor);
  const limit = input.limit ?? DEFAULT_LIMIT;
  const { bookings, total } = await core.bookings.list({ ...filters, ...present({ after }), limit: limit + 1 });
  const page = bookings.slice(0, limit);
  const contactOf = await contactsOf(core, page);
  const last = bookings.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map((booking) => bookingView(booking, contactOf(booking))),
    meta: {
      nextCursor: last ? signPosition(core, filters, { at: last.time?.start ?? last.createdAt, id: last.id }) : null,
      total,
    },
  };
};
