import { startLimits } from '../../domain/slots/limits.ts';
import { DAY } from '@coach-booking/time/units';
import type { Core } from '../ports/core.ts';
import { startsIn, type Search } from './search.ts';

/** The range of one read. */
const STEP = 31 * DAY;

/**
 * Returns the first start at or after `from` that can be booked, reading month by month to the end of the booking
 * window; null when there is none.
 */
export async function nextAvailable(
  core: Pick<Core, 'cache' | 'ledgers'>,
  search: Search,
  from: number,
): Promise<number | null> {
  const { earliest, end } = startLimits(core.cache.planOf(search.head), search.now);
  for (let start = Math.max(from, earliest); start < end; start += STEP) {
    const [first] = await startsIn(core, search, { from: start, to: Math.min(start + STEP, end) });
    if (first !== undefined) return first;
  }
  return null;
}
