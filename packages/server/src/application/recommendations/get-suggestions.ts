import { suggestionsOf } from './suggestions-view.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';

type GetSuggestionsNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers'>;

/** Returns by what slots are recommended. Throws COACH_NOT_FOUND. */
export const getSuggestions: UseCase<'getSuggestions', GetSuggestionsNeeds> =
  (core) =>
  async (context, { coach }) => {
    const { head } = await readCoach(core, context, coach);
    return { data: suggestionsOf(head) };
  };
