import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import type { ChangedThere } from '../../domain/external-record/changed-there.ts';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import { isWanted } from '../../domain/external-record/wish.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

type Schemas = components['schemas'];

/** A booking to come that somebody has changed in a calendar. */
export interface BookingChanged {
  readonly sourceId: string;
  readonly booking: Booking & { readonly time: NonNullable<Booking['time']> };
  readonly record: ExternalRecord & { readonly changedThere: ChangedThere };
}

const isToCome = (booking: Booking | undefined, now: Instant): booking is BookingChanged['booking'] =>
  booking !== undefined && isWanted(booking) && booking.time!.start > now;

const isChanged = (record: ExternalRecord): record is BookingChanged['record'] =>
  record.changedThere !== undefined && record.wanted === 'present' && !record.isErased;

const changedOf = (
  records: readonly ExternalRecord[],
  bookings: readonly Booking[],
  now: Instant,
): readonly BookingChanged[] =>
  records.filter(isChanged).flatMap((record): BookingChanged[] => {
    const booking = bookings.find(({ id }) => id === record.bookingId);
    const { sourceId } = record.account;
    return isToCome(booking, now) && sourceId !== undefined ? [{ sourceId, booking, record }] : [];
  });

/** Returns the bookings to come of a coach that somebody has changed in a calendar, the nearest first. */
export async function changedOfCoach(
  { externalRecords, bookings }: Pick<Core, 'externalRecords' | 'bookings'>,
  scope: LedgerScope,
  coachId: string,
  now: Instant,
): Promise<readonly BookingChanged[]> {
  const records = await externalRecords.changedOfCoach(scope, coachId);
  if (records.length === 0) return [];
  const found = await bookings.byIds(scope, [...new Set(records.map(({ bookingId }) => bookingId))]);
  return [...changedOf(records, found, now)].sort((a, b) => a.booking.time.start - b.booking.time.start);
}

const STATES: Readonly<Record<ExternalRecord['state'], Schemas['ExternalChangeState']>> = {
  done: 'changed',
  due: 'putting_back',
  working: 'putting_back',
  failed: 'failed',
};

const changeView = ({ state, changedThere: { kind, start, end, since } }: BookingChanged['record']) => ({
  kind,
  state: STATES[state],
  since: instantText(since),
  ...present({ thereStart: optionalText(start), thereEnd: optionalText(end) }),
});

/** Returns such a booking as its calendar shows it. */
export function calendarChangeView({ booking, record }: BookingChanged): Schemas['ExternalCalendarChange'] {
  const { id: bookingId, serviceTitle, time } = booking;
  return {
    bookingId,
    serviceTitle,
    start: instantText(time.start),
    end: instantText(time.end),
    ...changeView(record),
  };
}

/** Returns what somebody has made of a booking in calendars of the coach. */
export async function changesOfBooking(
  { externalRecords }: Pick<Core, 'externalRecords'>,
  booking: Booking,
  now: Instant,
): Promise<readonly Schemas['BookingChangeThere'][]> {
  const changed = changedOf(await externalRecords.ofBookings([booking.id]), [booking], now);
  return changed.map(({ sourceId: calendarId, record }) => ({ calendarId, ...changeView(record) }));
}
