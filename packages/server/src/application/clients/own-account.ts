import { personOf, refuseClosed } from '../people/caller-person.ts';
import { readUser } from '../people/change-user.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';

/**
 * Returns the caller's account, as it is now. Throws SESSION_INVALID when it was closed since, USER_NOT_FOUND when it
 * was removed.
 */
export async function ownAccount(core: Pick<Core, 'users'>, context: Context): Promise<User> {
  const user = await readUser(core, context, personOf(context).userId);
  refuseClosed(user);
  return user;
}
