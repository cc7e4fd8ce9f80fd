import { MINUTE } from '@coach-booking/time/units';
import { calendarViewsOf } from '../bookings/calendar-bookings.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { instantText, rangeText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { readZoneChanges, type ReadZoneChangesNeeds } from './read-zone-changes.ts';

type ListZoneChangesNeeds = JoinUrlNeeds &
  Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'leads' | 'users'> &
  ReadZoneChangesNeeds;

/** Returns what the law of the coach's zone has moved and is not decided on, by start. Throws COACH_NOT_FOUND. */
export const listZoneChanges: UseCase<'listZoneChanges', ListZoneChangesNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const changes = await readZoneChanges(core, context, head);
  const bookings = changes.flatMap((change) => (change.kind === 'booking' ? [change.booking] : []));
  const viewOf = await calendarViewsOf(core, context, head, bookings);
  return {
    data: changes.map((change) => ({
      id: change.id,
      kind: change.kind,
      ...rangeText(change.range),
      shiftedStart: instantText(change.shifted.start),
      shiftedEnd: instantText(change.shifted.end),
      minutes: (change.shifted.start - change.range.start) / MINUTE,
      ...(change.kind === 'booking' ? { booking: viewOf(change.booking) } : present({ reason: change.timeOff.reason })),
    })),
  };
};
