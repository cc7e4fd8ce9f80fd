import type { CompiledPlan } from '../availability/compile.ts';
import { MINUTE } from '@coach-booking/time/units';
import { localDayOf, startOfLocalDay } from '@coach-booking/time/zone';

/** When a session may start at all, by the clock: in [earliest, end). Instants. */
export interface StartLimits {
  readonly earliest: number;
  readonly end: number;
}

/**
 * A session that starts this very millisecond is past: a start must lie after now. It may not come sooner than the
 * minimum notice, not today (in the coach's zone) without same-day booking, and not after the last date of the booking
 * window, which is today + N.
 */
export function startLimits({ schedule, zone }: CompiledPlan, now: number): StartLimits {
  const today = localDayOf(zone, now);
  const noticed = Math.max(now + 1, now + schedule.minimumNotice * MINUTE);
  return {
    earliest: schedule.sameDayBooking ? noticed : Math.max(noticed, startOfLocalDay(zone, today + 1)),
    end: startOfLocalDay(zone, today + schedule.bookingWindow + 1),
  };
}
