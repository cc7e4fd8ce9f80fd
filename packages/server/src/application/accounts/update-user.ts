import { noteAccount, type AccountAct } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput, scopeOf, trimmed } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeUser, type UserChange } from '../people/change-user.ts';
import { checkAffiliation } from './check-affiliation.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { userView } from './user-view.ts';

type UpdateUserNeeds = Pick<
  Core,
  'cache' | 'realNow' | 'newId' | 'background' | 'coaches' | 'ledgers' | 'users' | 'sessions' | 'audit'
> &
  QueueMailNeeds;

type Patch = InputOf<'updateUser'>;

/** Rejects closing or demoting the caller's own account: the caller could be the last admin. */
const refuseOneself = ({ caller }: Context, { id, role, active }: Patch): void => {
  if (caller.kind === 'session' && caller.userId === id && (role !== undefined || active === false))
    throw new Refusal('NOT_ALLOWED_NOW', 'This is your own account: another admin has to do that.');
};

const changeOf = ({ role, coachId, staffId, active, ...patch }: Patch): UserChange => ({
  ...present({ name: patch.name === undefined ? undefined : trimmed('name', patch.name), active }),
  ...(role !== undefined && { role, coachId, staffId }),
});

const isMoved = (before: User, after: User): boolean =>
  before.role !== after.role || before.coachId !== after.coachId || before.staffId !== after.staffId;

/** Returns the changes for the audit log. */
const actsOf = (before: User, after: User): readonly AccountAct[] => [
  ...(isMoved(before, after) ? (['account.role_changed'] as const) : []),
  ...(before.active && !after.active ? (['account.closed'] as const) : []),
  ...(!before.active && after.active ? (['account.reopened'] as const) : []),
  ...(before.name !== after.name ? (['account.updated'] as const) : []),
];

const followUp = async (core: UpdateUserNeeds, context: Context, before: User, after: User): Promise<void> => {
  for (const act of actsOf(before, after)) await noteAccount(core, context, act, after);
  // Tokens name the role.
  if (isMoved(before, after) || !after.active)
    await core.sessions.revokeAll({ ...scopeOf(context), userId: after.id }, core.realNow());
  if (isMoved(before, after) && after.active) core.background.add(queueMail(core, context, after, 'role_changed'));
};

/**
 * Changes a person's name or role, closes the account or opens it again. Another role and a closed account end all
 * sessions of the person. Throws USER_NOT_FOUND, NOT_ALLOWED_NOW for the caller's own account, COACH_NOT_FOUND,
 * STAFF_NOT_FOUND, INVALID_REQUEST.
 */
export const updateUser: UseCase<'updateUser', UpdateUserNeeds> = (core) => async (context, patch) => {
  refuseOneself(context, patch);
  const { role, coachId, staffId } = patch;
  if (role !== undefined) await checkAffiliation(core, context, { role, coachId, staffId });
  else if (coachId !== undefined || staffId !== undefined) refuseInput('role', 'Is needed with coachId and staffId.');
  let before: User | undefined;
  const user = await changeUser(core, context, patch.id, (stored) => {
    before = stored;
    return changeOf(patch);
  });
  if (!context.dryRun) await followUp(core, context, before!, user);
  return { data: userView(user) };
};
