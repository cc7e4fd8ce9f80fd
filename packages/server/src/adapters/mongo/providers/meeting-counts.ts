import type { Connection, mongo } from 'mongoose';
import { utcOf } from '@coach-booking/time/dates';
import type { PlainDate } from '@coach-booking/time/plain-date';
import { DAY } from '@coach-booking/time/units';
import { MEETING_COUNT_DAYS, type CountedHost, type MeetingCounts } from '../../../application/ports/meeting-counts.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';

interface CountRow {
  /** The partner, the mode, the host's mark and the day. */
  readonly _id: string;
  readonly count: number;
  readonly isTold?: true;
  readonly goneAt: Date;
}

const indexes: mongo.IndexDescription[] = [{ key: { goneAt: 1 }, expireAfterSeconds: 0 }];

const idOf = ({ partnerId, mode, host }: CountedHost, day: PlainDate): string => `${partnerId} ${mode} ${host} ${day}`;

/** Opens the collection `meeting_counts` of a connection and makes its indexes. Each step is one conditional update. */
export async function createMongoMeetingCounts(connection: Connection): Promise<MeetingCounts> {
  const rows = connection.collection<CountRow>('meeting_counts');
  await makeUnlessMade(connection, 'MeetingCount', indexes, () => rows.createIndexes(indexes));
  return {
    async take(host, day, most) {
      if (most < 1) return null;
      const filter = { _id: idOf(host, day), count: { $lt: most } };
      const goneAt = new Date(utcOf(day).getTime() + MEETING_COUNT_DAYS * DAY);
      const update = { $inc: { count: 1 }, $setOnInsert: { goneAt } };
      const first = rows.findOneAndUpdate(filter, update, { upsert: true, returnDocument: 'after' });
      // Without one there is a row by now: one that is full, or another writer's first.
      const row =
        (await unlessDuplicate(first, null)) ??
        (await rows.findOneAndUpdate(filter, { $inc: { count: 1 } }, { returnDocument: 'after' }));
      return row?.count ?? null;
    },
    async giveBack(host, day) {
      await rows.updateOne({ _id: idOf(host, day), count: { $gt: 0 } }, { $inc: { count: -1 } });
    },
    async isFirstToTell(host, day) {
      const untold = { _id: idOf(host, day), isTold: { $exists: false } };
      return (await rows.updateOne(untold, { $set: { isTold: true } })).matchedCount === 1;
    },
  };
}
