import type { Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import { ACTIVE_STATUSES } from '../../domain/booking/status.ts';
import type { CalendarSource, GoodReading } from '../../domain/calendar-source/calendar-source.ts';
import { unpackRanges } from '../../domain/calendar-source/packed-ranges.ts';
import {
  conflictsWith,
  isOverBusy,
  isSameConflict,
  type SourceConflict,
} from '../../domain/calendar-source/source-conflicts.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { conflictMessage } from '../../domain/delivery/conflict-message.ts';
import { besideMails, type BesideMailsNeeds } from '../messaging/beside-mails.ts';
import { createReaders } from '../messaging/readers.ts';
import type { RecipientNeeds } from '../messaging/recipient.ts';
import type { BookingPosition } from '../ports/booking-reads.ts';
import type { Core } from '../ports/core.ts';

export type TellOfConflictsNeeds = Pick<Core, 'bookings' | 'calendarSources' | 'deliveries' | 'realNow'> &
  BesideMailsNeeds &
  RecipientNeeds;

/**
 * Bookings about which one reading sends a message, the nearest ones. A calendar into which all sessions were written
 * by hand would send one about each of them.
 */
const MOST = 5;
const PAGE = 200;

/** Returns the coach's bookings that begin after now and before `to`, the nearest first. */
const comingBookings = async (
  { bookings }: Pick<Core, 'bookings'>,
  { partnerId, mode, coachId }: CalendarSource,
  now: Instant,
  to: Instant,
): Promise<readonly Booking[]> => {
  const found: Booking[] = [];
  const query = { partnerId, mode, coachId, now, statuses: ACTIVE_STATUSES, from: now, to, order: 'asc' } as const;
  let after: BookingPosition | undefined;
  do {
    const { bookings: page } = await bookings.list({ ...query, limit: PAGE, ...(after && { after }) });
    found.push(...page);
    const last = page.at(-1);
    after = page.length === PAGE && last?.time ? { at: last.time.start, id: last.id } : undefined;
  } while (after);
  return found;
};

const isIn = (conflict: SourceConflict, all: readonly SourceConflict[]): boolean =>
  all.some((one) => isSameConflict(one, conflict));

/** Returns what the coach knew when the booking was made all the same: what the reading before had. */
const acceptedIn = (booking: Booking, before: GoodReading | undefined): readonly SourceConflict[] =>
  before && isOverBusy(booking) ? conflictsWith(booking, before.busy) : [];

/**
 * Sends the coach a message about each booking to come at whose time a calendar is busy since its last reading, and
 * notes what it found. The messages are kept before that is noted, and their ids are made of what they are about: a
 * process that dies in between, and one that reads at the same time, make no second one.
 */
export async function tellOfConflicts(
  core: TellOfConflictsNeeds,
  source: CalendarSource,
  before: GoodReading | undefined,
  head: CoachHead,
  now: Instant,
): Promise<void> {
  const { good, conflicts: known = [] } = source;
  if (!good || source.lastGoodAt !== now) return;
  const end = unpackRanges(good.busy).at(-1)?.end;
  const bookings = end === undefined || end <= now ? [] : await comingBookings(core, source, now, end);
  const found = bookings.map((booking) => ({ booking, parts: conflictsWith(booking, good.busy) }));
  const fresh = found.flatMap(({ booking, parts }) => {
    const accepted = acceptedIn(booking, before);
    const part = parts.find((one) => !isIn(one, known) && !isIn(one, accepted));
    return part ? [{ booking, part }] : [];
  });
  const readers = createReaders(core);
  for (const { booking, part } of fresh.slice(0, MOST)) {
    const mail = conflictMessage(booking, source.id, part, now);
    await core.deliveries.insert([mail, ...(await besideMails(core, readers, booking, head, [mail]))], core.realNow());
  }
  const conflicts = found.flatMap(({ parts }) => parts);
  if (conflicts.length === known.length && conflicts.every((one) => isIn(one, known))) return;
  const stored = await core.calendarSources.byId(source, source.id);
  if (stored?.fence === source.fence) await core.calendarSources.replace({ ...stored, conflicts }, stored.version);
}
