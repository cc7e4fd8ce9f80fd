import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { remindersOf } from '../../domain/delivery/derive.ts';
import type { Deps } from '../ports/deps.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

export type RemindAgainDeps = Pick<Deps, 'bookings' | 'coaches' | 'deliveries' | 'realNow'>;

/** Coaches handled in one pass; the rest waits for the next. */
const AT_MOST = 20;
/** Nothing is booked further ahead. */
const AHEAD = 800 * DAY;

/**
 * Makes reminders by a coach's new rules for the bookings that were made before, as if each had been made when the
 * rules changed; those by the old rules are skipped when they are due. Done again after a crash it adds nothing. R45.
 */
export async function remindAgain(
  { bookings, coaches, deliveries, realNow }: RemindAgainDeps,
  scope?: LedgerScope,
): Promise<void> {
  for (const { id, partnerId, mode, schedule, remindersSince } of await coaches.withNewReminders(AT_MOST, scope)) {
    if (remindersSince === undefined) continue;
    const of = { partnerId, mode, coachId: id };
    const ahead = await bookings.between({ ...of, from: remindersSince, to: plus(remindersSince, AHEAD) });
    await deliveries.insert(
      ahead.flatMap((booking) => remindersOf(booking, schedule.reminders, remindersSince)),
      realNow(),
    );
    await coaches.remindersMade(id, remindersSince);
  }
}
