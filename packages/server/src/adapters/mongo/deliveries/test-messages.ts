import type { Connection, mongo } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { OutgoingMessage } from '../../../application/ports/outlets.ts';
import {
  TEST_MESSAGE_DAYS,
  type TestFailure,
  type TestMessage,
  type TestMessages,
} from '../../../application/ports/test-messages.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import type { Opened } from '../sealing/sealer.ts';
import type { Sealing } from '../sealing/sealing.ts';

type MessageRow = Omit<TestMessage, 'id' | 'sentAt' | 'message'> & {
  readonly _id: string;
  readonly sentAt: Date;
  /** As JSON, since names of headers cannot be names of fields. Sealed. */
  readonly message: string;
  readonly goneAt: Date;
};

interface FailureRow {
  /** The partner, the mode and the channel. */
  readonly _id: string;
  readonly failure: TestFailure;
  readonly times: number;
}

const indexes: mongo.IndexDescription[] = [
  { key: { partnerId: 1, mode: 1, _id: 1 } },
  { key: { bookingId: 1, _id: 1 } },
  { key: { userId: 1 }, sparse: true },
  { key: { intentId: 1 }, sparse: true },
  { key: { goneAt: 1 }, expireAfterSeconds: 0 },
];

const messageOf = ({ _id, sentAt, message, goneAt: _goneAt, ...rest }: Opened<MessageRow>): TestMessage => ({
  id: _id,
  ...rest,
  sentAt: instant(sentAt.getTime()),
  message: JSON.parse(message) as OutgoingMessage,
});

const failureId = ({ partnerId, mode }: LedgerScope, channel: string): string => `${partnerId} ${mode} ${channel}`;

/** Opens the collections `test_messages` and `test_failures` of a connection and creates their indexes. */
export async function createMongoTestMessages(connection: Connection, sealing: Sealing): Promise<TestMessages> {
  const rows = connection.collection<MessageRow>('test_messages');
  const failures = connection.collection<FailureRow>('test_failures');
  await makeUnlessMade(connection, 'TestMessage', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('test_messages');
  return {
    async keep({ id, sentAt, message, ...rest }, realNow) {
      const row: MessageRow = {
        _id: id,
        ...rest,
        sentAt: new Date(sentAt),
        message: JSON.stringify(message),
        goneAt: new Date(realNow + TEST_MESSAGE_DAYS * DAY),
      };
      await rows.insertOne(seal(row));
    },
    async list({ partnerId, mode, bookingId, after, limit }) {
      const filter = {
        ...(bookingId !== undefined && { bookingId }),
        partnerId,
        mode,
        ...(after !== undefined && { _id: { $gt: after } }),
      };
      const found = await rows.find(filter).sort({ _id: 1 }).limit(limit).toArray();
      return found.map((row) => messageOf(open(row as MessageRow)));
    },
    async forget({ partnerId, mode }, ids) {
      if (ids.length === 0) return;
      for (const field of ['bookingId', 'userId', 'intentId'] as const)
        await rows.deleteMany({ [field]: { $in: [...ids] }, partnerId, mode });
    },
    async failNext(scope, channel, failure, times) {
      await failures.updateOne({ _id: failureId(scope, channel) }, { $set: { failure, times } }, { upsert: true });
    },
    async takeFailure(scope, channel) {
      const taken = await failures.findOneAndUpdate(
        { _id: failureId(scope, channel), times: { $gt: 0 } },
        { $inc: { times: -1 } },
      );
      return taken?.failure ?? null;
    },
  };
}
