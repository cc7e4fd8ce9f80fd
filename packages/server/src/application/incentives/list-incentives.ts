import { incentiveLedger, type Incentive } from '../../domain/incentive/incentive.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { page } from '../kernel/page.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { IncentivePosition } from '../ports/incentives.ts';
import type { UseCase } from '../ports/use-case.ts';
import { incentiveView } from './incentive-view.ts';

type ListIncentivesNeeds = Pick<Core, 'cache' | 'coaches' | 'incentives' | 'ledgers' | 'tokens'>;

/**
 * Returns the incentives of a coach, the newest first, each with its state. Throws COACH_NOT_FOUND, INVALID_REQUEST.
 */
export const listIncentives: UseCase<'listIncentives', ListIncentivesNeeds> =
  (core) =>
  async (context, { coach, ...asked }) => {
    const { head } = await readCoach(core, context, coach);
    const query = { ...scopeOf(context), coachId: head.id };
    const { rows, meta } = await page<Incentive, IncentivePosition>(
      core,
      {
        list: 'listIncentives',
        filters: query,
        read: async (at) => ({ rows: await core.incentives.list({ ...query, ...at }) }),
        positionOf: ({ createdAt, id }) => ({ createdAt, id }),
      },
      asked,
    );
    const uses = await core.ledgers.placesIn(rows.map(({ id }) => incentiveLedger(id)));
    const data = rows.map((row) => incentiveView(row, uses.get(incentiveLedger(row.id)) ?? [], context.now));
    return { data, meta };
  };
