import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { cleanEmail, emailKeyOf } from '../../domain/person/written.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { changeUser, readUser } from '../people/change-user.ts';
import { takeMail } from './mail-link.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { checkOwnPassword, type ProveOwnerNeeds } from './prove-owner.ts';

type ChangeEmailNeeds = Pick<Core, 'background' | 'users'> & QueueMailNeeds & ProveOwnerNeeds;

/**
 * Stores the new address as pending, unless it has an account already: then only that account's owner is notified, and
 * the answer is the same.
 */
const begin = async (core: ChangeEmailNeeds, context: Context, user: User, email: string): Promise<void> => {
  const emailKey = emailKeyOf(email);
  const owner = await core.users.byEmail(scopeOf(context), emailKey);
  const asked = await changeUser(core, context, user.id, () => ({ newEmail: owner ? undefined : { email, emailKey } }));
  await noteAccount(core, context, 'account.email_change_asked', user);
  core.background.add(queueMail(core, context, user, 'email_changing', user.email));
  if (!owner) core.background.add(queueMail(core, context, asked, 'email_change'));
  else if (owner.active) core.background.add(queueMail(core, context, owner, 'account_exists'));
};

/**
 * Requests another e-mail for the caller's account; the present one stays until the new one is proven. Throws
 * CREDENTIALS_WRONG, LOGIN_LIMIT, NOT_ALLOWED_NOW for the present one, RATE_LIMITED, SESSION_INVALID.
 */
export const changeEmail: UseCase<'changeEmail', ChangeEmailNeeds> =
  (core) =>
  async (context, { email, password }) => {
    const user = await readUser(core, context, personOf(context).userId);
    refuseClosed(user);
    await checkOwnPassword(core, context, user, password);
    const wanted = cleanEmail(email);
    if (emailKeyOf(wanted) === user.emailKey)
      throw new Refusal('NOT_ALLOWED_NOW', 'This is the address that the account has.');
    if (context.dryRun) return { data: { sent: true } };
    await takeMail(core, context, 'email_change', emailKeyOf(wanted));
    await begin(core, context, user, wanted);
    return { data: { sent: true } };
  };
