import { calendarViewsOf } from '../bookings/calendar-bookings.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { instantText } from '../kernel/instants.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { isRemovable, readBursts, type ReadBurstsNeeds } from './read-bursts.ts';
import type { Core } from '../ports/core.ts';

type ListBurstsNeeds = JoinUrlNeeds & Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'users'> & ReadBurstsNeeds;

/** Returns the bursts of guest bookings that have something left to remove. Throws COACH_NOT_FOUND. */
export const listBursts: UseCase<'listBursts', ListBurstsNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const known = await readBursts(core, context, head.id);
  const left = known
    .map((burst) => ({ burst, bookings: burst.bookings.filter((booking) => isRemovable(booking, context.now)) }))
    .filter(({ bookings }) => bookings.length > 0);
  const viewOf = await calendarViewsOf(
    core,
    context,
    head,
    left.flatMap(({ bookings }) => bookings),
  );
  return {
    data: left.map(({ burst: { id, kind, visits }, bookings }) => ({
      id,
      kind,
      from: instantText(visits[0]!.at),
      to: instantText(visits.at(-1)!.at),
      total: visits.length,
      bookings: bookings.map(viewOf),
    })),
  };
};
