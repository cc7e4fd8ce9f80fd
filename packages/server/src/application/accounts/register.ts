import { noteAccount, noteOwner } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf, OutputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { identify } from '../idempotency/identify.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { takeMail } from './mail-link.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { emailTaken, newUser, type NewUserNeeds } from './new-user.ts';
import { unopenedSession } from './session-view.ts';
import { signInWithPassword, type SignInNeeds } from './sign-in.ts';
import { tryPassword, type TryPasswordNeeds } from './try-password.ts';

type RegisterNeeds = Pick<Core, 'background' | 'idempotency' | 'users'> &
  QueueMailNeeds &
  NewUserNeeds &
  SignInNeeds &
  TryPasswordNeeds;

type Input = InputOf<'register'>;
type Registered = OutputOf<'register'>['data'];

/** Returns the id. What is stored to recognise a retry must not help to guess the password. */
const newId = async (
  core: Pick<Core, 'realNow' | 'newId' | 'idempotency'>,
  context: Context,
  { password: _, ...details }: Input,
): Promise<string> => (context.dryRun ? core.newId() : (await identify(core, context, 'register', details)).id);

/** Notifies the owner of an account, and no one else, that its address was registered again. */
const notifyOwner = async (core: RegisterNeeds, context: Context, user: User): Promise<void> => {
  await noteAccount(core, context, 'account.registered_again', user);
  if (user.active)
    core.background.add(queueMail(core, context, user, user.awaitsProof ? 'email_verification' : 'account_exists'));
};

/**
 * Registers for a visitor. The answer is the same whether there is an account or not, and so is the work before it: the
 * checks, a hash, an attempt to write, a line in the audit log. The account waits for the proof of its address.
 */
const registerVisitor = async (core: RegisterNeeds, context: Context, input: Input): Promise<Registered> => {
  const id = await newId(core, context, input);
  const user: User = { ...(await newUser(core, context, id, { ...input, role: 'client' })), awaitsProof: true };
  if (context.dryRun) return { sent: true };
  await takeMail(core, context, 'email_verification', user.emailKey);
  const outcome = await core.users.insert(user);
  if (outcome === 'inserted') {
    await noteAccount(core, context, 'account.registered', user);
    core.background.add(queueMail(core, context, user, 'email_verification'));
    return { sent: true };
  }
  const known = outcome === 'email_taken' ? await core.users.byEmail(scopeOf(context), user.emailKey) : null;
  if (known) await notifyOwner(core, context, known);
  return { sent: true };
};

/** Returns the existing account where the password is right. Throws EMAIL_TAKEN, LOGIN_LIMIT. */
const proven = async (core: RegisterNeeds, context: Context, user: User, password: string): Promise<User> => {
  if (await tryPassword(core, context, { emailKey: user.emailKey, user }, password)) return user;
  throw emailTaken();
};

/** Returns the account of the e-mail, made if there is none. A retry finds the one that it has made. */
const accountOf = async (core: RegisterNeeds, context: Context, input: Input): Promise<User> => {
  const id = await newId(core, context, input);
  const find = () => core.users.byEmail(scopeOf(context), emailKeyOf(input.email));
  const earlier = await find();
  if (earlier) return proven(core, context, earlier, input.password);
  const user = await newUser(core, context, id, { ...input, role: 'client' });
  if (context.dryRun) return user;
  await takeMail(core, context, 'email_verification', user.emailKey);
  if ((await core.users.insert(user)) === 'inserted') {
    await noteOwner(core, context, 'account.registered', user);
    core.background.add(queueMail(core, context, user, 'email_verification'));
    return user;
  }
  const faster = await find();
  if (!faster) throw emailTaken();
  return proven(core, context, faster, input.password);
};

/** Registers for a partner's server, which may see who has an account, and gets the session at once. */
const registerByServer = async (core: RegisterNeeds, context: Context, input: Input): Promise<Registered> => {
  const user = await accountOf(core, context, input);
  return {
    sent: true,
    session: context.dryRun ? unopenedSession(core, context, user) : await signInWithPassword(core, context, user),
  };
};

/**
 * Creates a client's account. A visitor cannot see who has one; for a partner's server an e-mail that has an account is
 * a sign-in with that account's password. Throws PASSWORD_UNSAFE, RATE_LIMITED, INVALID_REQUEST, IDEMPOTENCY_MISMATCH,
 * and for a partner's server EMAIL_TAKEN, LOGIN_LIMIT, SECOND_FACTOR_REQUIRED.
 */
export const register: UseCase<'register', RegisterNeeds> = (core) => async (context, input) => ({
  data: await (context.caller.kind === 'secret' ? registerByServer : registerVisitor)(core, context, input),
});
