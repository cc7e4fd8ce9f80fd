import { readCoach } from '../coach-head/read-coach.ts';
import type { UseCase } from '../ports/use-case.ts';
import { conflictsOf, type ConflictsNeeds } from './conflicts.ts';
import { scheduleView } from './schedule-view.ts';
import type { Core } from '../ports/core.ts';

/** Returns the schedule, its date overrides and the bookings that do not fit it. Throws COACH_NOT_FOUND. */
export const getSchedule: UseCase<'getSchedule', Pick<Core, 'cache' | 'coaches'> & ConflictsNeeds> =
  (core) =>
  async (context, { coach }) => {
    const { head } = await readCoach(core, context, coach);
    return { data: scheduleView(head, await conflictsOf(core, context, head)) };
  };
