import { emailKeyOf } from '../leads/contact.ts';
import { scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { openSession } from './open-session.ts';
import { credentialsWrong, tryPassword } from './try-password.ts';

/** Signs in. Throws CREDENTIALS_WRONG, the same for whatever is wrong, and LOGIN_LIMIT. */
export const login: UseCase<'login'> =
  (core) =>
  async (context, { email, password }) => {
    const emailKey = emailKeyOf(email);
    const user = await core.users.byEmail(scopeOf(context), emailKey);
    if (!(await tryPassword(core, context, { emailKey, user }, password)) || !user) throw credentialsWrong();
    return { data: await openSession(core, context, user) };
  };
