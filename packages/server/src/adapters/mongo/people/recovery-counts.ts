import type { Connection } from 'mongoose';
import { REMEMBERED, type RecoveryCounts } from '../../../application/ports/recovery-counts.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { RecoveryCount } from '../../../domain/recovery/intent.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';

interface CountsRow extends LedgerScope, Partial<Record<RecoveryCount, number>> {
  /** The coach's id. */
  readonly _id: string;
  /** The last counted ones, each the transition and the intent's id. */
  readonly last: readonly string[];
}

/** Opens the collection `recovery_counts` of a connection, which is read by id alone. */
export function createMongoRecoveryCounts(connection: Connection): RecoveryCounts {
  const rows = connection.collection<CountsRow>('recovery_counts');
  return {
    async add({ partnerId, mode }, coachId, count, intentId) {
      const name = `${count} ${intentId}`;
      const filter = { _id: coachId, last: { $ne: name } };
      const update = {
        $inc: { [count]: 1 },
        $push: { last: { $each: [name], $slice: -REMEMBERED } },
        $setOnInsert: { partnerId, mode },
      };
      const write = () => rows.updateOne(filter, update as object, { upsert: true });
      // Counted before, or the first count of another process made the document at this moment.
      if (!(await unlessDuplicate(write(), null))) await rows.updateOne(filter, update as object);
    },
    async of(coachId) {
      const row = await rows.findOne({ _id: coachId });
      return { abandoned: row?.abandoned ?? 0, recovered: row?.recovered ?? 0 };
    },
  };
}
