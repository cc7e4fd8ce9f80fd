import { startLimits } from '../../domain/slots/limits.ts';
import { earliest, latest, plus, type Instant } from '@coach-booking/time/instant';
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
  from: Instant,
): Promise<Instant | null> {
  const limits = startLimits(core.cache.planOf(search.head, search.now), search.now);
  for (let start = latest(from, limits.earliest); start < limits.end; start = plus(start, STEP)) {
    const [first] = await startsIn(core, search, { from: start, to: earliest(plus(start, STEP), limits.end) });
    if (first !== undefined) return first;
  }
  return null;
}
