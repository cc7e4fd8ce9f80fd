import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Booking } from '../../domain/booking/booking.ts';
import { remindersFor, type CoachHead } from '../../domain/coach/coach.ts';
import { remindersOfReader } from '../../domain/delivery/choices.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { remindersOf } from '../../domain/delivery/derive.ts';
import { outOfQuietHours } from '../../domain/delivery/quiet-hours.ts';
import type { Deps } from '../ports/deps.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { User } from '../ports/users.ts';
import { createQuietHours, zoneOfReader, type QuietHoursNeeds } from './quiet-hours-of.ts';
import { createReaders } from '../messaging/readers.ts';
import type { RecipientNeeds } from '../messaging/recipient.ts';
import { teamRolesOf } from './reminder-rules.ts';

export type RemindPersonAgainDeps = Pick<Deps, 'bookings' | 'coaches' | 'deliveries' | 'realNow'> &
  RecipientNeeds &
  QuietHoursNeeds;

/** People handled in one pass; the rest waits for the next. */
const AT_MOST = 20;
/** Nothing is booked further ahead. */
const AHEAD = 800 * DAY;

/** Returns the bookings from an instant on about which this person may be notified. */
const bookingsOf = async (
  { bookings }: Pick<Deps, 'bookings'>,
  { id, partnerId, mode, role, coachId }: User,
  since: Instant,
): Promise<readonly Booking[]> => {
  if (role === 'client')
    return (await bookings.ofAttendee({ partnerId, mode }, id)).filter(({ time }) => time && time.start > since);
  if (coachId === undefined) return [];
  return bookings.between({ partnerId, mode, coachId, from: since, to: plus(since, AHEAD) });
};

/**
 * Makes the reminders of people who changed their own, for the bookings made before, as if each had been made at the
 * change; those by the former rules are skipped when they are due. Done again after a crash it adds nothing. R45.
 */
export async function remindPersonAgain(core: RemindPersonAgainDeps, scope?: LedgerScope): Promise<void> {
  const { coaches, deliveries, realNow, users } = core;
  const quietHoursOf = createQuietHours(core);
  for (const user of await users.withNewReminders(AT_MOST, scope)) {
    const { id, role, choices, remindersSince } = user;
    if (remindersSince === undefined) continue;
    const quietHours = await quietHoursOf(user);
    const readers = createReaders(core);
    const heads = new Map<string, CoachHead | null>();
    const made: Delivery[] = [];
    for (const booking of await bookingsOf(core, user, remindersSince)) {
      const head = heads.get(booking.coachId) ?? (await coaches.byId(booking.coachId));
      heads.set(booking.coachId, head);
      for (const of of head ? (role === 'client' ? (['attendee'] as const) : teamRolesOf(booking)) : []) {
        if ((await readers(of, booking, head!))?.userId !== id) continue;
        const rules = remindersOfReader(remindersFor(head!, booking), choices, of);
        const zone = zoneOfReader({ role: of }, booking, head!.schedule.timeZone);
        made.push(
          ...remindersOf(booking, rules, remindersSince, of).map((each) => outOfQuietHours(each, quietHours, zone)),
        );
      }
    }
    await deliveries.insert(made, realNow());
    await users.remindersMade(id, remindersSince);
  }
}
