import { plus, type Instant } from '@coach-booking/time/instant';
import { overlapsAny, type Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import { blocksOf, type Blocks } from './blocks.ts';
import { listStarts } from './list-starts.ts';
import type { BlockCode, RefusalCode, StartQuestion } from './slot-question.ts';

/** Of several reasons the first is returned: the clock's, then the plan's, then that of other bookings. */
const ORDER: readonly BlockCode[] = [
  'source_stale',
  'outside_hours',
  'break',
  'time_off',
  'external_busy',
  'booked',
  'held',
  'buffer',
];

/**
 * Returns why a start is not offered. For an offered one it returns `off_grid`, the last of the reasons: nothing but
 * the grid is against it.
 */
export function refusalOf(blocks: Blocks, session: Range<Instant>, now: Instant): RefusalCode {
  const start = { start: session.start, end: plus(session.start, 1) };
  if (session.start <= now) return 'past';
  if (overlapsAny(blocks.notice, start)) return 'notice';
  if (overlapsAny(blocks.window, start)) return 'window';
  return ORDER.find((code) => overlapsAny(blocks[code], session)) ?? 'off_grid';
}

/**
 * Returns null when this start can be booked, else the reason. It reads the listing itself, so the two cannot disagree.
 */
export function checkStart(question: StartQuestion, start: Instant): RefusalCode | null {
  const asked = { ...question, from: start, to: plus(start, 1) };
  if (listStarts(asked).length > 0) return null;
  return refusalOf(blocksOf(asked), { start, end: plus(start, question.rules.duration * MINUTE) }, question.now);
}
