import type { Booking } from '../../domain/booking/booking.ts';
import { asOf } from '../../domain/booking/expiry.ts';
import { isStatus, type BookingStatus } from '../../domain/booking/status.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf, OperationId } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { page } from '../kernel/page.ts';
import type { BookingListQuery, BookingPosition } from '../ports/booking-reads.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import { openRange } from './list-range.ts';

const statusOf = (name: string): BookingStatus =>
  isStatus(name) ? name : refuseInput('status', `There is no status ${name}.`);

const statusesIn = (list: string): BookingStatus[] => [...new Set(list.split(','))].sort().map(statusOf);

/**
 * Returns the filters that every list of bookings takes; plain dates are read in this zone. Throws RANGE_INVALID, and
 * INVALID_REQUEST for an unknown status or a range of bookings without a time.
 */
export function commonFilters(context: Context, input: InputOf<'listMyBookings'>, timeZone: string) {
  const { status, from, to, order = 'asc' } = input;
  const hasRange = from !== undefined || to !== undefined;
  if (input.timeless === 'true' && hasRange) refuseInput('timeless', 'Bookings without a time start in no range.');
  const timeless = input.timeless === undefined && !hasRange ? ('also' as const) : input.timeless === 'true';
  return {
    ...scopeOf(context),
    order,
    timeless,
    ...openRange({ from, to }, timeZone),
    ...present({ statuses: status === undefined ? undefined : statusesIn(status) }),
  };
}

/** Returns the filters of sessions that are over, or are not, when they are asked for. Throws INVALID_REQUEST. */
export function whenFilters({ when, timeless }: Pick<InputOf<'listBookings'>, 'when' | 'timeless'>) {
  if (when === undefined) return {};
  if (timeless === 'true') refuseInput('when', 'A booking without a time has no end.');
  return { ended: when === 'past', timeless: false };
}

/** A position as a cursor stores it. */
type CursorPosition = Pick<BookingPosition, keyof BookingPosition>;
type Filters = Omit<BookingListQuery, 'after' | 'limit' | 'now'>;

/**
 * Returns one page, of bookings as they stand at `now`: those without a time by creation, then by start; and where the
 * next begins. Throws INVALID_REQUEST for a cursor of another list.
 */
export function bookingPage(
  core: Pick<Core, 'tokens' | 'bookings'>,
  { now }: Pick<Context, 'now'>,
  list: OperationId,
  filters: Filters,
  input: { readonly cursor?: string; readonly limit?: number },
): ReturnType<typeof page<Booking, CursorPosition>> {
  const listing = {
    list,
    filters,
    positionOf: ({ time, createdAt, id }: Booking): CursorPosition =>
      time ? { at: time.start, id } : { at: createdAt, id, timeless: true },
    async read(asked: { readonly after?: CursorPosition; readonly limit: number }) {
      const { bookings: rows, ...rest } = await core.bookings.list({ ...filters, ...asked, now });
      return { rows: rows.map((booking) => asOf(booking, now)), ...rest };
    },
  };
  return page<Booking, CursorPosition>(core, listing, input);
}
