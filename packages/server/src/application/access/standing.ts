import type { Stores } from '../ports/deps.ts';
import type { Person } from '../kernel/context.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { User } from '../ports/users.ts';

/** The person that a session states, with the scope. */
export type StandingPerson = Omit<Person, 'sessionId'> & LedgerScope;

/** Returns whether a person is still who their session states. */
export type Standing = (person: StandingPerson) => Promise<boolean>;

type Reads = Pick<Stores, 'users' | 'coaches'>;

/**
 * Returns whether the person's affiliation lasts: the coach was not deleted, and the member of staff is in the team and
 * active. An inactive coach takes no bookings and still works. Clients and admins have no coach.
 */
export async function isAffiliationActive(
  { coaches }: Pick<Reads, 'coaches'>,
  { role, coachId, staffId, partnerId, mode }: Pick<User, 'role' | 'coachId' | 'staffId'> & LedgerScope,
): Promise<boolean> {
  if (role === 'client' || role === 'admin') return true;
  const head = coachId === undefined ? null : await coaches.byId(coachId);
  if (!head || head.deletedAt !== undefined || head.partnerId !== partnerId || head.mode !== mode) return false;
  return (
    role === 'coach' ||
    head.staff.some(({ id, active, deletedAt }) => id === staffId && active && deletedAt === undefined)
  );
}

/**
 * Checks the account and the team as they are now (S2). Returns false once the account was closed or erased, has
 * another role or coach, or its affiliation has ended.
 */
export function standingOf(stores: Reads): Standing {
  return async (person) => {
    const user = await stores.users.byId(person.userId);
    if (!user?.active || user.partnerId !== person.partnerId || user.mode !== person.mode) return false;
    const isSame = user.role === person.role && user.coachId === person.coachId && user.staffId === person.staffId;
    return isSame && (await isAffiliationActive(stores, user));
  };
}
