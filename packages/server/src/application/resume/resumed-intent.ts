import type { Intent } from '../../domain/recovery/intent.ts';
import type { Context } from '../kernel/context.ts';
import { isInScope } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import { intentNotFound } from '../recovery/recovery-of-coach.ts';

/** Returns the intent of a recovery's link. Throws INTENT_NOT_FOUND for a link that was not made here, or no more. */
export async function resumedIntent(
  { tokens, intents }: Pick<Core, 'tokens' | 'intents'>,
  context: Context,
  token: string,
): Promise<Intent> {
  const id = tokens.readResume(token);
  const intent = id === null ? null : await intents.byId(id);
  if (!intent || !isInScope(context, intent)) throw intentNotFound('of this link');
  return intent;
}
