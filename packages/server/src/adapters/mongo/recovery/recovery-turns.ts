import type { Connection, mongo } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { RecoveryTurn, RecoveryTurns } from '../../../application/ports/recovery-turns.ts';
import { RECOVERY_WEEK } from '../../../domain/recovery/recovery-limits.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

type Plain = Omit<RecoveryTurn, 'id'>;
type TurnRow = Dated<Plain, 'at'> & {
  readonly _id: string;
  /** Real time. */
  readonly takenAt: Date;
  /** A TTL index removes it then. */
  readonly goneAt: Date;
};

const rowOf = ({ id, ...rest }: RecoveryTurn, realNow: Instant): TurnRow => ({
  _id: id,
  ...withDates<Plain, 'at'>(rest, ['at']),
  takenAt: new Date(realNow),
  goneAt: new Date(Math.max(realNow, rest.at) + RECOVERY_WEEK + DAY),
});

const turnOf = ({ _id, takenAt: _takenAt, goneAt: _goneAt, ...rest }: TurnRow): RecoveryTurn => ({
  id: _id,
  ...withInstants<Plain, 'at'>(rest, ['at']),
});

const unmade = { asked: { $exists: true } };

const indexes: mongo.IndexDescription[] = [
  // Few are unmade at any moment.
  { key: { takenAt: 1 }, partialFilterExpression: unmade },
  { key: { goneAt: 1 }, expireAfterSeconds: 0 },
];

/** Opens the collection `recovery_turns` of a connection and creates its indexes. It holds no address. */
export async function createMongoRecoveryTurns(connection: Connection, sealing: Sealing): Promise<RecoveryTurns> {
  const rows = connection.collection<TurnRow>('recovery_turns');
  await makeUnlessMade(connection, 'RecoveryTurn', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('recovery_turns');
  const opened = (row: unknown): RecoveryTurn => turnOf(open(row as TurnRow));
  const same = ({ id, intentId, number }: Pick<RecoveryTurn, 'id' | 'intentId' | 'number'>) => ({
    _id: id,
    intentId,
    number,
  });
  const take: RecoveryTurns['take'] = async (turn, since, realNow) => {
    const row = seal(rowOf(turn, realNow));
    const free = { _id: turn.id, at: { $lte: new Date(since) }, asked: { $exists: false } };
    // Where there is one that is not free, the insert meets its id.
    const { upsertedCount, matchedCount } = await unlessDuplicate(
      rows.replaceOne(free as object, row, { upsert: true }),
      { upsertedCount: 0, matchedCount: 0 },
    );
    if (upsertedCount + matchedCount > 0) return turn;
    // One that was given back meanwhile leaves the turn to the next.
    const standing = await rows.findOne({ _id: turn.id });
    return standing ? opened(standing) : take(turn, since, realNow);
  };
  return {
    take,
    async byIds(ids) {
      return (await rows.find({ _id: { $in: [...ids] } }).toArray()).map(opened);
    },
    async unmade(takenBefore, limit, scope) {
      const filter = { ...unmade, takenAt: { $lt: new Date(takenBefore) }, ...scope };
      return (
        await rows
          .find(filter as object)
          .sort({ takenAt: 1 })
          .limit(limit)
          .toArray()
      ).map(opened);
    },
    async made(turn) {
      await rows.updateOne(same(turn), { $unset: { asked: true } } as object);
    },
    async giveBack(turn) {
      await rows.deleteOne(same(turn));
    },
  };
}
