import { instant, plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { blocksOf } from './blocks.ts';
import { refusalOf } from './check-start.ts';
import { gridBetween } from './grid-statuses.ts';
import { startLimits } from './limits.ts';
import { listStarts } from './list-starts.ts';
import { mostFrequent } from './most-frequent.ts';
import type { RefusalCode, SlotQuestion } from './slot-question.ts';

/**
 * Returns one reason why nothing in [from, to) can be booked; null when something can. When all of it is past, too soon
 * or too far ahead, that is the reason. Else it is the most frequent reason of the starts that the clock allows;
 * without any start on the grid it is `outside_hours`.
 */
export function reasonForNoStarts(question: SlotQuestion): RefusalCode | null {
  const { plan, rules, now, from, to } = question;
  if (listStarts(question).length > 0) return null;
  const { earliest, end } = startLimits(plan, now);
  if (from >= end) return 'window';
  if (to <= now + 1) return 'past';
  if (to <= earliest) return 'notice';
  if (plan.externalStale) return 'source_stale';
  const blocks = blocksOf(question);
  const grid = Array.from(gridBetween(question), instant);
  const inTime = grid.filter((start) => start >= earliest && start < end);
  const asked = inTime.length > 0 ? inTime : grid;
  return (
    mostFrequent(asked.map((start) => refusalOf(blocks, { start, end: plus(start, rules.duration * MINUTE) }, now))) ??
    'outside_hours'
  );
}
