import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Core } from '../ports/core.ts';
import type { ConnectionAttempt } from '../ports/provider-connections.ts';
import { attemptIdOf, signInOf } from './connect-account.ts';

export type TakeAttemptNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'connectionAttempts' | 'realNow'>;

const isOf = (attempt: ConnectionAttempt, { caller }: Context, coachId: string): boolean => {
  if (caller.kind !== 'session') return false;
  const { partnerId, mode, userId, sessionId = '' } = caller;
  return (
    attempt.partnerId === partnerId &&
    attempt.mode === mode &&
    attempt.userId === userId &&
    attempt.sessionId === sessionId &&
    attempt.coachId === coachId
  );
};

/**
 * Takes the attempt of a state away and returns it. Throws COACH_NOT_FOUND; CONNECTION_ATTEMPT_GONE for a state that
 * was used, has run out, or belongs to another person, coach or sign-in, whose attempt stays.
 */
export async function takeAttempt(
  core: TakeAttemptNeeds,
  context: Context,
  coach: string,
  state: string,
): Promise<ConnectionAttempt> {
  signInOf(context);
  const { head } = await readCoach(core, context, coach);
  const id = attemptIdOf(state);
  const found = await core.connectionAttempts.byId(id);
  const isGood = found && isOf(found, context, head.id) && core.realNow() < found.expiresAt;
  const taken = isGood ? (context.dryRun ? found : await core.connectionAttempts.take(id)) : null;
  if (!taken)
    throw new Refusal('CONNECTION_ATTEMPT_GONE', 'This attempt was used, has run out, or is of another sign-in.');
  return taken;
}
