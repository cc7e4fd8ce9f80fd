import type { CompiledPlan } from '../availability/compile.ts';
import { latest, plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { localDayOf, startOfLocalDay } from '@coach-booking/time/zone';

/** When a session may start by the clock: in [earliest, end). Instants. */
export interface StartLimits {
  readonly earliest: Instant;
  readonly end: Instant;
}

/**
 * Returns the limits of starts. A session that starts this very millisecond is past: a start must be after now. It must
 * respect the minimum notice, not be today (in the coach's zone) without same-day booking, and not be after the last
 * date of the booking window, which is today + N.
 */
export function startLimits({ schedule, zone }: CompiledPlan, now: Instant): StartLimits {
  const today = localDayOf(zone, now);
  const noticed = plus(now, Math.max(1, schedule.minimumNotice * MINUTE));
  return {
    earliest: schedule.sameDayBooking ? noticed : latest(noticed, startOfLocalDay(zone, today + 1)),
    end: startOfLocalDay(zone, today + schedule.bookingWindow + 1),
  };
}
