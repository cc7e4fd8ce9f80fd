import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeSource, findSource, type FindSourceNeeds } from './find-source.ts';
import { showBusy, type ShowBusyNeeds } from './show-busy.ts';

/**
 * Forgets a calendar, once nothing of it is in what the slots read. Throws COACH_NOT_FOUND,
 * EXTERNAL_CALENDAR_NOT_FOUND, VERSION_CONFLICT.
 */
export const deleteExternalCalendar: UseCase<'deleteExternalCalendar', FindSourceNeeds & ShowBusyNeeds> =
  (core) => async (context, input) => {
    const find = () => findSource(core, context, input);
    const { id, coachId } = await changeSource(core, context, find, (source) => ({
      ...source,
      dueAt: null,
      toShow: true,
      deletedAt: context.now,
    }));
    if (!context.dryRun) await showBusy(core, scopeOf(context), coachId);
    return { data: { id, removed: true } };
  };
