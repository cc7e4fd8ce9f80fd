import { availabilityBetween } from '../availability/availability.ts';
import { instant, plus, type Instant } from '@coach-booking/time/instant';
import { merge, overlaps, subtract, type Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import { buffersOf, busyAround, type BusyColumns } from './busy.ts';
import { startLimits } from './limits.ts';
import type { BlockCode, Occupied, SlotQuestion } from './slot-question.ts';

/** Blocked time by reason, each an ordered, disjoint list. Lists of different reasons may overlap. */
export type Blocks = Readonly<Record<BlockCode, readonly Range<Instant>[]>>;

export function rangesOf({ starts, ends, count }: BusyColumns): Range<Instant>[] {
  return Array.from({ length: count }, (_, i) => ({ start: instant(starts[i]!), end: instant(ends[i]!) }));
}

const takenBy = (
  occupied: readonly Occupied[],
  kind: Occupied['kind'],
  whole: Range<Instant>,
): readonly Range<Instant>[] =>
  merge(
    occupied.filter((taken) => taken.kind === kind && overlaps(taken, whole)).map(({ start, end }) => ({ start, end })),
  );

/**
 * Returns everything that can block a session which starts in [from, to). `notice` and `window` are about its start,
 * the others about all of it.
 */
export function blocksOf(question: SlotQuestion): Blocks {
  const { plan, rules, occupied, now, from } = question;
  const to = plus(question.to, rules.duration * MINUTE);
  const whole = { start: from, end: to };
  const limits = startLimits(plan, now);
  const { hours, breaks } = availabilityBetween(plan, from, to);
  return {
    outside_hours: subtract([whole], hours),
    break: breaks,
    booked: takenBy(occupied, 'booking', whole),
    held: takenBy(occupied, 'hold', whole),
    time_off: plan.timeOff,
    external_busy: plan.externalBusy,
    source_stale: plan.externalStale ? [whole] : [],
    buffer: rangesOf(busyAround(occupied, buffersOf(question), from, to)),
    notice: [{ start: instant(-Infinity), end: limits.earliest }],
    window: [{ start: limits.end, end: instant(Infinity) }],
  };
}
