import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope } from '../kernel/scope.ts';

/** So many writers in a row can be faster before one gives up. */
const ATTEMPTS = 5;

/** The fields that something may change; undefined takes an optional one away. */
export type UserChange = { readonly [K in keyof User]?: User[K] | undefined };

/** The user of an id, of the caller's partner and mode. Throws USER_NOT_FOUND. */
export const readUser = async (core: Core, context: Context, id: string): Promise<User> => {
  const user = await core.users.byId(id);
  if (!user || !isInScope(context, user)) throw new Refusal('USER_NOT_FOUND', `No user ${id} for this caller.`);
  return user;
};

/** The account with a change in it, one version on. */
export const changed = (user: User, change: UserChange): User => {
  const fields = Object.entries({ ...user, ...change }).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(fields) as unknown as User), version: user.version + 1 };
};

/**
 * Writes a user by compare-and-set, and asks for the change again when a faster writer left another one. Null changes nothing. Answers the
 * user as it is now; a dry run writes nothing. Throws USER_NOT_FOUND, VERSION_CONFLICT, and what the change throws.
 */
export const changeUser = async (
  core: Core,
  context: Context,
  id: string,
  change: (user: User) => UserChange | null | Promise<UserChange | null>,
): Promise<User> => {
  for (let tries = 0; ; tries++) {
    const user = await readUser(core, context, id);
    const wanted = await change(user);
    if (!wanted) return user;
    const next = changed(user, wanted);
    if (context.dryRun || (await core.users.replace(next, user.version))) return next;
    if (tries === ATTEMPTS) throw new Refusal('VERSION_CONFLICT', 'Others keep changing this account.', { version: user.version });
  }
};
