import type { Booking } from '../../domain/booking/booking.ts';
import { isStatus, type BookingStatus } from '../../domain/booking/status.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import type { BookingListQuery } from '../ports/booking-reads.ts';
import { present } from '../present.ts';
import { refuseInput, scopeOf } from '../scope.ts';
import { positionIn, signPosition } from './list-cursor.ts';
import { openRange } from './list-range.ts';

const DEFAULT_LIMIT = 20;

const statusOf = (name: string): BookingStatus => (isStatus(name) ? name : refuseInput('status', `There is no status ${name}.`));

const statusesIn = (list: string): BookingStatus[] => [...new Set(list.split(','))].sort().map(statusOf);

/**
 * The filters that every list of bookings takes; plain dates are meant in this zone. Throws RANGE_INVALID, and INVALID_REQUEST for an unknown
 * status or a range of bookings without a time.
 */
export const commonFilters = (context: Context, input: InputOf<'listMyBookings'>, timeZone: string) => {
  const { status, from, to, order = 'asc' } = input;
  const timeless = input.timeless === 'true';
  if (timeless && (from !== undefined || to !== undefined)) refuseInput('timeless', 'Bookings without a time start in no range.');
  return {
    ...scopeOf(context),
    order,
    timeless,
    ...openRange({ from, to }, timeZone),
    ...present({ statuses: status === undefined ? undefined : statusesIn(status) }),
  };
};

/**
 * One page: by start, or of bookings without a time by creation; and where the next begins. Throws INVALID_REQUEST for a cursor of another
 * list.
 */
export const bookingPage = async (
  core: Core,
  filters: Omit<BookingListQuery, 'after' | 'limit'>,
  { cursor, limit = DEFAULT_LIMIT }: { readonly cursor?: string; readonly limit?: number },
): Promise<{ readonly page: readonly Booking[]; readonly meta: { readonly nextCursor: string | null; readonly total: number } }> => {
  const after = cursor === undefined ? undefined : positionIn(core, filters, cursor);
  const { bookings, total } = await core.bookings.list({ ...filters, ...present({ after }), limit: limit + 1 });
  const page = bookings.slice(0, limit);
  const last = bookings.length > limit ? page.at(-1) : undefined;
  const nextCursor = last ? signPosition(core, filters, { at: last.time?.start ?? last.createdAt, id: last.id }) : null;
  return { page, meta: { nextCursor, total } };
};
