import { dueAgain, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { present } from '../kernel/present.ts';
import { scopeOf, trimmed } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changedAccess } from './changed-access.ts';
import { changeSource, findSource, type FindSourceNeeds } from './find-source.ts';
import { showBusy, type ShowBusyNeeds } from './show-busy.ts';
import { viewOf } from './source-view.ts';

/**
 * Changes a calendar, or switches it off or on; one that is switched on, or has another password or other calendars, is
 * read at once. Bookings are written into it, or not any more. Throws INVALID_REQUEST, COACH_NOT_FOUND,
 * EXTERNAL_CALENDAR_NOT_FOUND, VERSION_CONFLICT.
 */
export const updateExternalCalendar: UseCase<'updateExternalCalendar', FindSourceNeeds & ShowBusyNeeds> =
  (core) => async (context, input) => {
    const { policy, active, password, calendars, writeBookings, bookingCalendar, bookingDetail } = input;
    const name = input.name === undefined ? undefined : trimmed('name', input.name);
    const find = () => findSource(core, context, input);
    const change = { password, calendars, writeBookings, bookingCalendar, bookingDetail };
    const changed = await changeSource(core, context, find, (before): CalendarSource => {
      const named: CalendarSource = { ...before, ...present({ name, policy, active }), toShow: true };
      const after = changedAccess(named, change, context.now);
      const isReadAnew = after.active !== before.active || password !== undefined || calendars !== undefined;
      return isReadAnew ? dueAgain(after, context.now) : after;
    });
    if (!context.dryRun) await showBusy(core, scopeOf(context), changed.coachId);
    return { data: await viewOf(core, changed, context.now) };
  };
