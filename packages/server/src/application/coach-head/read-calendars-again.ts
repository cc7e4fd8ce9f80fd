import type { Instant } from '@coach-booking/time/instant';
import { dueAgain, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { Core } from '../ports/core.ts';

/** Has a calendar of a coach read anew, unless it is deleted meanwhile. */
export function readCalendarAgain(
  { calendarSources }: Pick<Core, 'calendarSources'>,
  source: CalendarSource,
  now: Instant,
): Promise<void> {
  return compareAndSet<CalendarSource | null, void>({
    first: source,
    read: () => calendarSources.byId(source, source.id),
    write: async (stored) => {
      if (!stored || stored.deletedAt !== undefined) return undefined;
      return (await calendarSources.replace(dueAgain(stored, now), stored.version)) ? undefined : null;
    },
    otherwise: () => undefined,
  });
}

/** Has all other calendars of a coach read anew: for another time zone, or another booking window. */
export async function readCalendarsAgain(
  core: Pick<Core, 'calendarSources'>,
  coachId: string,
  now: Instant,
): Promise<void> {
  for (const source of await core.calendarSources.ofCoach(coachId)) await readCalendarAgain(core, source, now);
}
