import { plus } from '@coach-booking/time/instant';
import { MINUTE, SECOND } from '@coach-booking/time/units';
import { dueAgain } from '../../domain/calendar-source/calendar-source.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeSource, findSource, type FindSourceNeeds } from './find-source.ts';
import { viewOf, type SourceViewNeeds } from './source-view.ts';

/** Between two readings that people ask for. */
const AT_MOST_EVERY = MINUTE;

/**
 * Has a calendar read anew, whole, by the next pass. Throws COACH_NOT_FOUND, EXTERNAL_CALENDAR_NOT_FOUND, RATE_LIMITED
 * within a minute after it was read, NOT_ALLOWED_NOW for one that is not active, VERSION_CONFLICT.
 */
export const refreshExternalCalendar: UseCase<'refreshExternalCalendar', FindSourceNeeds & SourceViewNeeds> =
  (core) => async (context, input) => {
    const { now } = context;
    const changed = await changeSource(
      core,
      context,
      () => findSource(core, context, input),
      (source) => {
        if (!source.active) throw new Refusal('NOT_ALLOWED_NOW', `The calendar ${source.id} is not active.`);
        const from = source.lastTriedAt === undefined ? now : plus(source.lastTriedAt, AT_MOST_EVERY);
        if (now < from)
          throw new Refusal('RATE_LIMITED', 'A calendar is read once a minute.', undefined, (from - now) / SECOND);
        return dueAgain(source, now);
      },
    );
    return { data: await viewOf(core, changed, now) };
  };
