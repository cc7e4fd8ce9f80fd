import type { DaySpan } from '../../domain/availability/working-hours.ts';
import type { Instant } from '@coach-booking/time/instant';
import type { Zone } from '@coach-booking/time/zone';
import { requestedDay, datable } from '../kernel/requested-day.ts';
import { Refusal } from '../kernel/refusal.ts';

const DEFAULT_PERIOD = 30;
/** Two years, one of them with a leap day. */
const MAX_PERIOD = 731;

export interface PeriodRequest {
  /** Days, the last one included. Ignored when `from` is given. */
  readonly period?: number | undefined;
  readonly from?: string | undefined;
  /** Today when absent. */
  readonly to?: string | undefined;
}

/** Returns the local days of a period, both inclusive. Throws INVALID_REQUEST, RANGE_INVALID, RANGE_TOO_LONG. */
export function periodOf({ period = DEFAULT_PERIOD, from, to }: PeriodRequest, zone: Zone, now: Instant): DaySpan {
  const last = requestedDay(zone, now, to, 'to');
  if (from === undefined) return { first: datable(last - period + 1), last };
  const span = { first: requestedDay(zone, now, from, 'from'), last };
  if (span.first > span.last) throw new Refusal('RANGE_INVALID', `from ${from} must not lie after ${to ?? 'today'}.`);
  if (span.last - span.first >= MAX_PERIOD)
    throw new Refusal('RANGE_TOO_LONG', `At most ${MAX_PERIOD} days can be asked for at once.`);
  return span;
}
