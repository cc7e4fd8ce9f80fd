import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { Booking } from '../booking/booking.ts';

/** A join link leads to the meeting from so long before the start. */
export const OPENS_BEFORE = 15 * MINUTE;
/** And until so long after the end, since sessions run over and connections break. */
const OPEN_AFTER = HOUR;

/**
 * The answer to the visitor of a join link:
 *
 * - `open`: the meeting
 * - `early`: it opens at `opensAt`
 * - `untimed`: the session has no time yet
 * - `pending`: the coach has not agreed yet
 * - `cancelled`, `over`
 */
export type Admission =
  | { readonly state: 'open' | 'untimed' | 'pending' | 'cancelled' | 'over' }
  | { readonly state: 'early'; readonly opensAt: Instant };

/** Returns what the join link of a booking leads to. A session that has begun early is open, and stays so when late. */
export function admissionTo({ status, time }: Pick<Booking, 'status' | 'time'>, now: Instant): Admission {
  if (status === 'cancelled' || status === 'pending') return { state: status };
  if (status === 'completed') return { state: 'over' };
  if (!time) return { state: 'untimed' };
  if (status === 'in_progress') return { state: 'open' };
  const opensAt = minus(time.start, OPENS_BEFORE);
  if (now < opensAt) return { state: 'early', opensAt };
  return { state: now < plus(time.end, OPEN_AFTER) ? 'open' : 'over' };
}
