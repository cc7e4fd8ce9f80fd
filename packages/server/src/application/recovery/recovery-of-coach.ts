import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Incentive } from '../../domain/incentive/incentive.ts';
import { isListed, type Intent } from '../../domain/recovery/intent.ts';
import { incentiveProblem, type RecoveryIncentive } from '../../domain/recovery/settings.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope, refuseInput } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';

export function intentNotFound(id: string): Refusal {
  return new Refusal('INTENT_NOT_FOUND', `No unfinished booking ${id}.`);
}

/** Returns an intent that the coach side sees in its list. Throws INTENT_NOT_FOUND. */
export async function abandonedOf(
  { intents }: Pick<Core, 'intents'>,
  context: Context,
  { id: coachId }: CoachHead,
  id: string,
): Promise<Intent> {
  const intent = await intents.byId(id);
  if (!intent || !isInScope(context, intent) || intent.coachId !== coachId || !isListed(intent, context.now))
    throw intentNotFound(id);
  return intent;
}

/**
 * Returns the terms of the discount that is asked for; undefined where none is. Throws INVALID_REQUEST for more than
 * 100 percent, and where the service has no price to lower.
 */
export function termsOf(
  { services }: CoachHead,
  { serviceId }: Intent,
  incentive: RecoveryIncentive | undefined,
): Pick<Incentive, 'kind' | 'value' | 'currency'> | undefined {
  if (!incentive) return undefined;
  const problem = incentiveProblem(incentive);
  if (problem) refuseInput('incentive.value', problem);
  const price = services.find(({ id, deletedAt }) => id === serviceId && deletedAt === undefined)?.price;
  if (!price || price.amount === 0) refuseInput('incentive', 'The service has no price to lower.');
  const { type: kind, value } = incentive;
  return { kind, value, ...present({ currency: kind === 'amount' ? price.currency : undefined }) };
}
