import type { Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Range } from '@coach-booking/time/range';
import { availabilityBetween } from './availability.ts';
import type { CompiledPlan } from './compile.ts';

/** Returns the minutes of the working hours within a range, without breaks and what else the plan takes away. */
export function openMinutesIn(plan: CompiledPlan, { start, end }: Range<Instant>): number {
  const { free } = availabilityBetween(plan, start, end);
  const inside = free.map((one) => Math.max(0, Math.min(one.end, end) - Math.max(one.start, start)));
  return inside.reduce((sum, length) => sum + length, 0) / MINUTE;
}
