import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope } from '../kernel/scope.ts';

/** Attempts against faster writers. */
const MAX_ATTEMPTS = 6;

/** The fields to change; undefined removes an optional one. */
export type UserChange = { readonly [K in keyof User]?: User[K] | undefined };

/** Returns the user of an id, of the caller's partner and mode. Throws USER_NOT_FOUND. */
export async function readUser({ users }: Pick<Core, 'users'>, context: Context, id: string): Promise<User> {
  const user = await users.byId(id);
  if (!user || !isInScope(context, user)) throw new Refusal('USER_NOT_FOUND', `No user ${id} for this caller.`);
  return user;
}

/** Returns the account with a change, one version later. */
export function changed(user: User, change: UserChange): User {
  const fields = Object.entries({ ...user, ...change }).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(fields) as unknown as User), version: user.version + 1 };
}

/**
 * Writes a user by compare-and-set, and computes the change again when a faster writer wrote another version. Null
 * changes nothing. Returns the user as it is now; a dry run writes nothing. Throws USER_NOT_FOUND, VERSION_CONFLICT,
 * and what the change throws.
 */
export function changeUser(
  core: Pick<Core, 'users'>,
  context: Context,
  id: string,
  change: (user: User) => UserChange | null | Promise<UserChange | null>,
): Promise<User> {
  return compareAndSet<User, User>({
    read: () => readUser(core, context, id),
    write: async (user) => {
      const wanted = await change(user);
      if (!wanted) return user;
      const next = changed(user, wanted);
      return context.dryRun || (await core.users.replace(next, user.version)) ? next : null;
    },
    otherwise: (user) => refuseConflict('Others keep changing this account.', user),
    tries: MAX_ATTEMPTS,
  });
}
