import type { UseCase } from '../ports/use-case.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { preferencesOf } from './preferences-of.ts';
import type { Core } from '../ports/core.ts';

type GetPreferencesNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'preferences'>;

/** Returns the coach's preferences. Throws COACH_NOT_FOUND. */
export const getPreferences: UseCase<'getPreferences', GetPreferencesNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  return { data: await preferencesOf(core, head.id) };
};
