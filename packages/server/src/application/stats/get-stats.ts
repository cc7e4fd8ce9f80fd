import { instantsOf } from '../../domain/calendar/days.ts';
import { compilePlan } from '../../domain/availability/compile.ts';
import { openMinutesIn } from '../../domain/availability/open-minutes.ts';
import { DEFAULT_CURRENCY, offeredServices, planOf, type CoachHead } from '../../domain/coach/coach.ts';
import { foldStats, utilisationOf, type Share } from '../../domain/stats/fold.ts';
import { fromEpochDay } from '@coach-booking/time/plain-date';
import { startOfLocalDay, zoneOf } from '@coach-booking/time/zone';
import { readCoach } from '../coach-head/read-coach.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { periodOf } from './stats-period.ts';
import type { Core } from '../ports/core.ts';

type GetStatsNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings'>;

const named = <N extends string, K>(name: N, shares: readonly Share<K>[]) =>
  shares.map(
    ({ key, count, percentage }) => ({ [name]: key, count, percentage }) as Record<N, K> & Omit<Share<K>, 'key'>,
  );

/** Time that other calendars take was open: only the coach closes it. */
const withoutOutside = ({ outside: _, ...head }: CoachHead): CoachHead => head;

/**
 * Returns counts, rates, trends and revenue of the sessions that start in a period, in one round trip after the coach's
 * own. Throws COACH_NOT_FOUND, INVALID_REQUEST, RANGE_INVALID, RANGE_TOO_LONG.
 */
export const getStats: UseCase<'getStats', GetStatsNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const { timeZone } = head.schedule;
  const zone = zoneOf(timeZone);
  const span = periodOf(input, zone, context.now);
  const days = span.last - span.first + 1;
  const { start: from, end: to } = instantsOf(zone, span);
  const before = startOfLocalDay(zone, span.first - days);
  const tally = await core.bookings.tally({
    ...scopeOf(context),
    coachId: head.id,
    before,
    from,
    to,
    now: context.now,
  });
  const openMinutes = openMinutesIn(compilePlan(planOf(withoutOutside(head))), { start: from, end: to });
  const { byStatus, byType, byDuration, ...rest } = foldStats(
    tally,
    days,
    offeredServices(head).find(({ price }) => price)?.price?.currency ?? DEFAULT_CURRENCY,
  );
  return {
    data: {
      period: { from: fromEpochDay(span.first), to: fromEpochDay(span.last), days, timeZone },
      byStatus: named('status', byStatus),
      byType: named('type', byType),
      byDuration: named('duration', byDuration),
      utilisation: utilisationOf(tally.groups, openMinutes),
      ...rest,
    },
  };
};
