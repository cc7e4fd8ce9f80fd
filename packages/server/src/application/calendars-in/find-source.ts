import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';

export type FindSourceNeeds = Pick<Core, 'calendarSources' | 'cache' | 'coaches' | 'ledgers'>;

/** A request that names a calendar of a coach. */
export interface SourceRequest {
  readonly coach: string;
  readonly id: string;
}

export function sourceNotFound(id: string): Refusal {
  return new Refusal('EXTERNAL_CALENDAR_NOT_FOUND', `No external calendar ${id}.`);
}

/** Returns a calendar of the coach in the path. Throws COACH_NOT_FOUND, EXTERNAL_CALENDAR_NOT_FOUND. */
export async function findSource(
  core: FindSourceNeeds,
  context: Context,
  { coach, id }: SourceRequest,
): Promise<CalendarSource> {
  const { head } = await readCoach(core, context, coach);
  const found = await core.calendarSources.byId(scopeOf(context), id);
  if (!found || found.coachId !== head.id || found.deletedAt !== undefined) throw sourceNotFound(id);
  return found;
}

/**
 * Writes a calendar by compare-and-set, and applies the change again to what a faster writer wrote, such as a reading;
 * a dry run writes nothing. Returns it as it is now. Throws what `find` and the change throw, VERSION_CONFLICT.
 */
export function changeSource(
  { calendarSources }: Pick<Core, 'calendarSources'>,
  { dryRun }: Context,
  find: () => Promise<CalendarSource>,
  change: (source: CalendarSource) => CalendarSource,
): Promise<CalendarSource> {
  return compareAndSet<CalendarSource, CalendarSource>({
    read: find,
    write: async (before) => {
      const changed = change(before);
      return dryRun || (await calendarSources.replace(changed, before.version)) ? changed : null;
    },
    otherwise: (last) => refuseConflict('Others keep changing this calendar.', last),
  });
}
