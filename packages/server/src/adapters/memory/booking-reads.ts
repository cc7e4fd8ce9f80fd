import type { Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import { asOf } from '../../domain/booking/expiry.ts';
import { isActive } from '../../domain/booking/status.ts';
import type { BookingGroup } from '../../domain/stats/tally.ts';
import type {
  BookingListQuery,
  BookingPosition,
  BookingReads,
  FeedBooking,
} from '../../application/ports/booking-reads.ts';
import { counted } from '../../application/kernel/counts.ts';
import { present } from '../../application/kernel/present.ts';
import type { MemoryState } from './memory-state.ts';

const positionOf = ({ id, time, createdAt }: Booking): BookingPosition =>
  time ? { at: time.start, id } : { at: createdAt, id, timeless: true };
const inOrder = (a: BookingPosition, b: BookingPosition): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const passes = (booking: Booking, query: BookingListQuery): boolean => {
  const { statuses, staffId, serviceId, attendeeIds, timeless = false, from = -Infinity, to = Infinity } = query;
  const { time } = booking;
  return (
    !booking.unproven &&
    (query.coachId === undefined || booking.coachId === query.coachId) &&
    (!statuses || statuses.includes(asOf(booking, query.now).status)) &&
    (staffId === undefined || booking.staffId === staffId) &&
    (serviceId === undefined || booking.serviceId === serviceId) &&
    (attendeeIds?.includes(booking.attendee.id) ?? true) &&
    (time
      ? timeless !== true &&
        time.start >= from &&
        time.start < to &&
        (query.ended === undefined || time.end <= query.now === query.ended)
      : timeless !== false)
  );
};

type Timed = Booking & { readonly time: NonNullable<Booking['time']> };

const feedBookingOf = (
  { id, coachId, serviceTitle, status, attendee, time, history, createdAt, ...rest }: Timed,
  withPlace: boolean,
): FeedBooking => ({
  ...{ id, coachId, serviceTitle, status, attendee, time, createdAt },
  ...(rest.video && { hasVideo: true }),
  ...present({ staffId: rest.staffId, cancelledAt: rest.cancelledAt, place: withPlace ? rest.place : undefined }),
  history: history.map(({ type, at, from, to }) => ({ type, at, to, ...present({ from }) })),
});

const groupOf = (booking: Timed, now: Instant): BookingGroup => {
  const { status, isExpired = false, locationKind, duration, time, price, discount, createdAt } = asOf(booking, now);
  return {
    status,
    isExpired,
    locationKind,
    duration,
    weekday: time.local.weekday,
    hour: time.local.hour,
    currency: price?.currency ?? null,
    isAhead: time.start > now,
    count: 1,
    amount: price?.amount ?? 0,
    discount: discount?.discount ?? 0,
    ahead: time.start - createdAt,
  };
};

/** Returns a group for each booking: the sums of any grouping are the same. */
export function createMemoryBookingReads({ bookings }: Pick<MemoryState, 'bookings'>): BookingReads {
  const own = ({ partnerId, mode }: Pick<Booking, 'partnerId' | 'mode'>) =>
    [...bookings.values()]
      .filter((stored): stored is Booking => stored.kind === 'booking')
      .filter((booking) => booking.partnerId === partnerId && booking.mode === mode);
  return {
    list: async (query) => {
      const turn = query.order === 'asc' ? 1 : -1;
      const last = ({ timeless }: BookingPosition) => (query.timeless === 'also' && !timeless ? 1 : 0);
      const compare = (a: BookingPosition, b: BookingPosition) => last(a) - last(b) || turn * inOrder(a, b);
      const found = own(query)
        .filter((booking) => passes(booking, query))
        .sort((a, b) => compare(positionOf(a), positionOf(b)));
      const rest = found.filter((booking) => !query.after || compare(query.after, positionOf(booking)) < 0);
      return { bookings: rest.slice(0, query.limit), ...counted(found.length) };
    },
    ofAttendees: async (query) =>
      own(query)
        .filter(({ unproven }) => !unproven)
        .filter(({ coachId, attendee }) => coachId === query.coachId && query.attendeeIds.includes(attendee.id))
        .sort((a, b) => inOrder({ at: a.createdAt, id: a.id }, { at: b.createdAt, id: b.id }))
        .map(({ id, coachId, status, time, attendee, consent, cancelledBy, history, createdAt }) =>
          structuredClone(present({ id, coachId, status, time, attendee, consent, cancelledBy, history, createdAt })),
        ),
    forFeed: async ({ coachId, staffId, attendeeIds, from, to, withPlace, limit, ...scope }) =>
      own(scope)
        .filter((booking): booking is Timed => booking.time !== undefined && !booking.unproven)
        .filter(
          (booking) =>
            (coachId === undefined || booking.coachId === coachId) &&
            (staffId === undefined || booking.staffId === staffId) &&
            (attendeeIds?.includes(booking.attendee.id) ?? true) &&
            booking.time.start >= from &&
            booking.time.start < to,
        )
        .sort((a, b) => inOrder(positionOf(a), positionOf(b)))
        .slice(0, limit)
        .map((booking) => structuredClone(feedBookingOf(booking, withPlace))),
    countAhead: async ({ attendeeId, now, limit, ...scope }) => {
      const isAhead = ({ attendee, status, time }: Booking) =>
        attendee.id === attendeeId && isActive(status) && (time === undefined || time.start > now);
      return Math.min(limit, own(scope).filter(isAhead).length);
    },
    tally: async (query) => {
      const timed = own(query).filter(
        (booking): booking is Timed =>
          booking.coachId === query.coachId && booking.time !== undefined && !booking.unproven,
      );
      const between = (from: Instant, to: Instant) => timed.filter(({ time }) => time.start >= from && time.start < to);
      return {
        groups: between(query.from, query.to).map((booking) => groupOf(booking, query.now)),
        before: between(query.before, query.from).length,
      };
    },
  };
}
