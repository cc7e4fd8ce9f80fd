import { forgotten } from '../../domain/calendar-source/calendar-source.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { GraphNeeds } from '../microsoft/graph.ts';
import { endPush } from './end-push.ts';
import { changeSource, findSource, type FindSourceNeeds } from './find-source.ts';
import { showBusy, type ShowBusyNeeds } from './show-busy.ts';

type DeleteNeeds = FindSourceNeeds & ShowBusyNeeds & GraphNeeds;

/**
 * Forgets a calendar, once nothing of it is in what the slots read, and bookings that were written into it are removed.
 * Throws COACH_NOT_FOUND, EXTERNAL_CALENDAR_NOT_FOUND, VERSION_CONFLICT.
 */
export const deleteExternalCalendar: UseCase<'deleteExternalCalendar', DeleteNeeds> =
  (core) => async (context, input) => {
    const find = () => findSource(core, context, input);
    const deleted = await changeSource(core, context, find, (source) => forgotten(source, context.now));
    if (!context.dryRun) {
      await showBusy(core, scopeOf(context), deleted.coachId);
      core.background.add(endPush(core, deleted));
    }
    return { data: { id: deleted.id, removed: true } };
  };
