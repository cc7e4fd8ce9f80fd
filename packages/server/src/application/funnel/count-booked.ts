import type { Booking } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import { placeOf } from './place-of.ts';

/**
 * Counts the events of a booking that say that an attendee made it. A process that dies before the events go counts one
 * twice, as counts of hours do.
 */
export async function countBooked(
  { funnelCounts }: Pick<Core, 'funnelCounts'>,
  booking: Booking,
  timeZone: string,
): Promise<void> {
  const made = booking.outbox.filter(({ type, data }) => type === 'booking.created' && data.by === 'attendee');
  for (const { at } of made) {
    const { coachId, serviceId, utm } = booking;
    const place = placeOf({ coachId, timeZone, at, serviceId, source: utm?.source });
    await funnelCounts.add(booking, place, { booked: 1 });
  }
}
