import type { Booking } from '../../domain/booking/booking.ts';
import { derive } from '../../domain/delivery/derive.ts';
import { outOfQuietHours } from '../../domain/delivery/quiet-hours.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { defaultSchedule } from '../../domain/schedule/schedule.ts';
import { countBooked } from '../funnel/count-booked.ts';
import { countOutcomes } from '../hour-counts/count-outcomes.ts';
import { settleBooked, type SettleBookedNeeds } from '../recovery/settle-booked.ts';
import { markRecords, type MarkRecordsNeeds } from '../external-records/mark-records.ts';
import type { Deps } from '../ports/deps.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { createTellEndpoints, type TellEndpointsNeeds } from '../webhooks/tell-endpoints.ts';
import { besideMails, type BesideMailsNeeds } from '../messaging/beside-mails.ts';
import { createQuietHours, zoneOfReader, type QuietHoursNeeds } from './quiet-hours-of.ts';
import { createReaders } from '../messaging/readers.ts';
import type { RecipientNeeds } from '../messaging/recipient.ts';
import { rulesOfReaders } from './reminder-rules.ts';

export type DrainDeps = Pick<
  Deps,
  'bookings' | 'coaches' | 'deliveries' | 'funnelCounts' | 'hourCounts' | 'reliability' | 'notices' | 'realNow'
> &
  QuietHoursNeeds &
  SettleBookedNeeds &
  BesideMailsNeeds &
  RecipientNeeds &
  TellEndpointsNeeds &
  MarkRecordsNeeds;

/** Bookings handled in one pass; the rest waits for the next. */
const AT_MOST = 500;

/** Returns a function that makes what the events of a booking send. Of one pass: it reads each coach once. */
const createDrainBooking = (core: DrainDeps): ((booking: Booking) => Promise<void>) => {
  const known = new Map<string, CoachHead | null>();
  const headOf = async (coachId: string): Promise<CoachHead | null> => {
    const head = known.get(coachId) ?? (await core.coaches.byId(coachId));
    known.set(coachId, head);
    return head;
  };
  const sources = new Map<string, readonly CalendarSource[]>();
  const sourcesOf = async (coachId: string): Promise<readonly CalendarSource[]> => {
    const found = sources.get(coachId) ?? (await core.calendarSources.ofCoach(coachId));
    sources.set(coachId, found);
    return found;
  };
  const tellEndpoints = createTellEndpoints(core);
  const quietHoursOf = createQuietHours(core);
  const readers = createReaders(core);
  return async (booking) => {
    const head = await headOf(booking.coachId);
    const { timeZone } = head?.schedule ?? defaultSchedule;
    const { reminders, own } = await rulesOfReaders(readers, booking, head);
    const quietHours = await quietHoursOf(booking);
    const messages = booking.outbox.flatMap((event) => derive(booking, event, reminders, own));
    await core.deliveries.insert(
      [...messages, ...(await besideMails(core, readers, booking, head, messages))].map((delivery) =>
        outOfQuietHours(delivery, quietHours, zoneOfReader(delivery, booking, timeZone)),
      ),
      core.realNow(),
    );
    await markRecords(core, booking, await sourcesOf(booking.coachId));
    await tellEndpoints(booking);
    await countOutcomes(core, booking);
    await settleBooked(core, booking);
    await countBooked(core, booking, timeZone);
    await core.bookings.drop(
      booking.id,
      booking.outbox.map(({ id }) => id),
    );
  };
};

/**
 * Makes messages and webhooks of the events that bookings hold, and takes the events away, without touching a booking's
 * version. Any number of processes may do so at once, and each may die at any point: the same events make the same
 * messages. Returns how many events it took away. A booking whose messages cannot be made keeps its events, and the
 * others go on; when all are done, the first fault is thrown. Ends early once `isStopping` returns true.
 */
export async function drain(core: DrainDeps, scope?: LedgerScope, isStopping?: () => boolean): Promise<number> {
  const drainBooking = createDrainBooking(core);
  const faults: unknown[] = [];
  let drained = 0;
  for (const booking of await core.bookings.undrained(AT_MOST, scope)) {
    if (isStopping?.()) break;
    try {
      await drainBooking(booking);
      drained += booking.outbox.length;
    } catch (fault) {
      faults.push(fault);
      const { id: bookingId, partnerId, mode } = booking;
      core.notices.bookingFailed({ bookingId, partnerId, mode, type: fault instanceof Error ? fault.name : 'unknown' });
    }
  }
  if (faults.length > 0) throw faults[0];
  return drained;
}

/** Drains until no event is left, or until `isStopping` returns true. Throws what `drain` throws. */
export async function drainAll(core: DrainDeps, isStopping?: () => boolean, scope?: LedgerScope): Promise<void> {
  while (!isStopping?.() && (await drain(core, scope, isStopping)) > 0);
}
