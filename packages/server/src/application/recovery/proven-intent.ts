import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { IntentGrant } from '../ports/tokens.ts';

/** Returns what a token proves about an intent. Throws TOKEN_INVALID when it is no token of this one. */
export function provenIntent(
  { tokens }: Pick<Core, 'tokens'>,
  context: Context,
  id: string,
  token: string,
): IntentGrant {
  const grant = tokens.readIntent(token);
  if (!grant || grant.intentId !== id || !isInScope(context, grant))
    throw new Refusal('TOKEN_INVALID', `The token is not the one of intent ${id}.`);
  return grant;
}
