import type { Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Booking } from '../booking/booking.ts';
import { isExpired } from '../booking/expiry.ts';
import { isActive, type BookingStatus } from '../booking/status.ts';
import type { Reminders } from '../schedule/schedule.ts';
import type { Delivery, SkipCode } from './delivery.ts';

/** A reminder that is late by more than this part of its lead is of no use any more (R37). */
const LATE_PART = 4;

/** A booking that the coach side made is as fixed as a confirmed one, and its confirmation is not sent again. */
const asConfirmed = (status: BookingStatus | undefined): BookingStatus | undefined =>
  status === 'scheduled' ? 'confirmed' : status;

/** Whether another member of the team has it since. */
const isOfAnother = ({ role }: Delivery, { staffId }: Booking): boolean =>
  role.startsWith('staff:') && role !== `staff:${staffId}`;

const ofReminder = (delivery: Delivery, booking: Booking, { rules }: Reminders, now: Instant): SkipCode | null => {
  const { about, channel, minutesBefore = 0, dueAt, again } = delivery;
  const { status, time } = booking;
  if (asConfirmed(status) !== 'confirmed' || time?.start !== about.start) return 'superseded';
  if (isOfAnother(delivery, booking)) return 'superseded';
  const isInRules = rules.some(
    (rule) => rule.channel === (about.insteadOf ?? channel) && rule.minutesBefore === minutesBefore,
  );
  // A request to send this very one again overrides the rules (R46).
  if (!isInRules && again === undefined) return 'rule_off';
  return now >= time!.start || now - dueAt > (minutesBefore * MINUTE) / LATE_PART ? 'too_late' : null;
};

const ofConflict = ({ about }: Delivery, { status, time }: Booking, now: Instant): SkipCode | null => {
  if (!isActive(status) || time?.start !== about.start) return 'superseded';
  return now >= time!.start ? 'too_late' : null;
};

/**
 * Returns why a message is not to be sent any more, judged by the booking as it is at this moment, or null when it is.
 * A message about a change is sent only while the booking is as that change left it: what came later has a message of
 * its own. `reminders` are those of its recipient. Source: R10, R37, R45.
 */
export function verdictOn(delivery: Delivery, booking: Booking, reminders: Reminders, now: Instant): SkipCode | null {
  const { kind, about, again } = delivery;
  if (kind === 'reminder') return ofReminder(delivery, booking, reminders, now);
  if (kind === 'conflict') return ofConflict(delivery, booking, now);
  if (kind === 'unproven') return !booking.unproven ? 'superseded' : isExpired(booking, now) ? 'too_late' : null;
  if (kind === 'follow_up' && !reminders.followUp && again === undefined) return 'rule_off';
  if (asConfirmed(booking.status) !== asConfirmed(about.status) || booking.time?.start !== about.start)
    return 'superseded';
  return isOfAnother(delivery, booking) ? 'superseded' : null;
}
