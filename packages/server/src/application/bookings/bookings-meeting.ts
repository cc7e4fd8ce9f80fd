import type { Booking } from '../../domain/booking/booking.ts';
import { minus, type Instant } from '@coach-booking/time/instant';
import { asOf } from '../../domain/booking/expiry.ts';
import { DAY } from '@coach-booking/time/units';
import { overlaps, type Range } from '@coach-booking/time/range';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

/** No session is longer than a day, so what runs on into a range has begun within a day before it. */
const MAX_SESSION = DAY;

/**
 * Returns the bookings that meet a range, by start, as they stand at `now`: also one that began the evening before and
 * is still running (V19).
 */
export async function bookingsMeeting(
  { bookings }: Pick<Core, 'bookings'>,
  coach: LedgerScope & { readonly coachId: string },
  range: Range<Instant>,
  now: Instant,
): Promise<readonly Booking[]> {
  const found = await bookings.between({ ...coach, from: minus(range.start, MAX_SESSION), to: range.end });
  return found.filter(({ time }) => time && overlaps(time, range)).map((booking) => asOf(booking, now));
}
