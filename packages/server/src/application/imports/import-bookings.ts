import type { Booking } from '../../domain/booking/booking.ts';
import { announce } from '../feed/announce.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { RowError } from '../ports/import-rows.ts';
import type { UseCase } from '../ports/use-case.ts';
import { scopeOf } from '../kernel/scope.ts';
import { connectBooking } from '../people/connect-booking.ts';
import { bookingDraft, type BookingDraft } from './booking-draft.ts';
import { overlapsOf } from './overlaps.ts';
import { coachesOf, type CoachNeeds } from './row-coach.ts';
import { rowErrorsOf } from './row-error.ts';
import { personsOf, type PersonNeeds } from './row-person.ts';
import { runImport, type ImportedRow, type NotedId, type Planned, type RunImportNeeds } from './run-import.ts';
import { writeBooking, type WriteBookingNeeds } from './write-booking.ts';

type ImportBookingsNeeds = RunImportNeeds & CoachNeeds & PersonNeeds & WriteBookingNeeds & Pick<Core, 'connections'>;

type Row = ImportedRow<'bookings'>;

/** In the order of the rows, of two that overlap the first gets the time. */
const planAll = async (
  core: ImportBookingsNeeds,
  context: Context,
  rows: readonly Row[],
): Promise<readonly (Planned<BookingDraft> | readonly RowError[])[]> => {
  const all = rows.map(({ fields }) => fields);
  const known = { coachOf: await coachesOf(core, context, all), personOf: await personsOf(core, context, all) };
  const drafted = rows.map(({ fields }): BookingDraft | readonly RowError[] => {
    try {
      return bookingDraft(context, fields, known);
    } catch (error) {
      return rowErrorsOf(error);
    }
  });
  const isDraft = (one: BookingDraft | readonly RowError[]): one is BookingDraft => 'session' in one;
  const ids = await core.importedIds.find(
    { ...scopeOf(context), kind: 'bookings' },
    rows.map(({ externalId }) => externalId),
  );
  const checkOverlap = await overlapsOf(core, context, drafted.filter(isDraft));
  return drafted.map((draft, n) => {
    if (!isDraft(draft)) return draft;
    const { row, externalId } = rows[n]!;
    try {
      checkOverlap(draft, { row, ownId: ids.get(externalId) });
      return { draft };
    } catch (error) {
      return rowErrorsOf(error);
    }
  });
};

/** An id under which a booking was given up is no id for another try. */
const openId = async (core: ImportBookingsNeeds, id: NotedId): Promise<string> => {
  if (id.isFresh) return id.resourceId;
  const stored = await core.bookings.find(id.resourceId);
  if (stored?.kind !== 'void') return id.resourceId;
  const wanted = core.newId();
  return (await core.importedIds.renew(id, wanted)) ?? wanted;
};

/** Once for each client and coach: one booking of theirs decides about the connection as all would. */
const connectAll = async (core: ImportBookingsNeeds, made: readonly Booking[]): Promise<void> => {
  const pairs = new Map(
    made.flatMap((booking) =>
      booking.attendee.kind === 'client' && booking.status !== 'cancelled'
        ? [[`${booking.attendee.id} ${booking.coachId}`, booking] as const]
        : [],
    ),
  );
  for (const booking of pairs.values()) await connectBooking(core, booking);
};

/** Announces the new bookings, once for each coach. */
const tellAll = (core: ImportBookingsNeeds, made: readonly Booking[]): void => {
  for (const coachId of new Set(made.map((booking) => booking.coachId)))
    announce(core, { coachId, kind: 'booking', ranges: [] });
};

/**
 * Brings bookings along (R38): what is over is recorded as it was, what is to come takes its time. Nothing is sent, and
 * no limit of visitors counts. Throws INVALID_REQUEST.
 */
export const importBookings: UseCase<'importBookings', ImportBookingsNeeds> = (core) => async (context, input) => {
  const made: Booking[] = [];
  const report = await runImport<'bookings', BookingDraft>(
    core,
    context,
    {
      kind: 'bookings',
      existing: async (ids) => new Set((await core.bookings.byIds(scopeOf(context), ids)).map(({ id }) => id)),
      plan: (rows) => planAll(core, context, rows),
      write: async (draft, given) => {
        const { booking, isNew } = await writeBooking(core, context, draft, await openId(core, given));
        if (isNew) made.push(booking);
        return { outcome: isNew ? 'created' : 'existing', id: booking.id };
      },
    },
    input,
  );
  await connectAll(core, made);
  tellAll(core, made);
  return report;
};
