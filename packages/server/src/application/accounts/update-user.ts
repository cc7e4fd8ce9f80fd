import { present } from '../present.ts';
import { scopeOf } from '../scope.ts';
import { trimmed } from '../trimmed.ts';
import type { UseCase } from '../use-case.ts';
import { changeUser } from './change-user.ts';
import { checkPassword, hashOf } from './check-account.ts';
import { userView } from './user-view.ts';

/**
 * Changes somebody's name or password, closes the account or opens it again. A new password and a closed account end all sessions of the
 * person. Throws USER_NOT_FOUND, PASSWORD_UNSAFE, INVALID_REQUEST.
 */
export const updateUser: UseCase<'updateUser'> =
  (core) =>
  async (context, { id, password, active, ...patch }) => {
    const name = patch.name === undefined ? undefined : trimmed('name', patch.name);
    const user = await changeUser(core, context, id, async (stored) => {
      if (password !== undefined) checkPassword('password', password, { email: stored.email, name: name ?? stored.name });
      const passwordHash = password === undefined ? undefined : await hashOf(core, password);
      return present({ name, active, passwordHash });
    });
    if (!context.dryRun && (password !== undefined || active === false))
      await core.sessions.revokeAll({ ...scopeOf(context), userId: id }, core.realNow());
    return { data: userView(user) };
  };
