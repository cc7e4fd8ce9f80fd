import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { remindersOf } from '../../domain/delivery/derive.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { outOfQuietHours } from '../../domain/delivery/quiet-hours.ts';
import type { Deps } from '../ports/deps.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { createQuietHours, zoneOfReader, type QuietHoursNeeds } from './quiet-hours-of.ts';
import { createReaders } from '../messaging/readers.ts';
import type { RecipientNeeds } from '../messaging/recipient.ts';
import { remindersOfAttendee } from './reminder-rules.ts';

export type RemindAgainDeps = Pick<Deps, 'bookings' | 'coaches' | 'deliveries' | 'realNow'> &
  RecipientNeeds &
  QuietHoursNeeds;

/** Coaches handled in one pass; the rest waits for the next. */
const AT_MOST = 20;
/** Nothing is booked further ahead. */
const AHEAD = 800 * DAY;

/**
 * Makes reminders by a coach's new rules for the bookings that were made before, as if each had been made when the
 * rules changed; those by the old rules are skipped when they are due. Done again after a crash it adds nothing. R45.
 */
export async function remindAgain(core: RemindAgainDeps, scope?: LedgerScope): Promise<void> {
  const { bookings, coaches, deliveries, realNow } = core;
  const quietHoursOf = createQuietHours(core);
  for (const head of await coaches.withNewReminders(AT_MOST, scope)) {
    const { id, partnerId, mode, schedule, remindersSince } = head;
    if (remindersSince === undefined) continue;
    const of = { partnerId, mode, coachId: id };
    const ahead = await bookings.between({ ...of, from: remindersSince, to: plus(remindersSince, AHEAD) });
    const quietHours = await quietHoursOf(of);
    const readers = createReaders(core);
    const made: Delivery[] = [];
    for (const booking of ahead) {
      const reminders = remindersOf(booking, await remindersOfAttendee(readers, booking, head), remindersSince);
      const zone = zoneOfReader({ role: 'attendee' }, booking, schedule.timeZone);
      made.push(...reminders.map((delivery) => outOfQuietHours(delivery, quietHours, zone)));
    }
    await deliveries.insert(made, realNow());
    await coaches.remindersMade(id, remindersSince);
  }
}
