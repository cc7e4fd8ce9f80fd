import { noteOwner } from '../audit/note-account.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeUser } from '../people/change-user.ts';
import { checkPassword, hashOf } from './check-account.ts';
import { queueMail, queueWelcome, type QueueMailNeeds } from './queue-mail.ts';
import { readLink } from './mail-token.ts';
import { proveAddress } from './prove-address.ts';
import { unopenedSession } from './session-view.ts';
import { signInWithPassword, type SignInNeeds } from './sign-in.ts';
import type { Core } from '../ports/core.ts';

type ResetPasswordNeeds = Pick<
  Core,
  'passwords' | 'guessability' | 'realNow' | 'background' | 'leads' | 'sessions' | 'tokens' | 'partners'
> &
  QueueMailNeeds &
  SignInNeeds;

/**
 * Sets a password by a mailed link, also of an invitation, ends all sessions and begins one. The link works once, since
 * it depends on the previous password; and it proves the address, where it was read. Throws TOKEN_INVALID,
 * PASSWORD_UNSAFE, and SECOND_FACTOR_REQUIRED once the password is set.
 */
export const resetPassword: UseCase<'resetPassword', ResetPasswordNeeds> =
  (core) =>
  async (context, { token, password }) => {
    const { user, check } = await readLink(core, context, token, 'password_reset', 'invitation');
    await checkPassword(core, context, 'password', password, user);
    if (context.dryRun) return { data: unopenedSession(core, context, user) };
    const owner = { ...scopeOf(context), userId: user.id };
    // Before the write too: a crash after it must not leave a thief of the old password signed in.
    await core.sessions.revokeAll(owner, core.realNow());
    await proveAddress(core, context, user, check);
    const passwordHash = await hashOf(core, password);
    const changed = await changeUser(core, context, user.id, (stored) => {
      check(stored);
      return { passwordHash, isInvited: undefined, newEmail: undefined };
    });
    await core.sessions.revokeAll(owner, core.realNow());
    await noteOwner(core, context, 'account.password_reset', changed);
    core.background.add(queueWelcome(core, context, user));
    if (!user.isInvited) core.background.add(queueMail(core, context, changed, 'password_changed'));
    return { data: await signInWithPassword(core, context, changed) };
  };
