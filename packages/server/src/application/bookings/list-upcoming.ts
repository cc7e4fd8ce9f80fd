import { plus } from '@coach-booking/time/instant';
import { ACTIVE_STATUSES } from '../../domain/booking/status.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { upcomingViewsOf } from './upcoming-views.ts';
import type { Core } from '../ports/core.ts';

type ListUpcomingNeeds = JoinUrlNeeds & Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

const DEFAULT_LIMIT = 10;

/** Returns the next active bookings, which have not begun, and how many there are in all. Throws COACH_NOT_FOUND. */
export const listUpcoming: UseCase<'listUpcoming', ListUpcomingNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const { bookings, total, isCapped } = await core.bookings.list({
    ...scopeOf(context),
    coachId: head.id,
    statuses: ACTIVE_STATUSES,
    now: context.now,
    from: plus(context.now, 1),
    order: 'asc',
    limit: input.limit ?? DEFAULT_LIMIT,
  });
  const viewOf = await upcomingViewsOf(core, context, head, input.language, bookings);
  return { data: bookings.map(viewOf), meta: { nextCursor: null, total, ...present({ totalIsCapped: isCapped }) } };
};
