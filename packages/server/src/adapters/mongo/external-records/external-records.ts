import type { Connection, mongo } from 'mongoose';
import type { ChangedThere } from '../../../domain/external-record/changed-there.ts';
import type { ExternalRecord, RecordFailure, WrittenTime } from '../../../domain/external-record/external-record.ts';
import { recordCountsOf } from '../../../domain/external-record/record-count.ts';
import type { ExternalRecords, RecordDue, RecordMark } from '../../../application/ports/external-records.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

type RecordKeys = 'overwrittenAt' | 'dueAt' | 'leasedUntil' | 'toldAt' | 'createdAt';
type ChangeKeys = 'start' | 'end' | 'since' | 'mailAt' | 'toldAt';
type Plain = Omit<ExternalRecord, 'id' | 'lastError' | 'written' | 'changedThere'>;

const recordKeys: readonly RecordKeys[] = ['overwrittenAt', 'dueAt', 'leasedUntil', 'toldAt', 'createdAt'];
const writtenKeys: readonly (keyof WrittenTime)[] = ['start', 'end', 'at'];
const changeKeys: readonly ChangeKeys[] = ['start', 'end', 'since', 'mailAt', 'toldAt'];

type RecordRow = Dated<Plain, RecordKeys> & {
  readonly _id: string;
  readonly lastError?: Dated<RecordFailure, 'at'>;
  readonly written?: Dated<WrittenTime, keyof WrittenTime>;
  readonly changedThere?: Dated<ChangedThere, ChangeKeys>;
};

const rowOf = ({ id, lastError, written, changedThere, ...rest }: ExternalRecord): RecordRow => ({
  _id: id,
  ...withDates(rest, recordKeys),
  ...(lastError && { lastError: withDates(lastError, ['at']) }),
  ...(written && { written: withDates(written, writtenKeys) }),
  ...(changedThere && { changedThere: withDates(changedThere, changeKeys) }),
});
const recordOf = ({ _id, lastError, written, changedThere, ...rest }: RecordRow): ExternalRecord => ({
  id: _id,
  ...withInstants<Plain, RecordKeys>(rest, recordKeys),
  ...(lastError && { lastError: withInstants<RecordFailure, 'at'>(lastError, ['at']) }),
  ...(written && { written: withInstants<WrittenTime, keyof WrittenTime>(written, writtenKeys) }),
  ...(changedThere && { changedThere: withInstants<ChangedThere, ChangeKeys>(changedThere, changeKeys) }),
});

/**
 * Those that are due, of all partners or of one; those of bookings; meetings by the provider's id; those of a source by
 * their time; and those that were changed there.
 */
const indexes: mongo.IndexDescription[] = [
  { key: { mode: 1, dueAt: 1, _id: 1 }, partialFilterExpression: { dueAt: { $gt: new Date(0) } } },
  { key: { bookingId: 1 } },
  { key: { mode: 1, 'lastError.at': 1 }, partialFilterExpression: { state: 'failed' } },
  { key: { coachId: 1, provider: 1, attempts: 1 } },
  { key: { provider: 1, 'object.id': 1 }, partialFilterExpression: { 'object.id': { $gt: '' } } },
  {
    key: { 'account.sourceId': 1, 'written.start': 1 },
    partialFilterExpression: { 'account.sourceId': { $gt: '' } },
  },
  {
    key: { coachId: 1, 'changedThere.since': 1 },
    partialFilterExpression: { 'changedThere.since': { $gt: new Date(0) } },
  },
];

const dueFilter = ({ partnerId, mode, dueBy, realNow }: Omit<RecordDue, 'leasedUntil'>): object => ({
  mode,
  ...(partnerId !== undefined && { partnerId }),
  // The lower bound is that of the index.
  dueAt: { $gt: new Date(0), $lte: new Date(dueBy) },
  $or: [{ leasedUntil: null }, { leasedUntil: { $lte: new Date(realNow) } }],
});
const inScope = ({ partnerId, mode }: LedgerScope) => ({ partnerId, mode });

const newRow = ({ id, at, ...mark }: RecordMark): RecordRow =>
  rowOf({
    id,
    ...mark,
    isCreating: false,
    wanted: 'present',
    left: [],
    state: 'due',
    attempts: 0,
    dueAt: at,
    leasedUntil: null,
    fence: 0,
    version: 1,
    createdAt: at,
  });

/** Opens the collection `external_records` of a connection and creates its indexes. What opens meetings is sealed. */
export async function createMongoExternalRecords(connection: Connection, sealing: Sealing): Promise<ExternalRecords> {
  const rows = connection.collection<RecordRow>('external_records');
  await makeUnlessMade(connection, 'ExternalRecord', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('external_records');
  const opened = (row: unknown): ExternalRecord => recordOf(open(row as RecordRow));
  const dueNow = (now: number) => ({ $set: { dueAt: new Date(now), state: 'due' as const }, $inc: { version: 1 } });
  return {
    async mark(mark) {
      const isNew = await unlessDuplicate(
        rows.insertOne(seal(newRow(mark))).then(() => true),
        false,
      );
      if (isNew) return;
      const { $set, $inc } = dueNow(mark.at);
      await rows.updateOne(
        { _id: mark.id, wantedVersion: { $lt: mark.wantedVersion } },
        { $set: { ...$set, wantedVersion: mark.wantedVersion }, $inc },
      );
    },
    async erase(scope, bookingIds, now) {
      const { $set, $inc } = dueNow(now);
      const filter = { ...inScope(scope), bookingId: { $in: [...bookingIds] } };
      await rows.updateMany(filter, { $set: { ...$set, isErased: true }, $inc });
    },
    async byId(scope, id) {
      const row = await rows.findOne({ _id: id, ...inScope(scope) });
      return row && opened(row);
    },
    async ofBookings(bookingIds) {
      return (await rows.find({ bookingId: { $in: [...bookingIds] } }).toArray()).map(opened);
    },
    async failedOfCoach(scope, coachId) {
      const found = rows.find({ ...inScope(scope), coachId, state: 'failed' }).sort({ createdAt: 1, _id: 1 });
      return (await found.toArray()).map(opened);
    },
    async writtenOfSource({ partnerId, mode, coachId, sourceId, from, to }) {
      const found = rows.find({
        ...{ partnerId, mode, coachId },
        'account.sourceId': sourceId,
        'written.start': { $gte: new Date(from), $lt: new Date(to) },
      });
      return (await found.toArray()).map(opened);
    },
    async changedOfCoach(scope, coachId) {
      const found = rows.find({ ...inScope(scope), coachId, 'changedThere.since': { $gt: new Date(0) } });
      return (await found.toArray()).map(opened);
    },
    async byObjectId(provider, objectId) {
      return (await rows.find({ provider, 'object.id': objectId }).toArray()).map(opened);
    },
    async lease(due) {
      const row = await rows.findOneAndUpdate(
        dueFilter(due),
        { $set: { state: 'working', leasedUntil: new Date(due.leasedUntil) }, $inc: { fence: 1, version: 1 } },
        { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after' },
      );
      return row && opened(row);
    },
    async counts(now, since) {
      const failed = { mode: 'live', state: 'failed', dueAt: null, 'lastError.at': { $gte: new Date(since) } } as const;
      const waiting = { mode: 'live', dueAt: { $gt: new Date(0) } } as const;
      const projection = { provider: 1, state: 1, dueAt: 1, attempts: 1, lastError: 1 };
      const pages = await Promise.all(
        [failed, waiting].map((filter: object) => rows.find(filter, { projection }).toArray()),
      );
      return recordCountsOf(pages.flat().map(recordOf), now, since);
    },
    async isAnyDue(due) {
      return (await rows.findOne(dueFilter(due), { projection: { _id: 1 } })) !== null;
    },
    async replace(record, expectedVersion) {
      const row = seal(rowOf({ ...record, version: expectedVersion + 1 }));
      return (await rows.replaceOne({ _id: record.id, version: expectedVersion }, row)).matchedCount === 1;
    },
    async wake({ coachId, provider, now, ...scope }) {
      await rows.updateMany({ ...inScope(scope), coachId, provider, attempts: { $gt: 0 } }, dueNow(now));
    },
    async again({ coachId, sourceId, now, ...scope }) {
      await rows.updateMany({ ...inScope(scope), coachId, 'account.sourceId': sourceId }, dueNow(now));
    },
    async remove(id, expectedVersion) {
      await rows.deleteOne({ _id: id, version: expectedVersion });
    },
  };
}
