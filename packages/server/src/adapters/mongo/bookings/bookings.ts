import type { Connection } from 'mongoose';
import type { BookingFields, BookingName, Bookings, PersonalFields } from '../../../application/ports/bookings.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { present } from '../../../application/kernel/present.ts';
import { BATCH } from '../rows/batch.ts';
import { TIMELESS_EXPIRY } from '../../../domain/booking/expiry.ts';
import { createMongoBookingReads, FIRST_DATE } from './booking-reads.ts';
import {
  bookingOpener,
  rowOfAnswers,
  rowOfBooking,
  rowOfEvent,
  rowOfHistory,
  rowOfTime,
  voidOf,
  type BookingRow,
  type VoidRow,
} from './booking-rows.ts';
import { bookingSchema, voidSchema } from './booking-schema.ts';
import { withDates } from '../rows/dates.ts';
import { duplicatesOf, unlessDuplicate } from '../rows/duplicate-key.ts';
import { gather } from '../rows/gather.ts';
import { makeIndexes } from '../connection/make-indexes.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { shapeCheck } from '../rows/shape.ts';

/** Those of bookings; a void is of none of them. */
const KINDS = ['booking', 'unproven'] as const;

const atVersion = (_id: string, version: number) => ({ _id, kind: { $in: [...KINDS] }, version });
const named = ({ id, partnerId, mode }: BookingName, version: number) => ({
  ...atVersion(id, version),
  partnerId,
  mode,
});

const inScope = ({ partnerId, mode }: LedgerScope) => ({ partnerId, mode });
const rowName = ({ id, partnerId }: BookingName) => ({ _id: id, partnerId });

/** Returns the update of these fields; a field that is undefined is unset. */
const fieldsOf = (fields: BookingFields): { $set: Partial<BookingRow>; $unset: Record<string, true> } => {
  const { time, expiresAt: _expiresAt, unproven: _unproven, ...rest } = withDates(fields, ['cancelledAt']);
  const gone = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [[name, true]] : []));
  const isProven = 'unproven' in fields;
  return {
    $set: { ...rest, ...(isProven && { kind: 'booking' as const }), ...(time && { time: rowOfTime(time) }) },
    $unset: { ...Object.fromEntries(gone), ...(isProven && { askedTime: true as const }) },
  };
};

/** Returns the update of personal fields. */
const personalOf = (fields: PersonalFields): { $set: Partial<BookingRow>; $unset: Record<string, true> } => {
  const { answers, history, ...rest } = fields;
  const gone = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [[name, true]] : []));
  const rows = {
    ...(answers && { answers: rowOfAnswers(answers) }),
    ...(history && { history: history.map(rowOfHistory) }),
  };
  return { $set: { ...present(rest), ...rows }, $unset: Object.fromEntries(gone) };
};

/**
 * Returns the update that removes claims from `releasing`, and the booking from the sweeper's index when none is left.
 */
const cleared = (claimIds: readonly string[]) => [
  {
    $set: {
      releasing: {
        $filter: { input: '$releasing', as: 'ref', cond: { $not: [{ $in: ['$$ref.id', { $literal: claimIds }] }] } },
      },
    },
  },
  { $set: { releasingAt: { $cond: [{ $eq: ['$releasing', []] }, null, '$releasingAt'] } } },
];

/**
 * Opens the collection `bookings` of a connection and creates its indexes: bookings, and voids under the ids that were
 * given up.
 */
export async function createMongoBookings(connection: Connection, sealing: Sealing): Promise<Bookings> {
  const model = connection.model<BookingRow>('Booking', bookingSchema);
  const voids = connection.model<VoidRow>('VoidBooking', voidSchema);
  await makeIndexes(connection, model);
  await makeIndexes(connection, voids);
  const rows = connection.collection<BookingRow>(model.collection.collectionName);
  const checkShape = shapeCheck(bookingSchema);
  const { seal, sealFields, ...opening } = sealing.of('bookings');
  const opened = bookingOpener(opening);
  // Each insert succeeds or fails by itself; together they cost one round trip and one flush of the store's journal.
  const insert = gather(async (made: readonly BookingRow[]): Promise<readonly ('inserted' | 'exists')[]> => {
    const refused = await duplicatesOf(rows.insertMany(made, { ordered: false }));
    return made.map((_, n) => (refused.has(n) ? 'exists' : 'inserted'));
  });
  return {
    ...createMongoBookingReads(model, opening),
    async find(id) {
      const row = await model.findById(id).lean<BookingRow | VoidRow>().exec();
      return row && (row.kind === 'void' ? voidOf(row) : opened(row));
    },
    async insert(booking) {
      const row = rowOfBooking(booking);
      checkShape(row);
      return insert(seal(row));
    },
    async insertVoid({ partnerId, mode }, id, realNow) {
      const row: VoidRow = { _id: id, partnerId, mode, kind: 'void', voidedAt: new Date(realNow) };
      return (await unlessDuplicate(voids.insertOne(row), null)) ? 'inserted' : 'exists';
    },
    async change(name, version, { set, release, history, event }) {
      const { $set, $unset } = fieldsOf(set);
      const pushed = sealFields(rowName(name), {
        history: rowOfHistory(history),
        ...(event && { outbox: rowOfEvent(event) }),
      });
      const refs = release?.refs ?? [];
      const update = {
        $set: {
          ...sealFields(rowName(name), $set),
          ...(release && refs.length > 0 && { releasingAt: new Date(release.realNow) }),
        },
        $unset,
        $push: { releasing: { $each: refs }, ...pushed },
        $inc: { version: 1 },
      };
      const row = await model
        .findOneAndUpdate(named(name, version), update, { returnDocument: 'after', runValidators: true })
        .lean<BookingRow>()
        .exec();
      return row && opened(row);
    },
    async amend(name, version, fields, { redactOutbox } = { redactOutbox: false }) {
      const { $set, $unset } = personalOf(fields);
      const reasons = redactOutbox ? { 'outbox.$[].data.reason': true } : {};
      const row = await model
        .findOneAndUpdate(
          named(name, version),
          { $set: sealFields(rowName(name), $set), $unset: { ...$unset, ...reasons }, $inc: { version: 1 } },
          { returnDocument: 'after', runValidators: true },
        )
        .lean<BookingRow>()
        .exec();
      return row && opened(row);
    },
    async byIds({ partnerId, mode }, ids) {
      const rows = await model
        .find({ _id: { $in: [...ids] }, kind: 'booking', partnerId, mode })
        .lean<BookingRow[]>()
        .exec();
      return rows.map(opened);
    },
    async idsWithCoach({ partnerId, mode }, coachId, ids) {
      const rows = await model
        .find({ _id: { $in: [...ids] }, kind: 'booking', partnerId, mode, coachId }, { _id: 1 })
        .lean<Pick<BookingRow, '_id'>[]>()
        .exec();
      return rows.map(({ _id }) => String(_id));
    },
    async ofAttendee({ partnerId, mode }, attendeeId) {
      const rows = await model.find({ partnerId, mode, 'attendee.id': attendeeId }).lean<BookingRow[]>().exec();
      return rows.map(opened).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async *allOf({ partnerId, mode }, attendeeIds) {
      const found = model
        .find({ partnerId, mode, 'attendee.id': { $in: [...attendeeIds] } })
        .sort({ coachId: 1, 'time.start': 1, _id: 1 });
      for await (const row of found.lean<BookingRow[]>().cursor({ batchSize: BATCH }) as AsyncIterable<BookingRow>)
        yield opened(row);
    },
    async setLocal({ id, partnerId, mode }, start, local) {
      const filter = { _id: id, kind: 'booking', partnerId, mode, 'time.start': new Date(start) } as const;
      await model.updateOne(filter, { $set: { 'time.local': local } }, { runValidators: true }).exec();
    },
    async setMeeting(name, meeting) {
      const { id: _id, partnerId, mode } = name;
      const isLater = { $or: [{ meeting: null }, { 'meeting.revision': { $lt: meeting.revision } }] };
      const filter: object = { _id, kind: { $in: [...KINDS] }, partnerId, mode, ...isLater };
      await model.updateOne(filter, { $set: sealFields(rowName(name), { meeting }) }, { runValidators: true }).exec();
    },
    async bump(id, version) {
      return (await model.updateOne(atVersion(id, version), { $inc: { version: 1 } }).exec()).matchedCount === 1;
    },
    async clearReleasing(id, claimIds) {
      await model.updateOne({ _id: id, kind: { $in: [...KINDS] } }, cleared(claimIds), { updatePipeline: true }).exec();
    },
    async releasingSince(realTime, limit) {
      const filter = { releasingAt: { $gt: new Date(0), $lte: new Date(realTime) } };
      const rows = await model.find(filter).sort({ releasingAt: 1 }).limit(limit).lean<BookingRow[]>().exec();
      return rows.map(opened);
    },
    async expired(now, limit, scope) {
      const pending = { ...(scope ? inScope(scope) : { mode: 'live' }), status: 'pending' } as const;
      // Those without a time stand first in the index.
      const [unproven, timeless, timed] = [
        { ...pending, expiresAt: { $gt: new Date(0), $lte: new Date(now) } },
        { ...pending, 'time.start': null, createdAt: { $lte: new Date(now - TIMELESS_EXPIRY) } },
        { ...pending, 'time.start': { $gte: FIRST_DATE, $lte: new Date(now) } },
      ];
      const rows = await Promise.all(
        [timed, timeless, unproven].map((filter: object) =>
          model.find(filter).limit(limit).lean<BookingRow[]>().exec(),
        ),
      );
      return rows.flat().slice(0, limit).map(opened);
    },
    async undrained(limit, scope) {
      const filter: object = { 'outbox.at': { $gt: new Date(0) }, ...(scope && inScope(scope)) };
      const rows = await model.find(filter).sort({ 'outbox.at': 1 }).limit(limit).lean<BookingRow[]>().exec();
      return rows.map(opened);
    },
    async drop(id, eventIds) {
      const outbox = { id: { $in: [...eventIds] } };
      await model.updateOne({ _id: id, kind: { $in: [...KINDS] } }, { $pull: { outbox } }).exec();
    },
    async between({ partnerId, mode, coachId, from, to }) {
      const filter = { partnerId, mode, coachId, 'time.start': { $gte: new Date(from), $lt: new Date(to) } };
      const rows = await model.find(filter).sort({ 'time.start': 1, _id: 1 }).lean<BookingRow[]>().exec();
      return rows.map(opened);
    },
  };
}
