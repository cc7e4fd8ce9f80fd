import type { Connection, mongo } from 'mongoose';
import { utcOf } from '@coach-booking/time/dates';
import type { PlainDate } from '@coach-booking/time/plain-date';
import { DAY } from '@coach-booking/time/units';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { SMS_COUNT_DAYS, type SmsCounts } from '../../../application/ports/sms-counts.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';

interface CountRow {
  /** The partner, the mode and the day. */
  readonly _id: string;
  readonly segments: number;
  readonly isTold?: true;
  readonly goneAt: Date;
}

const indexes: mongo.IndexDescription[] = [{ key: { goneAt: 1 }, expireAfterSeconds: 0 }];

const idOf = ({ partnerId, mode }: LedgerScope, day: PlainDate): string => `${partnerId} ${mode} ${day}`;

/** Opens the collection `sms_counts` of a connection and creates its indexes. Each step is one conditional update. */
export async function createMongoSmsCounts(connection: Connection): Promise<SmsCounts> {
  const rows = connection.collection<CountRow>('sms_counts');
  await makeUnlessMade(connection, 'SmsCount', indexes, () => rows.createIndexes(indexes));
  return {
    async take(scope, day, segments, most) {
      if (segments > most) return false;
      const filter = { _id: idOf(scope, day), segments: { $lte: most - segments } };
      const goneAt = new Date(utcOf(day).getTime() + SMS_COUNT_DAYS * DAY);
      const update = { $inc: { segments }, $setOnInsert: { goneAt } };
      if (await unlessDuplicate(rows.updateOne(filter, update, { upsert: true }), null)) return true;
      // There is a row by now: one that is full, or another writer's first.
      return (await rows.updateOne(filter, { $inc: { segments } })).matchedCount === 1;
    },
    async giveBack(scope, day, segments) {
      await rows.updateOne({ _id: idOf(scope, day) }, { $inc: { segments: -segments } });
    },
    async isFirstToTell(scope, day) {
      const untold = { _id: idOf(scope, day), isTold: { $exists: false } };
      return (await rows.updateOne(untold, { $set: { isTold: true } })).matchedCount === 1;
    },
  };
}
