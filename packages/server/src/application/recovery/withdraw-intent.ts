import type { Intent } from '../../domain/recovery/intent.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { provenIntent } from './proven-intent.ts';
import { withdraw, type WithdrawNeeds } from './withdraw.ts';

type WithdrawIntentNeeds = Pick<Core, 'tokens'> & WithdrawNeeds;

/** Returns the intent, and the others of the same person with the same coach. */
const allOf = async ({ intents }: Pick<Core, 'intents'>, intent: Intent): Promise<readonly Intent[]> => {
  if (intent.emailKey === undefined) return [];
  return (await intents.ofEmail(intent, intent.emailKey)).filter(({ coachId }) => coachId === intent.coachId);
};

/**
 * Withdraws the consent: of the intent, and of what else the same person did not finish with this coach. One that is
 * withdrawn or deleted is no error. Throws TOKEN_INVALID.
 */
export const withdrawIntent: UseCase<'withdrawIntent', WithdrawIntentNeeds> =
  (core) =>
  async (context, { id, intentToken }) => {
    provenIntent(core, context, id, intentToken);
    const intent = await core.intents.byId(id);
    if (intent && !context.dryRun) for (const one of await allOf(core, intent)) await withdraw(core, one, context.now);
    return { data: { id, removed: true } };
  };
