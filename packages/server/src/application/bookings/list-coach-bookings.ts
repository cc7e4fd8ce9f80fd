import type { CoachHead } from '../../domain/coach/coach.ts';
import { isStatus, type BookingStatus } from '../../domain/booking/status.ts';
import { calendarViewsOf } from '../calendar/calendar-bookings.ts';
import { readCoach } from '../coaches/read-coach.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import { present } from '../present.ts';
import { refuseInput, scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { positionIn, signPosition } from './list-cursor.ts';
import { openRange } from './list-range.ts';

const DEFAULT_LIMIT = 20;

const statusOf = (name: string): BookingStatus => (isStatus(name) ? name : refuseInput('status', `There is no status ${name}.`));

/** Statuses in a list with commas. Throws INVALID_REQUEST for an unknown one. */
export const statusesIn = (list: string): BookingStatus[] => [...new Set(list.split(','))].sort().map(statusOf);

const filtersOf = (context: Context, head: CoachHead, input: InputOf<'listCoachBookings'>) => {
  const { status, staffId, attendeeId, from, to, order = 'asc' } = input;
  const timeless = input.timeless === 'true';
  if (timeless && (from !== undefined || to !== undefined)) refuseInput('timeless', 'Bookings without a time start in no range.');
  return {
    ...scopeOf(context),
    coachId: head.id,
    order,
    timeless,
    ...openRange({ from, to }, head.schedule.timeZone),
    ...present({ staffId, attendeeId, statuses: status === undefined ? undefined : statusesIn(status) }),
  };
};

/**
 * A coach's bookings page by page: by start, or of those without a time by creation. Throws COACH_NOT_FOUND, RANGE_INVALID, and
 * INVALID_REQUEST for an unknown status or a cursor of another list.
 */
export const listCoachBookings: UseCase<'listCoachBookings'> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const filters = filtersOf(context, head, input);
  const after = input.cursor === undefined ? undefined : positionIn(core, filters, input.cursor);
  const limit = input.limit ?? DEFAULT_LIMIT;
  const { bookings, total } = await core.bookings.list({ ...filters, ...present({ after }), limit: limit + 1 });
  const page = bookings.slice(0, limit);
  const viewOf = await calendarViewsOf(core, context, page);
  const last = bookings.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(viewOf),
    meta: {
      nextCursor: last ? signPosition(core, filters, { at: last.time?.start ?? last.createdAt, id: last.id }) : null,
      total,
    },
  };
};
