import { MAX_SOURCES, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { identify } from '../idempotency/identify.ts';
import { refuseInput, scopeOf, trimmed } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { showBusy, type ShowBusyNeeds } from './show-busy.ts';
import { accessOf, type AccessNeeds } from './access-of-input.ts';
import { viewsOf, type SourceViewNeeds } from './source-view.ts';

type CreateNeeds = Pick<Core, 'newId' | 'idempotency'> & AccessNeeds & ShowBusyNeeds & SourceViewNeeds;

/**
 * Connects a calendar; the next pass reads it. A retry with the same idempotency key makes no second one. Two at the
 * same moment may exceed the limit by one. Throws COACH_NOT_FOUND, URL_NOT_ALLOWED, INVALID_REQUEST for one too many,
 * IDEMPOTENCY_MISMATCH.
 */
export const createExternalCalendar: UseCase<'createExternalCalendar', CreateNeeds> =
  (core) => async (context, input) => {
    const { coach, name, policy = 'keep_last_good' } = input;
    const { head } = await readCoach(core, context, coach);
    const access = await accessOf(core, context, head.id, input);
    const id = context.dryRun ? core.newId() : (await identify(core, context, 'createExternalCalendar', input)).id;
    const all = await core.calendarSources.ofCoach(head.id);
    const earlier = all.find((one) => one.id === id);
    if (earlier) return { data: (await viewsOf(core, [earlier], all, context.now))[0]! };
    if (all.filter(({ deletedAt }) => deletedAt === undefined).length >= MAX_SOURCES)
      refuseInput('name', `A coach has at most ${MAX_SOURCES} external calendars: delete one first.`);
    const source: CalendarSource = {
      ...scopeOf(context),
      id,
      coachId: head.id,
      ...access,
      name: trimmed('name', name),
      policy,
      active: true,
      dueAt: context.now,
      leasedUntil: null,
      fence: 0,
      failures: 0,
      toShow: true,
      version: 1,
      createdAt: context.now,
    };
    if (!context.dryRun && (await core.calendarSources.insert(source))) await showBusy(core, scopeOf(context), head.id);
    return { data: (await viewsOf(core, [source], [...all, source], context.now))[0]! };
  };
