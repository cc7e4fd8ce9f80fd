import { normalPassword } from '../../domain/account/password.ts';
import { teamOf } from '../../domain/coach/coach.ts';
import type { Context } from '../context.ts';
import { readCoach } from '../coaches/read-coach.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { identify } from '../idempotency/identify.ts';
import { emailKeyOf } from '../leads/contact.ts';
import { Refusal } from '../refusal.ts';
import { refuseInput, scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { sendLink } from './mail-link.ts';
import { emailTaken, newUser } from './new-user.ts';
import { userView } from './user-view.ts';

/** Whom the account works for, by its role. Throws INVALID_REQUEST, COACH_NOT_FOUND, STAFF_NOT_FOUND. */
const checkWork = async (core: Core, context: Context, { role, coachId, staffId }: InputOf<'createUser'>): Promise<void> => {
  const works = role === 'coach' || role === 'staff';
  if (works && coachId === undefined) refuseInput('coachId', `Is needed for the role ${role}.`);
  if (!works && coachId !== undefined) refuseInput('coachId', 'Is for the roles coach and staff.');
  if (role === 'staff' && staffId === undefined) refuseInput('staffId', 'Is needed for the role staff.');
  if (role !== 'staff' && staffId !== undefined) refuseInput('staffId', 'Is for the role staff.');
  if (coachId === undefined) return;
  const { head } = await readCoach(core, context, coachId);
  if (staffId !== undefined && !teamOf(head).some(({ id }) => id === staffId))
    throw new Refusal('STAFF_NOT_FOUND', `Coach ${head.slug} has no member ${staffId} in the team.`);
};

/**
 * Gives somebody an account. A retry with the same idempotency key answers the account that it has made. Throws EMAIL_TAKEN,
 * PASSWORD_UNSAFE, COACH_NOT_FOUND, STAFF_NOT_FOUND, INVALID_REQUEST, IDEMPOTENCY_MISMATCH.
 */
export const createUser: UseCase<'createUser'> = (core) => async (context, input) => {
  await checkWork(core, context, input);
  const { password, ...details } = input;
  // What is kept of the request to tell a retry by must not help anybody to guess the password.
  const { id, isFresh } = context.dryRun ? { id: core.newId(), isFresh: true } : await identify(core, context, 'createUser', details);
  const earlier = isFresh ? null : await core.users.byId(id);
  if (earlier) {
    if (await core.passwords.verify(earlier.passwordHash, normalPassword(password))) return { data: userView(earlier) };
    throw new Refusal('IDEMPOTENCY_MISMATCH', 'This key of createUser came with another password before.');
  }
  const user = await newUser(core, context, id, input);
  if (context.dryRun) {
    if (await core.users.byEmail(scopeOf(context), emailKeyOf(input.email))) throw emailTaken();
    return { data: userView(user) };
  }
  if ((await core.users.insert(user)) === 'email_taken') throw emailTaken();
  core.background.add(sendLink(core, context, user, 'email_verification'));
  return { data: userView(user) };
};
