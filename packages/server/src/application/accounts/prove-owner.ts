import type { Context } from '../kernel/context.ts';
import type { User } from '../ports/users.ts';
import { credentialsWrong, tryPassword, type TryPasswordNeeds } from './try-password.ts';

export type ProveOwnerNeeds = TryPasswordNeeds;

/**
 * Checks that the person who follows a link owns the account, by its password or a session of it: the link proves only
 * the mailbox. Throws CREDENTIALS_WRONG, LOGIN_LIMIT.
 */
export async function proveOwner(
  core: ProveOwnerNeeds,
  context: Context,
  user: User,
  password: string | undefined,
): Promise<void> {
  const { caller } = context;
  if (caller.kind === 'session' && caller.userId === user.id) return;
  const account = { emailKey: user.emailKey, user };
  if (password === undefined || !(await tryPassword(core, context, account, password, { mayWait: true })))
    throw credentialsWrong();
}

/** Checks the password of the caller's own account again, in a session of it. Throws CREDENTIALS_WRONG, LOGIN_LIMIT. */
export async function checkOwnPassword(
  core: ProveOwnerNeeds,
  context: Context,
  user: User,
  password: string,
): Promise<void> {
  if (!(await tryPassword(core, context, { emailKey: user.emailKey, user }, password, { mayWait: true })))
    throw credentialsWrong();
}
