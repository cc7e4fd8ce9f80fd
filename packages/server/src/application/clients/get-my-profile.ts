import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { ownAccount } from './own-account.ts';
import { profileView } from './profile-view.ts';
import type { Core } from '../ports/core.ts';

/** Returns the caller's profile; an empty one before it was filled in. Throws SESSION_INVALID. */
export const getMyProfile: UseCase<'getMyProfile', Pick<Core, 'users' | 'profiles'>> = (core) => async (context) => {
  const user = await ownAccount(core, context);
  return { data: profileView(await core.profiles.of(scopeOf(context), user.id), user, context.now) };
};
