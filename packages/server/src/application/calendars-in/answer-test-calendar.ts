import { dueAgain } from '../../domain/calendar-source/calendar-source.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeSource, sourceNotFound, type FindSourceNeeds } from './find-source.ts';
import { viewOf, type SourceViewNeeds } from './source-view.ts';

/**
 * Sets what the address of a test calendar answers; `runDue` reads it (R11). Throws ROUTE_NOT_FOUND with a live key,
 * EXTERNAL_CALENDAR_NOT_FOUND.
 */
export const answerTestCalendar: UseCase<'answerTestCalendar', FindSourceNeeds & SourceViewNeeds> =
  (core) =>
  async (context, { id, status = 200, body }) => {
    if (context.caller.mode !== 'test')
      throw new Refusal('ROUTE_NOT_FOUND', 'This route works with a secret test key only.');
    const find = async () => {
      const found = await core.calendarSources.byId(scopeOf(context), id);
      if (!found || found.deletedAt !== undefined) throw sourceNotFound(id);
      await readCoach(core, context, found.coachId);
      return found;
    };
    const changed = await changeSource(core, context, find, (source) => ({
      ...dueAgain(source, context.now),
      answer: { status, body },
    }));
    return { data: await viewOf(core, changed, context.now) };
  };
