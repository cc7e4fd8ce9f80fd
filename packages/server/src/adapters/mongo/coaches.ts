import type { Connection, QueryFilter } from 'mongoose';
import { headLedger } from '../../domain/booking/claim.ts';
import type { Coaches, CoachPosition, CoachQuery } from '../../application/ports/coaches.ts';
import { unlessDuplicate } from './duplicate-key.ts';
import { headSchema } from './head-schema.ts';
import { coachIdOfHead, headOf, rowOfHead, specialtyKeyOf, type HeadRow } from './ledger-rows.ts';

type Filter = QueryFilter<HeadRow>;

const listed = ({ partnerId, mode, specialty }: CoachQuery): Filter => ({
  partnerId,
  mode,
  kind: 'head',
  active: true,
  deletedAt: { $exists: false },
  ...(specialty !== undefined && { specialtyKeys: specialtyKeyOf(specialty) }),
});

const behind = ({ nameKey, id }: CoachPosition): Filter => ({
  $or: [{ nameKey: { $gt: nameKey } }, { nameKey, _id: { $gt: headLedger(id) } }],
});

/** The heads, one document each among the ledgers. */
export const createMongoCoaches = async (connection: Connection): Promise<Coaches> => {
  const model = connection.model<HeadRow>('Coach', headSchema);
  await model.createIndexes();
  return {
    async byId(id) {
      const row = await model.findById(headLedger(id)).lean<HeadRow>().exec();
      return row && headOf(row);
    },
    async idOfSlug(slug) {
      const row = await model.findOne({ slug }, { _id: 1 }).lean<Pick<HeadRow, '_id'>>().exec();
      return row && coachIdOfHead(row._id);
    },
    async slugsLike(slug) {
      // `.` comes right after `-`, so this is a range of the index and no pattern.
      const filter = { $or: [{ slug }, { slug: { $gte: `${slug}-`, $lt: `${slug}.` } }] };
      const rows = await model.find(filter, { slug: 1 }).lean<Pick<HeadRow, 'slug'>[]>().exec();
      return rows.map((row) => row.slug);
    },
    async list(query) {
      const filter = listed(query);
      const page = query.after ? { $and: [filter, behind(query.after)] } : filter;
      const [rows, total] = await Promise.all([
        model.find(page).sort({ nameKey: 1, _id: 1 }).limit(query.limit).lean<HeadRow[]>().exec(),
        model.countDocuments(filter).exec(),
      ]);
      return { coaches: rows.map(headOf), total };
    },
    async insert(head) {
      const inserted = await unlessDuplicate(model.insertOne(rowOfHead(head)), null);
      if (inserted) return 'inserted';
      return (await model.exists({ _id: headLedger(head.id) }).exec()) ? 'id_taken' : 'slug_taken';
    },
    async replace(head, expectedVersion) {
      const filter = { _id: headLedger(head.id), version: expectedVersion };
      const result = await unlessDuplicate(model.replaceOne(filter, rowOfHead(head), { runValidators: true }).exec(), 'slug_taken');
      if (result === 'slug_taken') return result;
      return result.matchedCount === 1 ? 'replaced' : 'stale';
    },
  };
};
