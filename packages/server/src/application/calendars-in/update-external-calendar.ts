import { dueAgain, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { present } from '../kernel/present.ts';
import { scopeOf, trimmed } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeSource, findSource, type FindSourceNeeds } from './find-source.ts';
import { showBusy, type ShowBusyNeeds } from './show-busy.ts';
import { viewOf } from './source-view.ts';

/**
 * Changes a calendar, or switches it off or on; one that is switched on is read at once. Throws COACH_NOT_FOUND,
 * EXTERNAL_CALENDAR_NOT_FOUND, VERSION_CONFLICT.
 */
export const updateExternalCalendar: UseCase<'updateExternalCalendar', FindSourceNeeds & ShowBusyNeeds> =
  (core) => async (context, input) => {
    const { policy, active } = input;
    const name = input.name === undefined ? undefined : trimmed('name', input.name);
    const find = () => findSource(core, context, input);
    const changed = await changeSource(core, context, find, (before): CalendarSource => {
      const after: CalendarSource = { ...before, ...present({ name, policy, active }), toShow: true };
      return after.active === before.active ? after : dueAgain(after, context.now);
    });
    if (!context.dryRun) await showBusy(core, scopeOf(context), changed.coachId);
    return { data: await viewOf(core, changed, context.now) };
  };
