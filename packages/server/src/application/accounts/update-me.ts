import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, scopeOf, trimmed } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { changeUser, type UserChange } from '../people/change-user.ts';
import { checkPassword, checkTimeZone, hashOf } from './check-account.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { checkOwnPassword, type ProveOwnerNeeds } from './prove-owner.ts';
import { userView } from './user-view.ts';

type UpdateMeNeeds = Pick<Core, 'guessability' | 'phones' | 'realNow' | 'background' | 'sessions' | 'partners'> &
  QueueMailNeeds &
  ProveOwnerNeeds;

type Patch = InputOf<'updateMe'>;

/**
 * Returns the hash of the new password, where the current one is right. Throws CREDENTIALS_WRONG, PASSWORD_UNSAFE,
 * LOGIN_LIMIT, INVALID_REQUEST.
 */
const newHash = async (
  core: UpdateMeNeeds,
  context: Context,
  user: User,
  { currentPassword, newPassword }: Patch,
): Promise<UserChange> => {
  if (newPassword === undefined) return {};
  if (currentPassword === undefined) return refuseInput('currentPassword', 'Is needed with newPassword.');
  await checkOwnPassword(core, context, user, currentPassword);
  await checkPassword(core, context, 'newPassword', newPassword, user);
  // A person with the old password may have requested another address.
  return { passwordHash: await hashOf(core, newPassword), newEmail: undefined };
};

/**
 * Changes the caller's own details; a new password ends the caller's other sessions. Throws CREDENTIALS_WRONG,
 * PASSWORD_UNSAFE, LOGIN_LIMIT, SESSION_INVALID, INVALID_REQUEST.
 */
export const updateMe: UseCase<'updateMe', UpdateMeNeeds> = (core) => async (context, patch) => {
  const { userId, sessionId } = personOf(context);
  const { phone, timeZone, language } = patch;
  checkTimeZone(timeZone);
  const name = patch.name === undefined ? undefined : trimmed('name', patch.name);
  const user = await changeUser(core, context, userId, async (stored): Promise<UserChange> => {
    refuseClosed(stored);
    const password = await newHash(core, context, { ...stored, name: name ?? stored.name }, patch);
    const given = present({ name, timeZone, language });
    // Null removes it. Without a country code it is read by the person's own zone.
    const read = phone ? core.phones.normalise(phone, timeZone ?? stored.timeZone) : undefined;
    return { ...given, ...password, ...(phone !== undefined && { phone: read }) };
  });
  if (patch.newPassword !== undefined && !context.dryRun) {
    await core.sessions.revokeAll({ ...scopeOf(context), userId }, core.realNow(), sessionId);
    await noteAccount(core, context, 'account.password_changed', user);
    core.background.add(queueMail(core, context, user, 'password_changed'));
  }
  return { data: userView(user) };
};
