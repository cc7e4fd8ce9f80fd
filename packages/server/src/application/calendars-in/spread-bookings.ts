import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { calendarRecordId } from '../../domain/external-record/external-record.ts';
import type { Core } from '../ports/core.ts';

export type SpreadNeeds = Pick<Core, 'bookings' | 'externalRecords'>;

/** The longest booking window is 730 days. */
const AHEAD = 732 * DAY;
const MAX_BOOKINGS = 5000;
/** Of no change of a booking: those that the record knows already are not younger. */
const NO_VERSION = 0;

/**
 * Has a source's events written, written anew or removed, after what it wants has changed: marks those that are there,
 * and the bookings to come. It asks no provider anything, and doing it twice is doing it once.
 */
export async function spreadBookings(core: SpreadNeeds, source: CalendarSource): Promise<void> {
  const { partnerId, mode, coachId, id: sourceId, kind, writesTo, deletedAt, writesChangedAt: now } = source;
  if (now === undefined || kind === 'ics') return;
  await core.externalRecords.again({ partnerId, mode, coachId, sourceId, now });
  if (writesTo === undefined || deletedAt !== undefined) return;
  const range = { from: now, to: plus(now, AHEAD), withPlace: false, limit: MAX_BOOKINGS };
  for (const { id: bookingId } of await core.bookings.forFeed({ partnerId, mode, coachId, ...range }))
    await core.externalRecords.mark({
      ...{ id: calendarRecordId(bookingId, sourceId), partnerId, mode, kind: 'calendar', bookingId, coachId },
      ...{ provider: kind, account: { sourceId }, wantedVersion: NO_VERSION, at: now },
    });
}
