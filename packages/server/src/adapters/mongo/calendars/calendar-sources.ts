import type { Connection, mongo } from 'mongoose';
import type { CalendarPart } from '../../../domain/calendar-source/calendar-part.ts';
import type { CalendarSource, GoodReading } from '../../../domain/calendar-source/calendar-source.ts';
import type { SourceConflict } from '../../../domain/calendar-source/source-conflicts.ts';
import type { CalendarSources, SourceDue } from '../../../application/ports/calendar-sources.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { packedOfRow, rowOfPacked } from './packed-rows.ts';

type SourceKeys =
  'dueAt' | 'leasedUntil' | 'lastTriedAt' | 'lastGoodAt' | 'toldAt' | 'writesChangedAt' | 'deletedAt' | 'createdAt';
type GoodKeys = 'readAt' | 'readUntil';
/** Of each kind apart, where `Omit` would leave what all have in common. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Plain = Without<CalendarSource, 'id' | 'good' | 'parts' | 'conflicts'>;
type PlainGood = Omit<GoodReading, 'busy'>;
type PlainPart = Omit<CalendarPart, 'busy'>;

const sourceKeys: readonly SourceKeys[] = [
  'dueAt',
  'leasedUntil',
  'lastTriedAt',
  'lastGoodAt',
  'toldAt',
  'writesChangedAt',
  'deletedAt',
  'createdAt',
];
type ConflictKeys = 'bookedAt' | 'start' | 'end';
const conflictKeys: readonly ConflictKeys[] = ['bookedAt', 'start', 'end'];
const goodKeys: readonly GoodKeys[] = ['readAt', 'readUntil'];

type SourceRow = Dated<Plain, SourceKeys> & {
  readonly _id: string;
  readonly conflicts?: readonly Dated<SourceConflict, ConflictKeys>[];
  readonly good?: Dated<PlainGood, GoodKeys> & { readonly busy: mongo.Binary };
  readonly parts?: readonly (Dated<PlainPart, GoodKeys> & { readonly busy: mongo.Binary })[];
};
type PartRow = NonNullable<SourceRow['parts']>[number];

const rowOfGood = ({ busy, ...good }: GoodReading) => ({ ...withDates(good, goodKeys), busy: rowOfPacked(busy) });
const goodOf = ({ busy, ...good }: NonNullable<SourceRow['good']>): GoodReading => ({
  ...withInstants<PlainGood, GoodKeys>(good, goodKeys),
  busy: packedOfRow(busy),
});

const rowOfPart = ({ busy, ...part }: CalendarPart): PartRow => ({
  ...withDates(part, goodKeys),
  busy: rowOfPacked(busy),
});
const partOf = ({ busy, ...part }: PartRow): CalendarPart => ({
  ...withInstants<PlainPart, GoodKeys>(part, goodKeys),
  busy: packedOfRow(busy),
});

const rowOf = ({ id, good, parts, conflicts, ...rest }: CalendarSource): SourceRow => ({
  _id: id,
  ...withDates(rest, sourceKeys),
  ...(conflicts && { conflicts: conflicts.map((one) => withDates(one, conflictKeys)) }),
  ...(good && { good: rowOfGood(good) }),
  ...(parts && { parts: parts.map(rowOfPart) }),
});
const sourceOf = ({ _id, good, parts, conflicts, ...rest }: SourceRow): CalendarSource => ({
  id: _id,
  ...withInstants<Plain, SourceKeys>(rest, sourceKeys),
  ...(conflicts && {
    conflicts: conflicts.map((one) => withInstants<SourceConflict, ConflictKeys>(one, conflictKeys)),
  }),
  ...(good && { good: goodOf(good) }),
  ...(parts && { parts: parts.map(partOf) }),
});

/** Those that are due, of all partners or of one; those of a coach; and the few that the slots do not show yet. */
const indexes: mongo.IndexDescription[] = [
  { key: { mode: 1, dueAt: 1, _id: 1 } },
  { key: { coachId: 1, createdAt: 1, _id: 1 } },
  { key: { toShow: 1 }, partialFilterExpression: { toShow: true } },
];

const dueFilter = ({ partnerId, mode, dueBy, realNow }: Omit<SourceDue, 'leasedUntil'>): object => ({
  mode,
  ...(partnerId !== undefined && { partnerId }),
  dueAt: { $lte: new Date(dueBy) },
  $or: [{ leasedUntil: null }, { leasedUntil: { $lte: new Date(realNow) } }],
});

/** Opens the collection `calendar_sources` of a connection and creates its indexes. Their addresses are sealed. */
export async function createMongoCalendarSources(connection: Connection, sealing: Sealing): Promise<CalendarSources> {
  const rows = connection.collection<SourceRow>('calendar_sources');
  await makeUnlessMade(connection, 'CalendarSource', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('calendar_sources');
  const opened = (row: unknown): CalendarSource => sourceOf(open(row as SourceRow));
  return {
    async insert(source) {
      return unlessDuplicate(
        rows.insertOne(seal(rowOf(source))).then(() => true),
        false,
      );
    },
    async byId({ partnerId, mode }, id) {
      const row = await rows.findOne({ _id: id, partnerId, mode });
      return row && opened(row);
    },
    async ofCoach(coachId) {
      return (await rows.find({ coachId }).sort({ createdAt: 1, _id: 1 }).toArray()).map(opened);
    },
    async replace(source, expectedVersion) {
      const row = seal(rowOf({ ...source, version: expectedVersion + 1 }));
      return (await rows.replaceOne({ _id: source.id, version: expectedVersion }, row)).matchedCount === 1;
    },
    async remove(id, expectedVersion) {
      await rows.deleteOne({ _id: id, version: expectedVersion });
    },
    async lease(due) {
      const row = await rows.findOneAndUpdate(
        dueFilter(due),
        { $set: { leasedUntil: new Date(due.leasedUntil) }, $inc: { fence: 1, version: 1 } },
        { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after' },
      );
      return row && opened(row);
    },
    async isAnyDue(due) {
      return (await rows.findOne(dueFilter(due), { projection: { _id: 1 } })) !== null;
    },
    async coachesToShow(limit) {
      const found = rows.find({ toShow: true }, { projection: { partnerId: 1, mode: 1, coachId: 1 } }).limit(limit);
      return (await found.toArray()).map(({ partnerId, mode, coachId }) => ({ partnerId, mode, coachId }));
    },
  };
}
