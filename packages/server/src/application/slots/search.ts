import type { CoachHead } from '../../domain/coach/coach.ts';
import { listStarts } from '../../domain/slots/list-starts.ts';
import type { Occupied, SlotQuestion, SlotRules } from '../../domain/slots/slot-question.ts';
import { instant, plus, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import type { Core } from '../ports/core.ts';
import { occupiedBy } from './occupied.ts';
import { daysAround, type InstantRange } from '../kernel/slot-range.ts';

/** A search for starts of a session at a coach. */
export interface Search {
  readonly head: CoachHead;
  readonly rules: Required<SlotRules>;
  readonly now: Instant;
  /** Owners whose claims do not count: the caller's own. */
  readonly exceptOwners?: readonly string[];
  /** The member of staff whose calendar must be free too. */
  readonly staffId?: string | undefined;
  /** A time that a calendar of the coach has by now, and the snapshot of it does not. */
  readonly busyNow?: Range<Instant>;
}

export function questionOf(
  { cache }: Pick<Core, 'cache'>,
  { head, rules, now }: Search,
  occupied: readonly Occupied[],
  range: InstantRange,
): SlotQuestion {
  return {
    plan: cache.planOf(head, now),
    rules,
    occupied,
    now,
    ...range,
  };
}

const occupiedNow = ({ busyNow }: Search): readonly Occupied[] =>
  busyNow ? [{ ...busyNow, paddedStart: busyNow.start, paddedEnd: busyNow.end, kind: 'booking' }] : [];

/** Reads the ledgers of a range and returns the starts in it that can be booked. Ascending. */
export async function startsIn(
  core: Pick<Core, 'cache' | 'ledgers'>,
  search: Search,
  range: InstantRange,
): Promise<readonly Instant[]> {
  if (range.from >= range.to) return [];
  const days = daysAround(range, search.rules);
  const resources = search.staffId === undefined ? [search.head.id] : [search.head.id, search.staffId];
  const reads = await Promise.all(resources.map((id) => core.ledgers.read(id, days)));
  const claims = reads.flatMap((read) => read.claims).sort((a, b) => a.start - b.start);
  const occupied = [...occupiedBy(claims, search.now, search.exceptOwners), ...occupiedNow(search)];
  return Array.from(listStarts(questionOf(core, search, occupied, range)), instant);
}

export function slotAt(start: Instant, { duration }: SlotRules): { start: Instant; end: Instant } {
  return {
    start,
    end: plus(start, duration * MINUTE),
  };
}
