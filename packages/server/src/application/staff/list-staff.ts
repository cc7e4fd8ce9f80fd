import { teamOf } from '../../domain/coach/coach.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import type { UseCase } from '../ports/use-case.ts';
import { staffView } from './staff-view.ts';
import type { Core } from '../ports/core.ts';

/** Returns the team by name, inactive members too. Throws COACH_NOT_FOUND. */
export const listStaff: UseCase<'listStaff', Pick<Core, 'cache' | 'coaches' | 'ledgers'>> =
  (core) =>
  async (context, { coach }) => {
    const { head } = await readCoach(core, context, coach);
    const byName = teamOf(head).toSorted((a, b) => (nameKeyOf(a.name) < nameKeyOf(b.name) ? -1 : 1));
    return { data: byName.map(staffView) };
  };
