import { noteAccount } from '../audit/note-account.ts';
import { identify } from '../idempotency/identify.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkAffiliation } from './check-affiliation.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { emailTaken, invitedUser } from './new-user.ts';
import { userView } from './user-view.ts';
import type { Core } from '../ports/core.ts';

type CreateUserNeeds = Pick<
  Core,
  | 'cache'
  | 'passwords'
  | 'phones'
  | 'newId'
  | 'newSecret'
  | 'background'
  | 'coaches'
  | 'ledgers'
  | 'idempotency'
  | 'users'
  | 'audit'
> &
  QueueMailNeeds;

/**
 * Creates an account, and invites its owner by mail to choose a password: no one chooses it for another. A retry with
 * the same idempotency key returns the account that it has made. Throws EMAIL_TAKEN, COACH_NOT_FOUND, STAFF_NOT_FOUND,
 * INVALID_REQUEST, IDEMPOTENCY_MISMATCH.
 */
export const createUser: UseCase<'createUser', CreateUserNeeds> = (core) => async (context, input) => {
  await checkAffiliation(core, context, input);
  const { id, isFresh } = context.dryRun
    ? { id: core.newId(), isFresh: true }
    : await identify(core, context, 'createUser', input);
  const earlier = isFresh ? null : await core.users.byId(id);
  if (earlier) return { data: userView(earlier) };
  const user = await invitedUser(core, context, id, input);
  if (context.dryRun) {
    if (await core.users.byEmail(scopeOf(context), user.emailKey)) throw emailTaken();
    return { data: userView(user) };
  }
  if ((await core.users.insert(user)) === 'email_taken') throw emailTaken();
  await noteAccount(core, context, 'account.created', user);
  core.background.add(queueMail(core, context, user, 'invitation'));
  return { data: userView(user) };
};
