import type { Context } from '../kernel/context.ts';
import type { User } from '../ports/users.ts';
import { credentialsWrong, tryPassword, type TryPasswordNeeds } from './try-password.ts';

export type ProveOwnerNeeds = TryPasswordNeeds;

/**
 * Whoever follows a link reads the mail; that the account is theirs as well, its password or a session of it says.
 * Throws CREDENTIALS_WRONG, LOGIN_LIMIT.
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

/**
 * For what needs the password of one's own account again, in a session of it. Throws CREDENTIALS_WRONG, LOGIN_LIMIT.
 */
export async function checkOwnPassword(
  core: ProveOwnerNeeds,
  context: Context,
  user: User,
  password: string,
): Promise<void> {
  if (!(await tryPassword(core, context, { emailKey: user.emailKey, user }, password, { mayWait: true })))
    throw credentialsWrong();
}
