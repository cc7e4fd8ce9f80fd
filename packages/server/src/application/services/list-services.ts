import { offeredServices } from '../../domain/coach/coach.ts';
import { serviceView } from '../coach-head/coach-view.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { Core } from '../ports/core.ts';

/** Returns the offered services, in the coach's order. Throws COACH_NOT_FOUND. */
export const listServices: UseCase<'listServices', Pick<Core, 'cache' | 'coaches' | 'ledgers'>> =
  (core) => async (context, input) => {
    const { head } = await readVisibleCoach(core, context, input.coach);
    return { data: offeredServices(head).map((service) => serviceView(context, head, service)) };
  };
