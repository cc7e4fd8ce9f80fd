import type { Context } from '../kernel/context.ts';
import type { User } from '../ports/users.ts';
import { openSession, type OpenSessionNeeds } from './open-session.ts';
import { challenge } from './second-factor.ts';

export type SignInNeeds = OpenSessionNeeds;

/**
 * Opens a session after a right password. Throws SECOND_FACTOR_REQUIRED when a code is needed too, CREDENTIALS_WRONG.
 */
export function signInWithPassword(core: SignInNeeds, context: Context, user: User) {
  if (user.secondFactor?.isEnabled) throw challenge(core, context, user);
  return openSession(core, context, user);
}
