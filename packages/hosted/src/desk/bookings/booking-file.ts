import { currencyDigits } from '@coach-booking/sdk';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { csvText } from '../../files/csv.ts';
import type { ListTexts } from '../lists/texts/index.ts';
import type { Booking } from './calls.ts';
import type { BookingTexts } from './texts/index.ts';

interface Words {
  readonly texts: BookingTexts;
  readonly lists: ListTexts;
  /** IANA: dates and times of the file are of this zone. */
  readonly timeZone: string;
  staffName(id: string): string;
  /** The head of a column of coaches, and their names; a file of one coach has no such column. */
  readonly coaches?: { readonly head: string; name(id: string): string };
}

/** Returns bookings as CSV: dates as `2026-04-14`, times as `09:30`, prices in whole units of their currency. */
export function bookingsFile(
  bookings: readonly Booking[],
  { texts, lists, timeZone, staffName, coaches }: Words,
): string {
  const wall = (instant: string) => wallDate(instant, timeZone).toISOString();
  const line = (booking: Booking) => {
    const { id, start, end, status, attendee, serviceTitle, staffId, locationKind, place, price, source, createdAt } =
      booking;
    const amount = price && price.amount / 10 ** currencyDigits(price.currency);
    return [
      start && wall(start).slice(0, 10),
      start && wall(start).slice(11, 16),
      end && wall(end).slice(11, 16),
      lists[status],
      attendee.name,
      attendee.email,
      attendee.phone,
      serviceTitle,
      ...(coaches ? [coaches.name(booking.coachId)] : []),
      staffId && staffName(staffId),
      place ? [place.name, place.address].filter(Boolean).join(', ') : texts[locationKind],
      amount,
      price?.currency,
      source,
      wall(createdAt).slice(0, 16).replace('T', ' '),
      id,
    ];
  };
  const head = [
    texts.date,
    texts.startsAt,
    texts.endsAt,
    texts.status,
    texts.name,
    lists.email,
    lists.phone,
    texts.service,
    ...(coaches ? [coaches.head] : []),
    texts.staff,
    texts.where,
    texts.price,
    texts.currency,
    lists.source,
    texts.bookedAt,
    texts.number,
  ];
  return csvText([head, ...bookings.map(line)]);
}
