import type { Connection, mongo } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import type { PushSubscription, PushSubscriptions } from '../../../application/ports/push-subscriptions.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import type { Opened } from '../sealing/sealer.ts';
import type { Sealing } from '../sealing/sealing.ts';

type SubscriptionRow = Omit<PushSubscription, 'id' | 'createdAt'> & { readonly _id: string; readonly createdAt: Date };

const indexes: mongo.IndexDescription[] = [{ key: { userId: 1, createdAt: -1 } }];

const subscriptionOf = (row: Opened<SubscriptionRow>): PushSubscription => {
  const { _id: id, partnerId, mode, userId, endpoint, keys, createdAt } = row;
  return { id, partnerId, mode, userId, endpoint, keys, createdAt: instant(createdAt.getTime()) };
};

/**
 * Opens the collection `push_subscriptions` of a connection and creates its indexes. What reaches a device is sealed.
 */
export async function createMongoPushSubscriptions(
  connection: Connection,
  sealing: Sealing,
): Promise<PushSubscriptions> {
  const rows = connection.collection<SubscriptionRow>('push_subscriptions');
  await makeUnlessMade(connection, 'PushSubscription', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('push_subscriptions');
  return {
    async of(userId) {
      const found = await rows.find({ userId }).sort({ createdAt: -1, _id: -1 }).toArray();
      return found.map((row) => subscriptionOf(open(row as SubscriptionRow)));
    },
    async save({ id: _id, createdAt, ...subscription }) {
      const row = seal<SubscriptionRow>({ _id, ...subscription, createdAt: new Date(createdAt) });
      await rows.replaceOne({ _id }, row, { upsert: true });
    },
    async forget(_id) {
      await rows.deleteOne({ _id });
    },
    async forgetAll(userId) {
      await rows.deleteMany({ userId });
    },
  };
}
