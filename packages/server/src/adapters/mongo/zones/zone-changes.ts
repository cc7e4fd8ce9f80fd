import type { Connection, mongo } from 'mongoose';
import type { ZoneChange, ZoneChanges } from '../../../application/ports/zone-changes.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';

type Instants = 'start' | 'end';
type ZoneChangeRow = Omit<Dated<ZoneChange, Instants>, 'id'> & { readonly _id: string };

const instants: readonly Instants[] = ['start', 'end'];

const indexes: mongo.IndexDescription[] = [
  { key: { partnerId: 1, mode: 1, coachId: 1, start: 1, _id: 1 } },
  { key: { end: 1 }, expireAfterSeconds: 0 },
];

const rowOf = ({ id, ...rest }: ZoneChange): ZoneChangeRow => ({ _id: id, ...withDates(rest, instants) });
const changeOf = ({ _id, ...rest }: ZoneChangeRow): ZoneChange => ({
  id: _id,
  ...withInstants<Omit<ZoneChange, 'id'>, Instants>(rest, instants),
});

/**
 * Opens the collection `zone_changes` of a connection and creates its indexes. It holds ids and instants alone; a TTL
 * index removes what is over.
 */
export async function createMongoZoneChanges(connection: Connection): Promise<ZoneChanges> {
  const rows = connection.collection<ZoneChangeRow>('zone_changes');
  await makeUnlessMade(connection, 'ZoneChange', indexes, () => rows.createIndexes(indexes));
  return {
    async add(change) {
      const row = rowOf(change);
      if (await unlessDuplicate(rows.insertOne(row), null)) return;
      await rows.replaceOne({ _id: row._id, start: { $ne: row.start } }, row);
    },
    async ofCoach({ partnerId, mode }, coachId) {
      const found = rows.find({ partnerId, mode, coachId }).sort({ start: 1, _id: 1 });
      return (await found.toArray()).map(changeOf);
    },
    async remove({ partnerId, mode }, coachId, ids) {
      if (ids.length > 0) await rows.deleteMany({ _id: { $in: [...ids] }, partnerId, mode, coachId });
    },
  };
}
