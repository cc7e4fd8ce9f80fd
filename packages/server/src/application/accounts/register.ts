import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { identify } from '../idempotency/identify.ts';
import { emailKeyOf } from '../leads/contact.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { sendLink } from './mail-link.ts';
import { emailTaken, newUser } from './new-user.ts';
import { openSession } from './open-session.ts';
import { unopenedSession } from './session-view.ts';
import { tryPassword } from './try-password.ts';

/** The account that is there, for who knows its password. Throws EMAIL_TAKEN, LOGIN_LIMIT. */
const proven = async (core: Core, context: Context, user: User, password: string): Promise<User> => {
  if (await tryPassword(core, context, { emailKey: user.emailKey, user }, password)) return user;
  throw emailTaken();
};

/** The account of the e-mail, made if there is none. A retry finds the one that it has made. */
const accountOf = async (core: Core, context: Context, input: InputOf<'register'>): Promise<User> => {
  const { password, ...details } = input;
  // What is kept of the request to tell a retry by must not help anybody to guess the password.
  const { id } = context.dryRun ? { id: core.newId() } : await identify(core, context, 'register', details);
  const find = () => core.users.byEmail(scopeOf(context), emailKeyOf(input.email));
  const earlier = await find();
  if (earlier) return proven(core, context, earlier, password);
  const user = await newUser(core, context, id, { ...input, role: 'client' });
  if (context.dryRun) return user;
  if ((await core.users.insert(user)) === 'inserted') {
    core.background.add(sendLink(core, context, user, 'email_verification'));
    return user;
  }
  const faster = await find();
  if (!faster) throw emailTaken();
  return proven(core, context, faster, password);
};

/**
 * Makes a client's account and signs in. An e-mail that has an account is a sign-in with that account's password. Throws EMAIL_TAKEN,
 * PASSWORD_UNSAFE, LOGIN_LIMIT, INVALID_REQUEST, IDEMPOTENCY_MISMATCH.
 */
export const register: UseCase<'register'> = (core) => async (context, input) => {
  const user = await accountOf(core, context, input);
  return { data: context.dryRun ? unopenedSession(context, user) : await openSession(core, context, user) };
};
