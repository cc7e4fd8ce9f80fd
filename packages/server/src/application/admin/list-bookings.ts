import { bookingView } from '../bookings/booking-view.ts';
import { contactsOf } from '../bookings/contacts.ts';
import { statusesIn } from '../bookings/list-coach-bookings.ts';
import { positionIn, signPosition } from '../bookings/list-cursor.ts';
import { openRange } from '../bookings/list-range.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { present } from '../present.ts';
import { isInScope, refuseInput, scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';

const DEFAULT_LIMIT = 20;

/** In which zone plain dates are meant: a coach's where one is named, also one who was removed; those of several coaches have none in common. */
const zoneFor = async (core: Core, context: Context, coachId: string | undefined): Promise<string> => {
  const head = coachId === undefined ? null : (await core.ledgers.read(coachId, [])).head;
  return head && isInScope(context, head) ? head.schedule.timeZone : 'UTC';
};

const filtersOf = async (core: Core, context: Context, input: InputOf<'listBookings'>) => {
  const { status, coachId, staffId, attendeeId, from, to, order = 'asc' } = input;
  const timeless = input.timeless === 'true';
  if (timeless && (from !== undefined || to !== undefined)) refuseInput('timeless', 'Bookings without a time start in no range.');
  return {
    ...scopeOf(context),
    order,
    timeless,
    ...openRange({ from, to }, await zoneFor(core, context, coachId)),
    ...present({ coachId, staffId, attendeeId, statuses: status === undefined ? undefined : statusesIn(status) }),
  };
};

/**
 * The bookings of all coaches page by page: by start, or of those without a time by creation. An id that is nobody's here finds none. Throws
 * RANGE_INVALID, and INVALID_REQUEST for an unknown status or a cursor of another list.
 */
export const listBookings: UseCase<'listBookings'> = (core) => async (context, input) => {
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
