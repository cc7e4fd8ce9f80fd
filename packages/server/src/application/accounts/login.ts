import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { takeMail } from './mail-link.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { signInWithPassword, type SignInNeeds } from './sign-in.ts';
import { credentialsWrong, tryPassword, type TryPasswordNeeds } from './try-password.ts';

type LoginNeeds = Pick<Core, 'background' | 'users'> & QueueMailNeeds & SignInNeeds & TryPasswordNeeds;

/** Sends the link once more to a person who registered and has not followed it; the answer does not reveal that. */
const remind = async (core: LoginNeeds, context: Context, user: User): Promise<void> => {
  await takeMail(core, context, 'email_verification', user.emailKey);
  await queueMail(core, context, user, 'email_verification');
};

/** Signs in. Throws CREDENTIALS_WRONG, the same for every cause, SECOND_FACTOR_REQUIRED and LOGIN_LIMIT. */
export const login: UseCase<'login', LoginNeeds> =
  (core) =>
  async (context, { email, password }) => {
    const emailKey = emailKeyOf(email);
    const user = await core.users.byEmail(scopeOf(context), emailKey);
    if ((await tryPassword(core, context, { emailKey, user }, password)) && user)
      return { data: await signInWithPassword(core, context, user) };
    if (user?.active && user.awaitsProof) core.background.add(remind(core, context, user));
    throw credentialsWrong();
  };
