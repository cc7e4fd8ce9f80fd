import { startLimits } from '../../domain/slots/limits.ts';
import { earliest, latest, minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Core } from '../ports/core.ts';
import { instantText, rangeText } from '../kernel/instants.ts';
import type { ErrorDetails } from '../kernel/refusal.ts';
import { slotAt, startsIn, type Search } from './search.ts';
import { nextAvailable } from './next-available.ts';

const SEARCH_RADIUS = 14 * DAY;
const MAX_SUGGESTIONS = 3;

/**
 * Suggests what to book instead of a start that is refused: the three nearest possible ones, two weeks around it (or
 * around the edge of the booking window, when it lies outside), and the next one at or after it, or else the first at
 * all.
 */
export async function suggest(
  core: Pick<Core, 'cache' | 'ledgers'>,
  search: Search,
  wanted: Instant,
): Promise<Pick<ErrorDetails, 'alternatives' | 'nextAvailable'>> {
  const limits = startLimits(core.cache.planOf(search.head, search.now), search.now);
  const centre = earliest(latest(wanted, limits.earliest), limits.end);
  const starts = await startsIn(core, search, {
    from: latest(minus(centre, SEARCH_RADIUS), limits.earliest),
    to: earliest(plus(centre, SEARCH_RADIUS), limits.end),
  });
  const nearest = [...starts]
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)
    .slice(0, MAX_SUGGESTIONS);
  const after =
    starts.find((start) => start >= wanted) ?? (await nextAvailable(core, search, plus(centre, SEARCH_RADIUS)));
  const next = after ?? starts[0] ?? (await nextAvailable(core, search, limits.earliest));
  return {
    alternatives: nearest.map((start) => rangeText(slotAt(start, search.rules))),
    nextAvailable: next === null ? null : instantText(next),
  };
}
