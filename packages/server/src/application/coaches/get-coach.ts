import type { UseCase } from '../ports/use-case.ts';
import { coachView } from '../coach-head/coach-view.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';

/** One coach by id or slug, with how many places are taken. */
export const getCoach: UseCase<'getCoach', Pick<Core, 'cache' | 'coaches' | 'ledgers'>> =
  (core) => async (context, input) => {
    const { head, places } = await readVisibleCoach(core, context, input.coach);
    return { data: coachView(head, places.length) };
  };
