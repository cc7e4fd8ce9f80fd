import { instant, type Instant } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import { toMinutes } from '@coach-booking/time/wall-time';
import { localOf, type Zone } from '@coach-booking/time/zone';
import { NO_REMINDER_WITHIN } from './derive.ts';
import type { Delivery } from './delivery.ts';

/** From when until when no reader is disturbed, on the reader's clock: `HH:MM`. Equal ones: at no time. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export const defaultQuietHours: QuietHours = { from: '21:00', to: '08:00' };

/** The time by which a message that was due outside quiet hours may be late. */
const GRACE = 5 * MINUTE;

/** Returns whether the wall clock of a zone is within the quiet hours. */
export function isQuiet({ from, to }: QuietHours, zone: Zone, at: Instant): boolean {
  const [begin, end, now] = [toMinutes(from), toMinutes(to), localOf(zone, at).minutes];
  return begin <= end ? begin <= now && now < end : now >= begin || now < end;
}

/**
 * Returns the last whole minute up to an instant that is not quiet; null where a day has none. Found minute by minute,
 * so that it is true wherever the clock jumps.
 */
export function lastLoudMinute(hours: QuietHours, zone: Zone, at: Instant): Instant | null {
  for (let minute = Math.floor(at / MINUTE) * MINUTE; minute > at - DAY; minute -= MINUTE)
    if (!isQuiet(hours, zone, instant(minute))) return instant(minute);
  return null;
}

/** Returns the first whole minute from an instant on that is not quiet; the instant where a day has none. */
export function firstLoudMinute(hours: QuietHours, zone: Zone, at: Instant): Instant {
  for (let minute = Math.ceil(at / MINUTE) * MINUTE; minute < at + DAY; minute += MINUTE)
    if (!isQuiet(hours, zone, instant(minute))) return instant(minute);
  return at;
}

/** Mails wait in a mailbox; the others ring. */
const rings = ({ channel }: Delivery): boolean => channel !== 'email';

/**
 * Returns the reminder with the time at which it does not disturb: the last minute before the quiet hours. One for
 * which that is too near to the booking keeps its time, at which `isDisturbing` finds that it goes by mail instead.
 */
export function outOfQuietHours(delivery: Delivery, hours: QuietHours, zone: Zone): Delivery {
  const { kind, dueAt, createdAt } = delivery;
  if (kind !== 'reminder' || !rings(delivery) || !isQuiet(hours, zone, dueAt)) return delivery;
  const before = lastLoudMinute(hours, zone, dueAt);
  return before !== null && before > createdAt + NO_REMINDER_WITHIN ? { ...delivery, dueAt: before } : delivery;
}

/** Returns whether a message that is about to go would disturb its reader, of whom this is the zone. */
export function isDisturbing(delivery: Delivery, hours: QuietHours, zone: Zone, now: Instant): boolean {
  if (!rings(delivery) || !isQuiet(hours, zone, now)) return false;
  return isQuiet(hours, zone, delivery.dueAt) || now - delivery.dueAt > GRACE;
}

/** Returns the mail in its place; of an event there is one already, under the same id. */
export function byMail(delivery: Delivery, now: Instant): Delivery {
  const { id, channel, about } = delivery;
  return {
    ...delivery,
    id: id.replace(`:${channel}:`, ':email:'),
    channel: 'email',
    about: { ...about, insteadOf: channel },
    dueAt: now,
    state: 'due',
    attempt: 0,
    failures: 0,
    leasedUntil: null,
  };
}
