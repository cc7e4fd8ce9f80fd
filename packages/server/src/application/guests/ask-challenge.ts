import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { Challenge } from '../ports/challenges.ts';
import { Refusal } from '../kernel/refusal.ts';

/**
 * Returns the challenge that a caller has to pass before booking, or null. Only publishable keys are challenged: a
 * session or a secret key identifies its caller.
 */
export async function challengeFor(
  { challenges: { offered }, cachedPartner }: Pick<Core, 'challenges' | 'cachedPartner'>,
  { caller }: Context,
): Promise<Challenge | null> {
  if (!offered || caller.kind !== 'publishable') return null;
  return (await cachedPartner(caller.partnerId))?.challenge ? offered : null;
}

/**
 * Verifies the token. Throws CHALLENGE_REQUIRED without a token and CHALLENGE_FAILED for one that the provider refuses.
 * When the provider does not answer every caller passes, since the caps still hold.
 */
export async function passChallenge(
  { challenges }: Pick<Core, 'challenges'>,
  { caller }: Context,
  token: string | undefined,
): Promise<void> {
  if (token === undefined)
    throw new Refusal('CHALLENGE_REQUIRED', 'Send the challengeToken that the provider gave the visitor.');
  if ((await challenges.verify(token, caller.address)) === 'refused')
    throw new Refusal(
      'CHALLENGE_FAILED',
      'The provider refuses this challengeToken: each works once, for a few minutes.',
    );
}
