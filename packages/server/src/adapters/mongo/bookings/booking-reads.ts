import type { Model, QueryFilter } from 'mongoose';
import type { BookingListQuery, BookingReads, FeedQuery } from '../../../application/ports/booking-reads.ts';
import { counted, MAX_COUNTED } from '../../../application/kernel/counts.ts';
import { present } from '../../../application/kernel/present.ts';
import { ACTIVE_STATUSES, type BookingStatus } from '../../../domain/booking/status.ts';
import { DAY } from '@coach-booking/time/units';
import { TIMELESS_EXPIRY } from '../../../domain/booking/expiry.ts';
import { tally } from './booking-tally.ts';
import type { Sealer } from '../sealing/sealer.ts';
import {
  attendeeBookingOf,
  bookingOpener,
  attendeeProjection,
  feedBookingOf,
  feedProjection,
  type AttendeeRow,
  type BookingRow,
  type FeedRow,
} from './booking-rows.ts';

type Filter = QueryFilter<BookingRow>;

/** The first instant that a date can hold: every start is at or after it. */
export const FIRST_DATE = new Date(-8.64e15);

/**
 * Returns the condition on the start. A booking without a time has none, which the index of starts keeps as null. A
 * page begins at its position, which lies within the range, so it replaces a bound: an index starts right there.
 */
const startOf = ({ timeless, order, after, ended, now, ...query }: BookingListQuery): Filter => {
  if (timeless) return { 'time.start': null };
  // What has ended has begun, and what has not began at most a session ago; only starts are in the index.
  const to = ended ? Math.min(query.to ?? now, now) : query.to;
  const from = ended === false ? Math.max(query.from ?? -Infinity, now - DAY) : query.from;
  const first = order === 'asc' && after ? after.at : from;
  const upper = order === 'desc' && after ? { $lte: new Date(after.at) } : to !== undefined && { $lt: new Date(to) };
  return { 'time.start': { $gte: first === undefined ? FIRST_DATE : new Date(first), ...upper } };
};

/** One scan of an index: of a status as it is stored, or of all. */
export interface Scan {
  readonly status?: BookingStatus;
  /** Of pending ones: those that have expired, or the others. */
  readonly hasExpired?: boolean;
}

/**
 * Returns the scans that together find these statuses. Each is a range of an index of its own, so that no scan passes
 * those of another. All of them together are one range too.
 */
export function scansOf(statuses: readonly BookingStatus[] | undefined): readonly Scan[] {
  return (
    statuses?.flatMap((status): Scan[] =>
      status === 'pending'
        ? [{ status, hasExpired: false }]
        : status === 'cancelled'
          ? [{ status }, { status: 'pending', hasExpired: true }]
          : [{ status }],
    ) ?? [{}]
  );
}

/** Returns the condition that parts pending ones by their expiry. R25. */
const expiryFilter = ({ timeless, now }: BookingListQuery, hasExpired: boolean | undefined): Filter[] => {
  if (hasExpired === undefined) return [];
  const due = new Date(timeless ? now - TIMELESS_EXPIRY : now);
  return [{ [timeless ? 'createdAt' : 'time.start']: hasExpired ? { $lte: due } : { $gt: due } }] as Filter[];
};

/** Returns the filter of one scan. */
const filterOf = (query: BookingListQuery, { status }: Scan): Filter => {
  const { partnerId, mode, coachId, staffId, serviceId, attendeeIds } = query;
  return {
    partnerId,
    mode,
    ...(coachId !== undefined && { coachId }),
    ...(serviceId !== undefined && { serviceId }),
    // Neither a void nor an unproven one has a start, so the kind is asked for only where there is none.
    ...(query.timeless && { kind: 'booking' }),
    ...startOf(query),
    ...(query.ended !== undefined && { 'time.end': { [query.ended ? '$lte' : '$gt']: new Date(query.now) } }),
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
 * Returns the page of a query among those of one scan, sorted as its positions are. Exported for tests, which explain
 * it.
 */
export function pageOf(model: Model<BookingRow>, query: BookingListQuery, scan: Scan = {}) {
  const turn = query.order === 'asc' ? 1 : -1;
  return model
    .find({ $and: [filterOf(query, scan), ...expiryFilter(query, scan.hasExpired), ...behind(query)] })
    .sort(query.timeless ? { createdAt: turn, _id: turn } : { 'time.start': turn, _id: turn })
    .limit(query.limit);
}

/** Returns the sessions of a calendar feed. Exported for tests, which explain it. */
export function feedOf(model: Model<BookingRow>, query: FeedQuery) {
  const { partnerId, mode, coachId, staffId, attendeeIds, from, to, limit } = query;
  const filter = {
    partnerId,
    mode,
    ...(coachId !== undefined && { coachId }),
    ...(staffId !== undefined && { staffId }),
    ...(attendeeIds && { 'attendee.id': { $in: [...attendeeIds] } }),
    'time.start': { $gte: new Date(from), $lt: new Date(to) },
  } as Filter;
  const columns = query.withPlace ? { ...feedProjection, place: 1 } : feedProjection;
  return model.find(filter, columns).sort({ 'time.start': 1, _id: 1 }).limit(limit);
}

/** Returns the filter that counts all pages of a scan. */
const countedBy = (query: BookingListQuery, scan: Scan): Filter => {
  const expiry = expiryFilter(query, scan.hasExpired);
  const filter = filterOf(query, scan);
  return expiry.length === 0 ? filter : ({ $and: [filter, ...expiry] } as Filter);
};

/**
 * Returns the queries that together are this one: those without a time are a range of their own. A page that begins
 * among those with a time has none of them.
 */
const partsOf = ({ after, ...query }: BookingListQuery): readonly BookingListQuery[] => {
  if (query.timeless !== 'also') return [{ ...query, ...present({ after }) }];
  const timed = { ...query, timeless: false, ...present({ after: after?.timeless ? undefined : after }) };
  return after && !after.timeless ? [timed] : [{ ...query, timeless: true, ...present({ after }) }, timed];
};

/** Returns the first rows of several pages together, in their order. */
const merged = (pages: readonly BookingRow[][], { order, limit }: BookingListQuery): BookingRow[] => {
  if (pages.length === 1) return pages[0]!;
  const turn = order === 'asc' ? 1 : -1;
  const at = ({ time, createdAt }: BookingRow) => (time?.start ?? createdAt).getTime();
  const compare = (a: BookingRow, b: BookingRow) => at(a) - at(b) || (a._id < b._id ? -1 : 1);
  const rank = ({ time }: BookingRow) => (time ? 1 : 0);
  return pages
    .flat()
    .sort((a, b) => rank(a) - rank(b) || turn * compare(a, b))
    .slice(0, limit);
};

/** Reads lists and sums of the collection `bookings`. */
export function createMongoBookingReads(
  model: Model<BookingRow>,
  opening: Pick<Sealer, 'open' | 'openLazily' | 'openFieldsLazily'>,
): BookingReads {
  return {
    async list(query) {
      const { after: _after, ...whole } = query;
      const scans = scansOf(query.statuses);
      const scanned = partsOf(query).flatMap((part) => scans.map((scan) => pageOf(model, part, scan)));
      const pages = Promise.all(scanned.map((page) => page.lean<BookingRow[]>().exec()));
      const counts = partsOf(whole).flatMap((part) =>
        scans.map((scan) => model.countDocuments(countedBy(part, scan), { limit: MAX_COUNTED + 1 }).exec()),
      );
      const rows = merged(await pages, query);
      const found = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
      return { bookings: rows.map(bookingOpener(opening)), ...counted(found) };
    },
    async ofAttendees({ partnerId, mode, coachId, attendeeIds }) {
      const filter = { partnerId, mode, 'attendee.id': { $in: [...attendeeIds] }, coachId, kind: 'booking' } as Filter;
      const rows = await model.find(filter, attendeeProjection).lean<AttendeeRow[]>().exec();
      return rows
        .map((row) => attendeeBookingOf(opening.open(row)))
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    },
    async forFeed(query) {
      const rows = await feedOf(model, query).lean<FeedRow[]>().exec();
      return rows.map((row) => feedBookingOf(opening.open(row)));
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
