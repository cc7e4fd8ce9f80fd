import type { Instant } from '@coach-booking/time/instant';
import { calendarRecordId, type ExternalRecord } from '../../domain/external-record/external-record.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { findSource, type FindSourceNeeds } from './find-source.ts';
import { viewOf, type SourceViewNeeds } from './source-view.ts';

type PutBackNeeds = FindSourceNeeds & SourceViewNeeds & Pick<Core, 'bookings' | 'externalRecords'>;

/** Returns a record as one whose event is to be written anew, whatever the provider has of it. */
const toWrite = ({ doneAs: _as, ...record }: ExternalRecord, now: Instant): ExternalRecord => ({
  ...record,
  state: 'due',
  dueAt: now,
  attempts: 0,
});

/**
 * Has the event of a booking written as the booking is, where somebody has moved or deleted it in this calendar. One
 * that is there as it should be, or is being written, stays as it is. Throws COACH_NOT_FOUND,
 * EXTERNAL_CALENDAR_NOT_FOUND, BOOKING_NOT_FOUND, NOT_ALLOWED_NOW once the session has begun, VERSION_CONFLICT.
 */
export const putBackExternalEvent: UseCase<'putBackExternalEvent', PutBackNeeds> = (core) => async (context, input) => {
  const { now, dryRun } = context;
  const { bookingId } = input;
  const scope = scopeOf(context);
  const source = await findSource(core, context, input);
  await compareAndSet<ExternalRecord | null, true>({
    read: () => core.externalRecords.byId(scope, calendarRecordId(bookingId, source.id)),
    write: async (record) => {
      const [booking] = record ? await core.bookings.byIds(scope, [bookingId]) : [];
      if (!record || record.coachId !== source.coachId || record.isErased || !booking)
        throw new Refusal('BOOKING_NOT_FOUND', `No booking ${bookingId} was written into this calendar.`);
      const isOpen = record.state === 'done' || record.state === 'failed';
      if (!record.changedThere || !isOpen) return true;
      if (!booking.time || booking.time.start <= now)
        throw new Refusal('NOT_ALLOWED_NOW', 'The session has begun, so it is not written anew.');
      return dryRun || (await core.externalRecords.replace(toWrite(record, now), record.version)) ? true : null;
    },
    otherwise: () => refuseConflict('Others keep changing this event.'),
  });
  return { data: await viewOf(core, source, now) };
};
