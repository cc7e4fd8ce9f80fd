import { changeUser } from '../people/change-user.ts';
import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../kernel/scope.ts';

export type AccountsOfStaffNeeds = Pick<Core, 'realNow' | 'newId' | 'users' | 'sessions' | 'audit'>;

const BATCH_SIZE = 1000;

/** Returns the accounts of a member of staff; mostly one or none. */
export async function accountsOfStaff(
  core: Pick<Core, 'users'>,
  context: Context,
  coachId: string,
  staffId: string,
): Promise<readonly User[]> {
  const { users } = await core.users.list({ ...scopeOf(context), role: 'staff', coachId, limit: BATCH_SIZE });
  return users.filter((user) => user.staffId === staffId);
}

/** Ends their sessions at once, in every process. */
export async function endSessionsOfStaff(
  core: Pick<Core, 'realNow' | 'users' | 'sessions'>,
  context: Context,
  coachId: string,
  staffId: string,
): Promise<void> {
  for (const { id: userId } of await accountsOfStaff(core, context, coachId, staffId))
    await core.sessions.revokeAll({ ...scopeOf(context), userId }, core.realNow());
}

/** Closes their accounts and ends their sessions. Idempotent. */
export async function closeAccountsOfStaff(
  core: AccountsOfStaffNeeds,
  context: Context,
  coachId: string,
  staffId: string,
): Promise<void> {
  for (const user of await accountsOfStaff(core, context, coachId, staffId)) {
    await changeUser(core, context, user.id, ({ active }) => (active ? { active: false } : null));
    if (user.active) await noteAccount(core, context, 'account.closed', user);
  }
  await endSessionsOfStaff(core, context, coachId, staffId);
}
