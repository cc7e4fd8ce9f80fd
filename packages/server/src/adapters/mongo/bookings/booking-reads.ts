import type { Model, QueryFilter } from 'mongoose';
import type { BookingListQuery, BookingReads } from '../../../application/ports/booking-reads.ts';
import { counted, MAX_COUNTED } from '../../../application/kernel/counts.ts';
import { ACTIVE_STATUSES, type BookingStatus } from '../../../domain/booking/status.ts';
import { tally } from './booking-tally.ts';
import type { Sealer } from '../sealing/sealer.ts';
import {
  attendeeBookingOf,
  bookingOpener,
  attendeeProjection,
  type AttendeeRow,
  type BookingRow,
} from './booking-rows.ts';

type Filter = QueryFilter<BookingRow>;

/** The first instant that a date can hold: every start is at or after it. */
const FIRST_DATE = new Date(-8.64e15);

/**
 * Returns the condition on the start. A booking without a time has none, which the index of starts keeps as null. A
 * page begins at its position, which lies within the range, so it replaces a bound: an index starts right there.
 */
const startOf = ({ timeless, from, to, order, after }: BookingListQuery): Filter => {
  if (timeless) return { 'time.start': null };
  const first = order === 'asc' && after ? after.at : from;
  const upper = order === 'desc' && after ? { $lte: new Date(after.at) } : to !== undefined && { $lt: new Date(to) };
  return { 'time.start': { $gte: first === undefined ? FIRST_DATE : new Date(first), ...upper } };
};

/** Returns the filter of one scan of an index: of one status, or of all. */
const filterOf = (query: BookingListQuery, status: BookingStatus | undefined): Filter => {
  const { partnerId, mode, coachId, staffId, attendeeIds } = query;
  return {
    partnerId,
    mode,
    // A void has no status and no start, so the kind is asked for only where the filter has neither.
    ...(coachId !== undefined ? { coachId } : status === undefined && query.timeless && { kind: 'booking' }),
    ...startOf(query),
    ...(status !== undefined && { status }),
    ...(staffId !== undefined && { staffId }),
    ...(attendeeIds && { 'attendee.id': attendeeIds.length === 1 ? attendeeIds[0] : { $in: [...attendeeIds] } }),
  } as Filter;
};

/** Returns the condition for rows of the position's own instant that follow it, and all beyond. */
const behind = ({ timeless, order, after }: BookingListQuery): Filter[] => {
  if (!after) return [];
  const beyond = order === 'asc' ? '$gt' : '$lt';
  const field = timeless ? 'createdAt' : 'time.start';
  const at = new Date(after.at);
  return [{ $or: [{ [field]: { [beyond]: at } }, { [field]: at, _id: { [beyond]: after.id } }] }] as Filter[];
};

/**
 * Returns the page of a query among those of one status, sorted as its positions are. Exported for tests, which explain
 * it.
 */
export function pageOf(model: Model<BookingRow>, query: BookingListQuery, status?: BookingStatus) {
  const turn = query.order === 'asc' ? 1 : -1;
  return model
    .find({ $and: [filterOf(query, status), ...behind(query)] })
    .sort(query.timeless ? { createdAt: turn, _id: turn } : { 'time.start': turn, _id: turn })
    .limit(query.limit);
}

/** Returns the first rows of several pages together, in their order. */
const merged = (pages: readonly BookingRow[][], { order, limit }: BookingListQuery): BookingRow[] => {
  if (pages.length === 1) return pages[0]!;
  const turn = order === 'asc' ? 1 : -1;
  const at = ({ time, createdAt }: BookingRow) => (time?.start ?? createdAt).getTime();
  const compare = (a: BookingRow, b: BookingRow) => at(a) - at(b) || (a._id < b._id ? -1 : 1);
  return pages
    .flat()
    .sort((a, b) => turn * compare(a, b))
    .slice(0, limit);
};

/** Reads lists and sums of the collection `bookings`. */
export function createMongoBookingReads(
  model: Model<BookingRow>,
  opening: Pick<Sealer, 'open' | 'openFieldsLazily'>,
): BookingReads {
  return {
    async list(query) {
      const { after: _after, ...whole } = query;
      // Each status is a range of an index of its own, so that no scan passes those of another. All of them together
      // are one range too.
      const scans = query.statuses ?? [undefined];
      const pages = Promise.all(scans.map((status) => pageOf(model, query, status).lean<BookingRow[]>().exec()));
      const counts = scans.map((status) =>
        model.countDocuments(filterOf(whole, status), { limit: MAX_COUNTED + 1 }).exec(),
      );
      const rows = merged(await pages, query);
      const found = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
      return { bookings: rows.map(bookingOpener(opening)), ...counted(found) };
    },
    async ofAttendees({ partnerId, mode, coachId, attendeeIds }) {
      const filter = { partnerId, mode, 'attendee.id': { $in: [...attendeeIds] }, coachId } as Filter;
      const rows = await model.find(filter, attendeeProjection).lean<AttendeeRow[]>().exec();
      return rows
        .map((row) => attendeeBookingOf(opening.open(row)))
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    },
    async countAhead({ partnerId, mode, attendeeId, now, limit }) {
      const ahead = { $or: [{ 'time.start': { $gt: new Date(now) } }, { 'time.start': null }] };
      const filter = {
        partnerId,
        mode,
        'attendee.id': attendeeId,
        status: { $in: [...ACTIVE_STATUSES] },
        ...ahead,
      } as Filter;
      return model.countDocuments(filter).limit(limit).exec();
    },
    tally: (query) => tally(model, query),
  };
}
