import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { changeUser } from '../people/change-user.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';

export type TakeSecondFactorNeeds = Pick<Core, 'realNow' | 'newId' | 'background' | 'users' | 'sessions' | 'audit'> &
  QueueMailNeeds;

/**
 * Removes the second factor of an account without a code of it, and returns the account as it is then. Its sessions
 * end, since a thief may have one of them; the audit log records it, and the person is notified where mails are sent.
 * Throws USER_NOT_FOUND, NOT_ALLOWED_NOW without a second factor.
 */
export async function takeSecondFactor(core: TakeSecondFactorNeeds, context: Context, id: string): Promise<User> {
  const without = await changeUser(core, context, id, (stored) => {
    if (!stored.secondFactor?.isEnabled) throw new Refusal('NOT_ALLOWED_NOW', 'This account has no second factor.');
    return { secondFactor: undefined };
  });
  if (!context.dryRun) {
    await core.sessions.revokeAll({ ...scopeOf(context), userId: id }, core.realNow());
    await noteAccount(core, context, 'account.second_factor_reset', without);
    core.background.add(queueMail(core, context, without, 'second_factor_disabled'));
  }
  return without;
}
