import { derive } from '../../domain/delivery/derive.ts';
import { outOfQuietHours } from '../../domain/delivery/quiet-hours.ts';
import { defaultSchedule, type Schedule } from '../../domain/schedule/schedule.ts';
import type { Deps } from '../ports/deps.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { createTellEndpoints, type TellEndpointsNeeds } from '../webhooks/tell-endpoints.ts';
import { createQuietHours, zoneOfReader, type QuietHoursNeeds } from './quiet-hours-of.ts';

export type DrainDeps = Pick<Deps, 'bookings' | 'coaches' | 'deliveries' | 'realNow'> &
  QuietHoursNeeds &
  TellEndpointsNeeds;

/** Bookings handled in one pass; the rest waits for the next. */
const AT_MOST = 500;

/**
 * Makes messages and webhooks of the events that bookings hold, and takes the events away, without touching a booking's
 * version. Any number of processes may do so at once, and each may die at any point: the same events make the same
 * messages. Returns how many events it took away.
 */
export async function drain(core: DrainDeps, scope?: LedgerScope, atMost = AT_MOST): Promise<number> {
  const { bookings, coaches, deliveries, realNow } = core;
  const known = new Map<string, Schedule>();
  const scheduleOf = async (coachId: string): Promise<Schedule> => {
    const schedule = known.get(coachId) ?? (await coaches.byId(coachId))?.schedule ?? defaultSchedule;
    known.set(coachId, schedule);
    return schedule;
  };
  const tellEndpoints = createTellEndpoints(core);
  const quietHoursOf = createQuietHours(core);
  let drained = 0;
  for (const booking of await bookings.undrained(atMost, scope)) {
    const [{ reminders, timeZone }, quietHours] = [await scheduleOf(booking.coachId), await quietHoursOf(booking)];
    await deliveries.insert(
      booking.outbox
        .flatMap((event) => derive(booking, event, reminders))
        .map((delivery) => outOfQuietHours(delivery, quietHours, zoneOfReader(delivery, booking, timeZone))),
      realNow(),
    );
    await tellEndpoints(booking);
    await bookings.drop(
      booking.id,
      booking.outbox.map(({ id }) => id),
    );
    drained += booking.outbox.length;
  }
  return drained;
}
