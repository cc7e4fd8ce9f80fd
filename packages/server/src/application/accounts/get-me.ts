import type { UseCase } from '../ports/use-case.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { readUser } from '../people/change-user.ts';
import { userView } from './user-view.ts';
import type { Core } from '../ports/core.ts';

/** Who signed in. Throws SESSION_INVALID when the account was closed since. */
export const getMe: UseCase<'getMe', Pick<Core, 'users'>> = (core) => async (context) => {
  const user = await readUser(core, context, personOf(context).userId);
  refuseClosed(user);
  return { data: userView(user) };
};
