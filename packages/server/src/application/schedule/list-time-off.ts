import { isPlainDate } from '@coach-booking/time/plain-date';
import { spanOf } from '../../domain/schedule/time-off.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { Refusal } from '../kernel/refusal.ts';
import { rangeOf } from '../kernel/slot-range.ts';
import type { UseCase } from '../ports/use-case.ts';
import { timeOffView } from './schedule-view.ts';
import type { Core } from '../ports/core.ts';

/**
 * Returns the absences that overlap the range, or without one those not yet over; the earliest first. One bound alone
 * leaves the other side open. Throws COACH_NOT_FOUND, RANGE_INVALID.
 */
export const listTimeOff: UseCase<'listTimeOff', Pick<Core, 'cache' | 'coaches' | 'ledgers'>> =
  (core) =>
  async (context, { coach, from, to }) => {
    const { head } = await readCoach(core, context, coach);
    const unnamed = to === undefined ? context.now : -Infinity;
    const earliest = from === undefined ? unnamed : rangeOf({ from, to: from }, head).from;
    const latest = to === undefined ? Infinity : rangeOf({ from: to, to }, head).to;
    const areAlike = from === undefined || to === undefined || isPlainDate(from) === isPlainDate(to);
    if (!areAlike || !(earliest < latest))
      throw new Refusal('RANGE_INVALID', 'from must lie before to, and both be of one kind.');
    const found = head.timeOff
      .filter((absence) => spanOf(absence).end > earliest && absence.start < latest)
      .sort((a, b) => a.start - b.start);
    return { data: found.map(timeOffView) };
  };
