import type { Booking } from '../../domain/booking/booking.ts';
import { asOf } from '../../domain/booking/expiry.ts';
import { sourceOf } from '../../domain/lead/source.ts';
import type { Context } from '../kernel/context.ts';
import { page } from '../kernel/page.ts';
import { present } from '../kernel/present.ts';
import { contactsOf } from '../people/contacts.ts';
import { isNamed } from '../people/is-named.ts';
import type { BookingListQuery, BookingPosition } from '../ports/booking-reads.ts';
import type { Core } from '../ports/core.ts';
import { attendeesNamed } from './attendees-named.ts';

type SearchNeeds = Pick<Core, 'tokens' | 'bookings' | 'leads' | 'connections' | 'users'>;
type Filters = Omit<BookingListQuery, 'after' | 'limit' | 'now'>;
type List = 'listCoachBookings' | 'listBookings';
type CursorPosition = Pick<BookingPosition, keyof BookingPosition>;

/** Conditions that no index selects by. */
export interface Sought {
  /** Part of the name, the e-mail or the phone number. */
  readonly q?: string;
  readonly source?: string;
}

/** Bookings read in one step: those that the search excludes cost a read too. */
const BATCH_SIZE = 100;
/** Bookings looked through for one page; the next continues behind them. */
const MOST_SCANNED = 1000;

const positionOf = ({ time, createdAt, id }: Booking): CursorPosition =>
  time ? { at: time.start, id } : { at: createdAt, id, timeless: true };

/** Returns the conditions that no index selects by, where there are any; null where a list needs no search. */
export function soughtIn({ q, source }: Sought): Sought | null {
  return q === undefined && source === undefined ? null : present({ q, source });
}

/** Returns where a booking came from: a campaign, a host, or `direct`. */
export function bookingSource({ utm, referrer }: Booking): string {
  return sourceOf(utm, referrer);
}

/** Returns those that are meant: a booking is found by the contact that it shows, and no other of its attendee. */
const passing = async (
  core: Pick<Core, 'leads' | 'users'>,
  bookings: readonly Booking[],
  { q, source }: Sought,
): Promise<readonly Booking[]> => {
  const contactIn = await contactsOf(core, q === undefined ? [] : bookings);
  return bookings.filter(
    (booking) =>
      (q === undefined || isNamed(contactIn(booking), q)) &&
      (source === undefined || bookingSource(booking) === source),
  );
};

/**
 * Returns the filters with the attendees who are meant, where they are few enough for an index. Those of all coaches
 * are not looked through: a business has too many people for that.
 */
const narrowed = async (core: SearchNeeds, filters: Filters, { q }: Sought): Promise<Filters> => {
  const { coachId } = filters;
  if (q === undefined || coachId === undefined || filters.attendeeIds) return filters;
  const attendeeIds = await attendeesNamed(core, { ...filters, coachId }, q);
  return attendeeIds ? { ...filters, attendeeIds } : filters;
};

/**
 * Returns one page of the bookings that a search finds, like that of a list: there is no total, and a page that stopped
 * before it was full says where the next continues. Throws INVALID_REQUEST for a cursor of another list.
 */
export function searchedPage(
  core: SearchNeeds,
  { now }: Pick<Context, 'now'>,
  { list, filters, sought }: { readonly list: List; readonly filters: Filters; readonly sought: Sought },
  input: { readonly cursor?: string; readonly limit?: number },
): ReturnType<typeof page<Booking, CursorPosition>> {
  const listing = {
    list,
    filters: { ...filters, ...sought },
    positionOf,
    async read(asked: { readonly after?: CursorPosition; readonly limit: number }) {
      const query = await narrowed(core, filters, sought);
      if (query.attendeeIds?.length === 0) return { rows: [] };
      const rows: Booking[] = [];
      let { after } = asked;
      for (let scanned = 0; scanned < MOST_SCANNED && rows.length < asked.limit; scanned += BATCH_SIZE) {
        const { bookings } = await core.bookings.list({ ...query, ...present({ after }), limit: BATCH_SIZE, now });
        rows.push(...(await passing(core, bookings, sought)));
        if (bookings.length < BATCH_SIZE) return { rows: shownAt(rows, asked.limit, now) };
        after = positionOf(bookings.at(-1)!);
      }
      return { rows: shownAt(rows, asked.limit, now), ...present({ scannedTo: after }) };
    },
  };
  return page<Booking, CursorPosition>(core, listing, input);
}

const shownAt = (rows: readonly Booking[], limit: number, now: Context['now']): readonly Booking[] =>
  rows.slice(0, limit).map((booking) => asOf(booking, now));
