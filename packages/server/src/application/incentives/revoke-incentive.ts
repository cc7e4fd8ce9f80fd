import { cleanCode } from '../../domain/incentive/code.ts';
import { incentiveLedger } from '../../domain/incentive/incentive.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { incentiveView } from './incentive-view.ts';

type RevokeIncentiveNeeds = Pick<Core, 'cache' | 'coaches' | 'incentives' | 'ledgers'>;

/**
 * Ends an incentive that no booking has used; one that was ended stays so. A booking under way reads it once more after
 * it has claimed it, so that none gets it once this has answered. Throws COACH_NOT_FOUND, INCENTIVE_NOT_FOUND,
 * NOT_ALLOWED_NOW.
 */
export const revokeIncentive: UseCase<'revokeIncentive', RevokeIncentiveNeeds> =
  (core) =>
  async (context, { coach, code }) => {
    const { head } = await readCoach(core, context, coach);
    const scope = scopeOf(context);
    const id = cleanCode(code);
    const incentive = await core.incentives.byCode(scope, id);
    if (!incentive || incentive.coachId !== head.id)
      throw new Refusal('INCENTIVE_NOT_FOUND', `Coach ${head.slug} has no code ${id}.`);
    const uses = await core.ledgers.placesOf(incentiveLedger(id));
    if (uses.length > 0) throw new Refusal('NOT_ALLOWED_NOW', `A booking has used the code ${id}.`);
    if (!context.dryRun) await core.incentives.revoke(scope, id, context.now);
    const ended = { ...incentive, revokedAt: incentive.revokedAt ?? context.now };
    return { data: incentiveView(ended, uses, context.now) };
  };
