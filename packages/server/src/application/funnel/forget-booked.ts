import type { Booking } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import { placeOf } from './place-of.ts';

/** Returns when a booking was counted, if it was: with its first event, or once its guest had confirmed by mail. */
const countedAt = ({ history, outbox }: Booking) => {
  const [made] = history;
  if (made?.by !== 'attendee' || outbox.some(({ type }) => type === 'booking.created')) return undefined;
  return (history.find(({ type }) => type === 'proven') ?? made).at;
};

/**
 * Takes a booking whose attendee is erased from under its source, which may name the person. The figures stay, but by
 * source. Called twice, it may do so for a booking of somebody else, too.
 */
export async function forgetBooked(
  { coaches, funnelCounts }: Pick<Core, 'coaches' | 'funnelCounts'>,
  booking: Booking,
): Promise<void> {
  const { coachId, serviceId, utm } = booking;
  const at = countedAt(booking);
  if (utm?.source === undefined || at === undefined) return;
  const head = await coaches.byId(coachId);
  if (!head) return;
  const { timeZone } = head.schedule;
  await funnelCounts.forgetBooking(booking, placeOf({ coachId, timeZone, at, serviceId, source: utm.source }));
}
