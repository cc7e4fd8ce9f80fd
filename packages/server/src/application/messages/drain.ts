import { derive } from '../../domain/delivery/derive.ts';
import { defaultSchedule, type Reminders } from '../../domain/schedule/schedule.ts';
import type { Deps } from '../ports/deps.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

export type DrainDeps = Pick<Deps, 'bookings' | 'coaches' | 'deliveries' | 'realNow'>;

/** Bookings handled in one pass; the rest waits for the next. */
const AT_MOST = 500;

/**
 * Makes messages of the events that bookings hold, and takes the events away, without touching a booking's version. Any
 * number of processes may do so at once, and each may die at any point: the same events make the same messages. Returns
 * how many events it took away.
 */
export async function drain(
  { bookings, coaches, deliveries, realNow }: DrainDeps,
  scope?: LedgerScope,
  atMost = AT_MOST,
): Promise<number> {
  const known = new Map<string, Reminders>();
  const remindersOf = async (coachId: string): Promise<Reminders> => {
    const reminders = known.get(coachId) ?? ((await coaches.byId(coachId))?.schedule ?? defaultSchedule).reminders;
    known.set(coachId, reminders);
    return reminders;
  };
  let drained = 0;
  for (const booking of await bookings.undrained(atMost, scope)) {
    const reminders = await remindersOf(booking.coachId);
    await deliveries.insert(
      booking.outbox.flatMap((event) => derive(booking, event, reminders)),
      realNow(),
    );
    await bookings.drop(
      booking.id,
      booking.outbox.map(({ id }) => id),
    );
    drained += booking.outbox.length;
  }
  return drained;
}
