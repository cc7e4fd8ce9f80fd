import type { Connection, mongo } from 'mongoose';
import { latest, plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { INCENTIVE_DAYS, type Incentives } from '../../../application/ports/incentives.ts';
import type { Incentive } from '../../../domain/incentive/incentive.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';

type Plain = Omit<Incentive, 'id'>;
type IncentiveKeys = 'createdAt' | 'expiresAt' | 'revokedAt';

const incentiveKeys: readonly IncentiveKeys[] = ['createdAt', 'expiresAt', 'revokedAt'];

type IncentiveRow = Dated<Plain, IncentiveKeys> & {
  /** The code. */
  readonly _id: string;
  /** Real time at which the store removes it. */
  readonly purgeAt: Date;
};

const incentiveOf = ({ _id, purgeAt: _, ...rest }: IncentiveRow): Incentive => ({
  id: _id,
  ...withInstants<Plain, IncentiveKeys>(rest, incentiveKeys),
});

/** For the list of a coach, for what is known of a person, and for the end. */
const indexes: mongo.IndexDescription[] = [
  { key: { partnerId: 1, mode: 1, coachId: 1, createdAt: -1, _id: 1 } },
  { key: { partnerId: 1, mode: 1, boundTo: 1 } },
  { key: { purgeAt: 1 }, expireAfterSeconds: 0 },
];

/** Opens the collection `incentives` of a connection and creates its indexes. */
export async function createMongoIncentives(connection: Connection): Promise<Incentives> {
  const rows = connection.collection<IncentiveRow>('incentives');
  await makeUnlessMade(connection, 'Incentive', indexes, () => rows.createIndexes(indexes));
  const newest = async (filter: object, limit = 0): Promise<Incentive[]> =>
    (
      await rows
        .find(filter as never)
        .sort({ createdAt: -1, _id: 1 })
        .limit(limit)
        .toArray()
    ).map((row) => incentiveOf(row as IncentiveRow));
  return {
    async insert({ id, ...rest }, realNow) {
      // By real time: in mode test an incentive may be of another year.
      const purgeAt = new Date(plus(latest(rest.expiresAt, realNow), INCENTIVE_DAYS * DAY));
      const row = { _id: id, ...withDates(rest, incentiveKeys), purgeAt };
      return unlessDuplicate(
        rows.insertOne(row as never).then(() => true),
        false,
      );
    },
    async byCode({ partnerId, mode }, code) {
      const row = await rows.findOne({ _id: code, partnerId, mode });
      return row && incentiveOf(row as IncentiveRow);
    },
    list({ partnerId, mode, coachId, after, limit }) {
      const at = after && new Date(after.createdAt);
      const behind = after && { $or: [{ createdAt: { $lt: at } }, { createdAt: at, _id: { $gt: after.id } }] };
      return newest({ partnerId, mode, coachId, ...behind }, limit);
    },
    ofPerson: ({ partnerId, mode }, boundTo) => newest({ partnerId, mode, boundTo }),
    async revoke({ partnerId, mode }, code, at) {
      const filter = { _id: code, partnerId, mode, revokedAt: { $exists: false } };
      const { modifiedCount } = await rows.updateOne(filter as never, { $set: { revokedAt: new Date(at) } } as never);
      return modifiedCount === 1;
    },
    async removeOfPerson({ partnerId, mode }, boundTo) {
      await rows.deleteMany({ partnerId, mode, boundTo } as never);
    },
  };
}
