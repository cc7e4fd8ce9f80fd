import { minus } from '@coach-booking/time/instant';
import { ABANDONED_AFTER, type Intent } from '../../domain/recovery/intent.ts';
import type { Core } from '../ports/core.ts';

export type BookedSinceNeeds = Pick<Core, 'bookings' | 'leads' | 'users'>;

/**
 * Returns whether the person has booked the coach since the intent began; or shortly before, since a booking may
 * overtake the request that captures. One that its guest did not confirm by mail is none.
 */
export async function hasBookedSince(core: BookedSinceNeeds, intent: Intent): Promise<boolean> {
  const { partnerId, mode, coachId, emailKey, createdAt } = intent;
  if (emailKey === undefined) return false;
  const [lead, user] = await Promise.all([
    core.leads.byEmail({ partnerId, mode }, emailKey),
    core.users.byEmail({ partnerId, mode }, emailKey),
  ]);
  const attendeeIds = [...new Set([lead?.id, lead?.clientId, user?.id].flatMap((id) => id ?? []))];
  if (attendeeIds.length === 0) return false;
  const bookings = await core.bookings.ofAttendees({ partnerId, mode, coachId, attendeeIds });
  return bookings.some((booking) => booking.createdAt >= minus(createdAt, ABANDONED_AFTER));
}
