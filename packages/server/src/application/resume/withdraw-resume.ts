import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { withdrawPerson, type WithdrawNeeds } from '../recovery/withdraw.ts';
import { resumedIntent } from './resumed-intent.ts';

type WithdrawResumeNeeds = Pick<Core, 'tokens'> & WithdrawNeeds;

/**
 * Withdraws the consent by the link of a recovery: of the intent, and of what else the same person did not finish with
 * this coach. Throws INTENT_NOT_FOUND.
 */
export const withdrawResume: UseCase<'withdrawResume', WithdrawResumeNeeds> =
  (core) =>
  async (context, { token }) => {
    const intent = await resumedIntent(core, context, token);
    if (!context.dryRun) await withdrawPerson(core, intent, context.now);
    return { data: { id: intent.id, removed: true } };
  };
