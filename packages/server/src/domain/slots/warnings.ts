import { plus, type Instant } from '@coach-booking/time/instant';
import { overlaps, overlapsAny, type Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import { localDayOf } from '@coach-booking/time/zone';
import { blocksOf } from './blocks.ts';
import { buffersOf, busyAround } from './busy.ts';
import { gridBetween } from './grid-statuses.ts';
import { startLimits } from './limits.ts';
import type { Occupied, StartQuestion } from './slot-question.ts';

/** A warning about a start that binds visitors only (R16). `capacity` is not about time, so it is not here. */
export type TimeWarning =
  | 'past'
  | 'notice'
  | 'same_day'
  | 'window'
  | 'outside_hours'
  | 'date_override'
  | 'break'
  | 'off_grid'
  | 'time_off'
  | 'external_busy'
  | 'source_stale'
  | 'buffer';

const clockWarning = ({ plan, now }: StartQuestion, start: Instant): TimeWarning | null => {
  const { schedule } = plan;
  const limits = startLimits(plan, now);
  if (start <= now) return 'past';
  if (start >= limits.end) return 'window';
  if (start >= limits.earliest) return null;
  return start < now + schedule.minimumNotice * MINUTE ? 'notice' : 'same_day';
};

/** Raw time against raw time: no person can be in two places, for any caller (R15). */
export function overlapsRaw(occupied: readonly Occupied[], session: Range<Instant>): boolean {
  return occupied.some((taken) => overlaps(taken, session));
}

/** All that speaks against a start, the clock's reason first; empty for a start that visitors could have, too. */
export function warningsFor(question: StartQuestion, start: Instant): TimeWarning[] {
  const { plan, rules, occupied } = question;
  const session = { start, end: plus(start, rules.duration * MINUTE) };
  const asked = { ...question, from: start, to: plus(start, 1) };
  const blocks = blocksOf(asked);
  const near = occupied.filter((taken) => !overlaps(taken, session));
  const isOutside = overlapsAny(blocks.outside_hours, session);
  const hasOverride = plan.overrides.has(localDayOf(plan.zone, start));
  const clock = clockWarning(question, start);
  return [
    ...(clock ? [clock] : []),
    ...(isOutside ? [hasOverride ? ('date_override' as const) : ('outside_hours' as const)] : []),
    ...(['break', 'time_off', 'external_busy', 'source_stale'] as const).filter((code) =>
      overlapsAny(blocks[code], session),
    ),
    ...(!isOutside && gridBetween(asked).length === 0 ? ['off_grid' as const] : []),
    ...(busyAround(near, buffersOf(question), session.start, session.end).count > 0 ? ['buffer' as const] : []),
  ];
}
