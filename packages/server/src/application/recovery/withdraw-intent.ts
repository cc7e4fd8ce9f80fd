import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { provenIntent } from './proven-intent.ts';
import { withdrawPerson, type WithdrawNeeds } from './withdraw.ts';

type WithdrawIntentNeeds = Pick<Core, 'tokens'> & WithdrawNeeds;

/**
 * Withdraws the consent: of the intent, and of what else the same person did not finish with this coach. One that is
 * withdrawn or deleted is no error. Throws TOKEN_INVALID.
 */
export const withdrawIntent: UseCase<'withdrawIntent', WithdrawIntentNeeds> =
  (core) =>
  async (context, { id, intentToken }) => {
    provenIntent(core, context, id, intentToken);
    const intent = await core.intents.byId(id);
    if (intent && !context.dryRun) await withdrawPerson(core, intent, context.now);
    return { data: { id, removed: true } };
  };
