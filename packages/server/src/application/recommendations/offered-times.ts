import { instant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Booking } from '../../domain/booking/booking.ts';
import { offeredServices, type CoachHead } from '../../domain/coach/coach.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instants.ts';
import { Refusal } from '../kernel/refusal.ts';
import { recommendSlots, type RecommendSlotsNeeds } from './recommend-slots.ts';

/** Times of so many days are ranked. */
const DAYS_AHEAD = 28;
/** The most times that are offered. */
const MOST = 3;

/** A server that acts for the coach, so that the hours of the lead count. */
const contextOf = ({ partnerId, mode, id }: Booking, now: Instant): Context => ({
  caller: { kind: 'secret', partnerId, mode, keyId: 'messages', address: '' },
  now,
  requestId: id,
  dryRun: true,
});

/**
 * Returns the best free times in place of a session, at most three, never the one that did not work out. None where its
 * service is not offered any more, and none where they cannot be read: a message does not wait for them.
 */
export async function offeredTimes(
  core: RecommendSlotsNeeds,
  booking: Booking,
  head: CoachHead,
  now: Instant,
): Promise<readonly Instant[]> {
  const { coachId, serviceId, attendee, time } = booking;
  if (!head.active || !offeredServices(head).some(({ id }) => id === serviceId)) return [];
  const asked = {
    coach: coachId,
    serviceId,
    from: instantText(now),
    to: instantText(plus(now, DAYS_AHEAD * DAY)),
    limit: MOST + 1,
    ...(attendee.kind === 'lead' && { leadId: attendee.id }),
  };
  const found = await recommendSlots(core)(contextOf(booking, now), asked).catch((error: unknown) => {
    if (error instanceof Refusal) return { data: [] };
    throw error;
  });
  return found.data
    .map(({ start }) => instant(Date.parse(start)))
    .filter((start) => start !== time?.start)
    .slice(0, MOST);
}
