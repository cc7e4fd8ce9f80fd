import { NOTHING_COUNTED } from '../../domain/funnel/funnel-counts.ts';
import { recoveryFunnel } from '../../domain/funnel/recovery-funnel.ts';
import { fromEpochDay } from '@coach-booking/time/plain-date';
import { zoneOf } from '@coach-booking/time/zone';
import { readCoach } from '../coach-head/read-coach.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { periodOf } from './stats-period.ts';

type RecoveryFunnelNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'funnelCounts'>;

/**
 * Returns what became of the visitors who agreed in a period to be written to. Throws COACH_NOT_FOUND, INVALID_REQUEST,
 * RANGE_INVALID, RANGE_TOO_LONG.
 */
export const getRecoveryFunnel: UseCase<'getRecoveryFunnel', RecoveryFunnelNeeds> =
  (core) => async (context, input) => {
    const { head } = await readCoach(core, context, input.coach);
    const { timeZone } = head.schedule;
    const { first, last } = periodOf(input, zoneOf(timeZone), context.now);
    const [from, to] = [fromEpochDay(first), fromEpochDay(last)];
    const [sum] = await core.funnelCounts.sums({ ...scopeOf(context), coachId: head.id, from, to, by: null });
    return {
      data: {
        period: { from, to, days: last - first + 1, timeZone },
        ...recoveryFunnel(sum?.counts ?? NOTHING_COUNTED),
      },
    };
  };
