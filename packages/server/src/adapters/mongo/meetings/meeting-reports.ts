import type { Connection, mongo } from 'mongoose';
import type { MeetingFact } from '../../../domain/meeting-report/meeting-fact.ts';
import type { MeetingReport } from '../../../domain/meeting-report/meeting-report.ts';
import type { MeetingReports } from '../../../application/ports/meeting-reports.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

type Keys = 'endsAt' | 'dueAt' | 'leasedUntil' | 'expiresAt';
type Plain = Omit<MeetingReport, 'id' | 'facts'>;
type FactRow = Dated<MeetingFact, 'at'>;

const keys: readonly Keys[] = ['endsAt', 'dueAt', 'leasedUntil', 'expiresAt'];

type ReportRow = Dated<Plain, Keys> & { readonly _id: string; readonly facts: readonly FactRow[] };

const rowOf = ({ id, facts, ...rest }: MeetingReport): ReportRow => ({
  _id: id,
  ...withDates(rest, keys),
  facts: facts.map((fact) => withDates(fact, ['at'])),
});
const reportOf = ({ _id, facts, ...rest }: ReportRow): MeetingReport => ({
  id: _id,
  ...withInstants<Plain, Keys>(rest, keys),
  facts: facts.map((fact) => withInstants<MeetingFact, 'at'>(fact, ['at'])),
});

/** Those that are due, of all partners or of one; and the end of what is kept of visitors. */
const indexes: mongo.IndexDescription[] = [
  { key: { mode: 1, dueAt: 1, _id: 1 } },
  { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

/** Opens the collection `meeting_reports` of a connection and creates its indexes. Its visitors are sealed. */
export async function createMongoMeetingReports(connection: Connection, sealing: Sealing): Promise<MeetingReports> {
  const rows = connection.collection<ReportRow>('meeting_reports');
  await makeUnlessMade(connection, 'MeetingReport', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('meeting_reports');
  const opened = (row: unknown): MeetingReport => reportOf(open(row as ReportRow));
  return {
    async insert(report) {
      return unlessDuplicate(
        rows.insertOne(seal(rowOf(report))).then(() => true),
        false,
      );
    },
    async byId({ partnerId, mode }, id) {
      const row = await rows.findOne({ _id: id, partnerId, mode });
      return row && opened(row);
    },
    async ofBookings(ids) {
      return (await rows.find({ _id: { $in: [...ids] } }).toArray()).map(opened);
    },
    async replace(report, expectedVersion) {
      const row = seal(rowOf({ ...report, version: expectedVersion + 1 }));
      return (await rows.replaceOne({ _id: report.id, version: expectedVersion }, row)).matchedCount === 1;
    },
    async lease({ partnerId, mode, dueBy, realNow, leasedUntil }) {
      const row = await rows.findOneAndUpdate(
        {
          mode,
          ...(partnerId !== undefined && { partnerId }),
          dueAt: { $lte: new Date(dueBy) },
          $or: [{ leasedUntil: null }, { leasedUntil: { $lte: new Date(realNow) } }],
        },
        { $set: { leasedUntil: new Date(leasedUntil) }, $inc: { version: 1 } },
        { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after' },
      );
      return row && opened(row);
    },
    async forget(ids) {
      await rows.deleteMany({ _id: { $in: [...ids] } });
    },
  };
}
