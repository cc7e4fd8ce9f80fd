import { readCoach } from '../coach-head/read-coach.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { FindSourceNeeds } from './find-source.ts';
import { viewsOf, type SourceViewNeeds } from './source-view.ts';

/** Returns the calendars of a coach, the oldest first. Throws COACH_NOT_FOUND. */
export const listExternalCalendars: UseCase<'listExternalCalendars', FindSourceNeeds & SourceViewNeeds> =
  (core) =>
  async (context, { coach }) => {
    const { head } = await readCoach(core, context, coach);
    const all = await core.calendarSources.ofCoach(head.id);
    const shown = all.filter(({ deletedAt }) => deletedAt === undefined);
    return { data: await viewsOf(core, shown, all, context.now) };
  };
