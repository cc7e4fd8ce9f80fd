import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';

/** Returns the coach's own account; the oldest where there are several active ones, undefined where there is none. */
export async function accountOfCoach(
  { users }: Pick<Core, 'users'>,
  { partnerId, mode, id }: Pick<CoachHead, 'partnerId' | 'mode' | 'id'>,
): Promise<User | undefined> {
  const query = { partnerId, mode, role: 'coach', coachId: id, active: true, limit: 20 } as const;
  return (await users.list(query)).users.toSorted((a, b) => a.createdAt - b.createdAt)[0];
}
