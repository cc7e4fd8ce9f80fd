import { teamOf } from '../../domain/coach/coach.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context, Role } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';

/** The coach or member of staff that an account works for. */
export interface Affiliation {
  readonly role: Role;
  readonly coachId?: string | undefined;
  readonly staffId?: string | undefined;
}

/** Validates the affiliation of a role. Throws INVALID_REQUEST, COACH_NOT_FOUND, STAFF_NOT_FOUND. */
export async function checkAffiliation(
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  { role, coachId, staffId }: Affiliation,
): Promise<void> {
  const works = role === 'coach' || role === 'staff';
  if (works && coachId === undefined) refuseInput('coachId', `Is needed for the role ${role}.`);
  if (!works && coachId !== undefined) refuseInput('coachId', 'Is for the roles coach and staff.');
  if (role === 'staff' && staffId === undefined) refuseInput('staffId', 'Is needed for the role staff.');
  if (role !== 'staff' && staffId !== undefined) refuseInput('staffId', 'Is for the role staff.');
  if (coachId === undefined) return;
  const { head } = await readCoach(core, context, coachId);
  if (staffId !== undefined && !teamOf(head).some(({ id }) => id === staffId))
    throw new Refusal('STAFF_NOT_FOUND', `Coach ${head.slug} has no member ${staffId} in the team.`);
}
