import { availabilityBetween } from '../availability/availability.ts';
import { earliest, latest, plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { buffersOf, busyAround } from './busy.ts';
import { startLimits } from './limits.ts';
import type { SlotQuestion } from './slot-question.ts';
import { sweep } from './sweep.ts';

/** Returns the starts in [from, to) that can be booked at `now`: ascending, distinct instants. */
export function listStarts(question: SlotQuestion): Float64Array {
  const { plan, rules, occupied, now } = question;
  const limits = startLimits(plan, now);
  const from = latest(question.from, limits.earliest);
  const to = earliest(question.to, limits.end);
  if (from >= to || plan.externalStale) return new Float64Array();
  const duration = rules.duration * MINUTE;
  const interval = (rules.interval ?? plan.schedule.slotInterval) * MINUTE;
  const { grid, free } = availabilityBetween(plan, from, plus(to, duration));
  const busy = busyAround(occupied, buffersOf(question), from, to + duration);
  return sweep({ grid, free, busy, from, to, duration, interval });
}
